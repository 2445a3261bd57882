import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { circles, fullFolders, longFiles } from './tools/limits.ts';
import { domMentions, faultyArrows, homelessFiles } from './tools/rooms.ts';

const root = path.join(import.meta.dirname, '..');

/** Every file below src/ and content/ by its path from the root; only what can import something has its source read. */
const files = new Map(
  ['src', 'content'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => {
        const file = path.join(entry.parentPath, entry.name);
        const name = path.relative(root, file).replaceAll(path.sep, '/');
        return [name, /\.(ts|svelte|astro|mdx)$/.test(name) ? readFileSync(file, 'utf8') : ''];
      }),
  ),
);

it('reads the house', () => {
  expect(files.get('src/network/network.ts')).toContain('createNetwork');
});

it('finds no file outside the rooms', () => {
  expect(homelessFiles(files)).toEqual([]);
});

it('finds no arrow that the house does not allow', () => {
  expect(faultyArrows(files)).toEqual([]);
});

it('finds no mention of the DOM in the rooms of plain computation', () => {
  expect(domMentions(files)).toEqual([]);
});

it('finds no file and no folder that is too large', () => {
  expect([...fullFolders(files), ...longFiles(files)]).toEqual([]);
});

it('finds no circle of files', () => {
  expect(circles(files)).toEqual([]);
});
