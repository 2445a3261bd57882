import { expect, it } from 'vitest';
import { VFile } from 'vfile';
import { numberFigures } from '../../src/markdown/number-figures.ts';

interface Element {
  readonly type: string;
  readonly name: string;
  readonly attributes: { readonly name?: string; readonly value?: string }[];
}

const element = (name: string): Element => ({ type: 'mdxJsxFlowElement', name, attributes: [] });

/** The numbers that the elements of a chapter get. */
function numbered(names: readonly string[], number?: number): (string | undefined)[] {
  const children = names.map(element);
  const file = new VFile();
  file.data['astro'] = { frontmatter: number === undefined ? {} : { number } };
  numberFigures()(
    { type: 'root', children } as Parameters<ReturnType<typeof numberFigures>>[0],
    file,
  );
  return children.map(({ attributes }) => attributes.find(({ name }) => name === 'number')?.value);
}

it('numbers figures by chapter and order, and nothing else', () => {
  expect(numbered(['Figure', 'Note', 'Figure', 'Check', 'Figure'], 4)).toEqual([
    ...['4.1', undefined, '4.2', undefined, '4.3'],
  ]);
});

it('counts past nine', () => {
  expect(
    numbered(
      Array.from({ length: 12 }, () => 'Figure'),
      1,
    ).at(-1),
  ).toBe('1.12');
});

it('leaves a text that is no chapter alone', () => {
  expect(numbered(['Figure'])).toEqual([undefined]);
});
