import { visit } from 'unist-util-visit';

/** As much of a node of HTML as is read or made here. */
interface Node {
  readonly type: string;
  readonly tagName?: string;
  value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  children?: Node[];
}

const has = ({ properties }: Node, name: string): boolean => {
  const names = properties?.['className'];
  return Array.isArray(names) && names.includes(name);
};

/** Takes off the part of a text that the pattern finds; '' from anything else. */
function cut(node: Node | undefined, pattern: RegExp): string {
  if (node?.type !== 'text' || node.value === undefined) return '';
  const [found] = pattern.exec(node.value) ?? [''];
  node.value = node.value.replace(pattern, '');
  return found;
}

/** A formula with a place to break between the parts that KaTeX keeps whole, in a line that may break nowhere else. */
function breakable(node: Node): Node {
  const children = node.children?.map(breakable);
  if (!children || !has(node, 'katex-html')) return { ...node, ...(children && { children }) };
  const wbr: Node = { type: 'element', tagName: 'wbr', properties: {}, children: [] };
  const parts = children.flatMap((child, i) => {
    const follows = i > 0 && has(child, 'base') && has(children[i - 1], 'base');
    return follows ? [wbr, child] : [child];
  });
  return { ...node, children: parts };
}

/**
 * Keeps a comma on the line of the formula before it, and an opening bracket on that of the one after it: to a browser a formula is
 * a row of boxes, and it may break a line on either side of a box. They get a span with the class `bound`.
 */
export function bindPunctuation() {
  return (tree: Node): void => {
    visit(tree, 'element', (parent: Node) => {
      const { children = [] } = parent;
      parent.children = children.map((node, i) => {
        if (!has(node, 'katex') || has(parent, 'bound')) return node;
        const before = cut(children[i - 1], /[([‘“]+$/);
        const after = cut(children[i + 1], /^[,.;:!?)\]’”]+/);
        if (before + after === '') return node;
        const text = (value: string): Node[] => (value === '' ? [] : [{ type: 'text', value }]);
        return {
          type: 'element',
          tagName: 'span',
          properties: { className: ['bound'] },
          children: [...text(before), breakable(node), ...text(after)],
        };
      });
    });
  };
}
