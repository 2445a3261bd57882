import { visit } from 'unist-util-visit';

/** As much of a node of HTML as is read or made here. */
interface Node {
  readonly type: string;
  readonly tagName?: string;
  readonly properties?: { className?: unknown; translate?: string };
}

/** Keeps browsers that translate the page away from formulas and code: they would take names for words, and tear the pieces apart. */
export function keepUntranslated() {
  return (tree: Node): void => {
    visit(tree, 'element', ({ tagName, properties }: Node) => {
      const names = properties?.className;
      const isMaths = Array.isArray(names) && names.includes('katex');
      if (properties && (isMaths || tagName === 'code')) properties.translate = 'no';
    });
  };
}
