import { expect, it } from 'vitest';
import { circles, fullFolders, longFiles } from './limits.ts';

const lines = (count: number): string => 'x;\n'.repeat(count);

it('names a file of more than 450 lines, and no other', () => {
  const files = new Map([
    ['src/plot/Long.svelte', lines(451)],
    ['src/plot/just.ts', lines(450)],
    ['src/plot/no-last-break.ts', lines(450).trimEnd()],
    ['content/chapters/01-neurons.mdx', lines(900)],
  ]);
  expect(longFiles(files)).toEqual(['src/plot/Long.svelte']);
});

it('names a folder of more than 25 files, and no other', () => {
  const folder = (name: string, count: number): [string, string][] =>
    Array.from({ length: count }, (_, i) => [`${name}/${i}.ts`, '']);
  const files = new Map([
    ...folder('src/widgets/neurons', 26),
    ...folder('src/widgets/cost', 25),
    ...folder('src/widgets', 3),
    ...folder('content/chapters', 40),
  ]);
  expect(fullFolders(files)).toEqual(['src/widgets/neurons']);
});

it('names files that import one another, by whatever way, once', () => {
  const files = new Map([
    ['src/explain/a.ts', `import type { B } from './b.ts'`],
    ['src/explain/b.ts', `export { c } from './c.ts'`],
    ['src/explain/c.ts', `export const c = await import('./a.ts')`],
    ['src/explain/d.ts', `import './a.ts'`],
    ['src/plot/A.svelte', `<script>\nimport { a } from '@/plot/a.svelte.ts'\n</script>`],
    ['src/plot/a.svelte.ts', `import A from './A.svelte'`],
    ['src/digits/own.ts', `import { x } from './own.ts'`],
  ]);
  expect(circles(files)).toEqual([
    'src/digits/own.ts',
    'src/explain/a.ts, src/explain/b.ts, src/explain/c.ts',
    'src/plot/A.svelte, src/plot/a.svelte.ts',
  ]);
});

it('lets a house without circles be', () => {
  const files = new Map([
    ['src/network/a.ts', `import './b.ts'; import './c.ts'`],
    ['src/network/b.ts', `import './c.ts'`],
    ['src/network/c.ts', `import 'svelte'`],
  ]);
  expect(circles(files)).toEqual([]);
});
