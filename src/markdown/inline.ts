import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { rehypeMaths, remarkMaths } from './plugins.ts';

const processor = createMarkdownProcessor({
  remarkPlugins: remarkMaths,
  rehypePlugins: rehypeMaths,
});

/** A line of Markdown with maths, as HTML without the paragraph round it: for sentences that come from data. */
export async function inline(markdown: string): Promise<string> {
  const { code } = await (await processor).render(markdown);
  return code.trim().replace(/^<p>([\s\S]*)<\/p>$/, '$1');
}
