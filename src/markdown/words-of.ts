import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { SKIP, visit } from 'unist-util-visit';

/**
 * The text of some rendered Markdown, with each formula as the row of its signs and numbers: "16 × 16 = 256". For names, where tools
 * that do not read MathML would find nothing.
 */
export function wordsOf(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', (node, index, parent) => {
    const { className } = node.properties;
    const isForTheEye = Array.isArray(className) && className.includes('katex-html');
    if (isForTheEye && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (/^m[a-z]+$/.test(node.tagName)) {
      const space = { type: 'text', value: ' ' } as const;
      node.children = [space, ...node.children, space];
    }
    return undefined;
  });
  return toText(tree)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,.;:!?])/g, '')
    .trim();
}
