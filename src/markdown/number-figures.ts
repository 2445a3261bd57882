import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** As much of a node of MDX as is read here. */
interface MdxNode {
  readonly type: string;
  readonly name?: string | null;
  readonly attributes?: object[];
}

/** Gives each Figure of a chapter its number, "1.10", by the chapter's number and the order in which they stand. */
export function numberFigures() {
  return (tree: MdxNode, file: VFile): void => {
    const chapter: unknown = file.data.astro?.frontmatter?.['number'];
    if (typeof chapter !== 'number') return;
    let count = 0;
    visit(tree, 'mdxJsxFlowElement', ({ name, attributes }: MdxNode) => {
      if (name !== 'Figure') return;
      count++;
      attributes?.push({
        type: 'mdxJsxAttribute',
        name: 'number',
        value: `${String(chapter)}.${String(count)}`,
      });
    });
  };
}
