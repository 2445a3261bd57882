import { visit } from 'unist-util-visit';

/** As much of a node of HTML as is read or made here. */
interface Node {
  readonly type: string;
  readonly tagName?: string;
  children?: Node[];
}

/**
 * Leaves the MathML that a formula is read out from as it is, without the TeX that KaTeX packs beside it: nobody hears that, a copied
 * formula would bring it along, and a chapter has hundreds.
 */
export function leanMathml() {
  return (tree: Node): void => {
    visit(tree, 'element', (node: Node) => {
      if (node.tagName !== 'math' || !node.children) return;
      node.children = node.children.flatMap((child) =>
        child.tagName === 'semantics'
          ? (child.children ?? []).filter(({ tagName }) => tagName !== 'annotation')
          : [child],
      );
    });
  };
}
