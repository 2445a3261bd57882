const NEVER_CLOSED = new Set(['br', 'img', 'input', 'wbr']);

/**
 * The text of some rendered Markdown, with each formula as the row of its signs and numbers: "16 × 16 = 256". For names, where tools
 * that do not read MathML would find nothing.
 */
export function wordsOf(html: string): string {
  let words = '';
  let depth = 0;
  /** The depth below which all is left out: what KaTeX draws for the eye. */
  let leftOut = Infinity;
  for (const [token, slash, tag, attributes] of html.matchAll(/<(\/?)([a-z]+)([^>]*)>|[^<]+/gi)) {
    if (tag === undefined) {
      if (depth < leftOut) words += token;
    } else if (slash === '/') {
      depth--;
      if (depth < leftOut) leftOut = Infinity;
    } else if (!attributes.endsWith('/') && !NEVER_CLOSED.has(tag)) {
      depth++;
      const isForTheEye = attributes.includes('class="katex-html"');
      if (isForTheEye && leftOut === Infinity) leftOut = depth;
    }
    if (/^m[a-z]+$/.test(tag ?? '') && depth < leftOut) words += ' ';
  }
  return words
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,.;:!?])/g, '')
    .trim();
}
