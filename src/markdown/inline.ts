import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { bindPunctuation } from './bind-punctuation.ts';
import { mathsOptions } from './maths.ts';
import { refuseBadMaths } from './refuse-bad-maths.ts';

const processor = createMarkdownProcessor({
  remarkPlugins: [remarkMath],
  rehypePlugins: [[rehypeKatex, mathsOptions], refuseBadMaths, bindPunctuation],
});

/** A line of Markdown with maths, as HTML without the paragraph round it: for sentences that come from data. */
export async function inline(markdown: string): Promise<string> {
  const { code } = await (await processor).render(markdown);
  return code.trim().replace(/^<p>([\s\S]*)<\/p>$/, '$1');
}
