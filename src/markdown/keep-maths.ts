import { visit } from 'unist-util-visit';

/** As much of a node of HTML as is read or made here. */
interface Node {
  readonly type: string;
  readonly properties?: { className?: unknown; translate?: string };
}

/** Keeps browsers that translate the page away from formulas: they would take letters for words, and tear the pieces apart. */
export function keepMaths() {
  return (tree: Node): void => {
    visit(tree, 'element', ({ properties }: Node) => {
      const names = properties?.className;
      if (properties && Array.isArray(names) && names.includes('katex')) {
        properties.translate = 'no';
      }
    });
  };
}
