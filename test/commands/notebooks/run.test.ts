import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  lines,
  type Output,
  outputsOf,
  readNotebook,
  writeNotebook,
} from '../../../src/commands/notebooks/notebook-file.ts';
import { run } from '../run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'notebooks-'));
let written = 0;

/** A notebook of these cells, in a file of its own. */
function notebook(language: 'typescript' | 'python', cells: readonly string[]): string {
  const file = path.join(folder, `${(written += 1)}.ipynb`);
  writeNotebook(file, {
    cells: cells.map((source) => ({
      cell_type: 'code',
      execution_count: null,
      metadata: {},
      outputs: [],
      source: lines(source),
    })),
    metadata: { kernelspec: { language } },
    nbformat: 4,
    nbformat_minor: 5,
  });
  return file;
}

/** What the cells put out, as it was stored. */
async function store(
  language: 'typescript' | 'python',
  ...cells: string[]
): Promise<(readonly Output[])[]> {
  const file = notebook(language, cells);
  const { code, stderr } = await run('notebooks', [file]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return outputsOf(readNotebook(file));
}

const printed = (...text: string[]): unknown => ({ output_type: 'stream', name: 'stdout', text });

describe('npm run notebooks, on TypeScript', () => {
  it('stores what cells print, and lets one use what another declares', async () => {
    const outputs = await store(
      'typescript',
      `import path from 'node:path';\nconst a: number = await Promise.resolve(2);\nconsole.log('a is', a);`,
      `function twice(b: number): number { return 2 * b; }\nconsole.log(twice(a));\nconsole.log(path.basename('x/y'));`,
    );
    expect(outputs).toEqual([[printed('a is 2\n')], [printed('4\n', 'y\n')]]);
  });

  it('finds files and sources from the folder of the notebook', async () => {
    writeFileSync(path.join(folder, 'near.ts'), 'export const near: string = "near";');
    writeFileSync(path.join(folder, 'near.txt'), 'nearer');
    const cell = `import { near } from './near.ts';\nimport { readFileSync } from 'node:fs';\nconsole.log(near, readFileSync('near.txt', 'utf8'));`;
    expect(await store('typescript', cell)).toEqual([[printed('near nearer\n')]]);
  });

  it('shows values, and text, HTML, SVG and PNG as Deno does', async () => {
    const [value, html, text, picture] = await store(
      'typescript',
      '[1, 2]',
      'Deno.jupyter.html`<b>${1 + 1}</b>`',
      `await Deno.jupyter.display({ 'text/plain': 'words' }, { raw: true });`,
      `Deno.jupyter.svg\`<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>\``,
    );
    expect(value).toEqual([
      {
        output_type: 'execute_result',
        execution_count: 1,
        data: { 'text/plain': ['[ 1, 2 ]'] },
        metadata: {},
      },
    ]);
    expect(html).toMatchObject([{ data: { 'text/html': ['<b>2</b>'] } }]);
    expect(text).toMatchObject([
      { output_type: 'display_data', data: { 'text/plain': ['words'] } },
    ]);
    expect(picture).toMatchObject([
      {
        data: { 'image/png': expect.stringMatching(/^iVBOR/) as string },
        metadata: { 'image/png': { width: 3, height: 2 } },
      },
    ]);
  });

  it.each([
    ['an error', 'const a = 1;\nthrow new RangeError("too far");', 'cell 2, line 2: RangeError: '],
    ['a name given twice', 'const first = 2;', 'cell 2, line 1: SyntaxError: '],
    ['what is no TypeScript', 'const = 2;', 'cell 2 is not TypeScript'],
    [
      'a wait without end',
      'await new Promise(() => {});',
      'cell 2 waits for something that never comes',
    ],
  ])('says where it met %s, and stores nothing', async (_, cell, message) => {
    const file = notebook('typescript', ['const first = 1;', cell]);
    const before = readFileSync(file, 'utf8');
    const { code, stderr } = await run('notebooks', [file]);
    expect(stderr).toContain(`${path.basename(file)}: ${message}`);
    expect(code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('refuses a file that is no notebook', async () => {
    const file = path.join(folder, 'none.ipynb');
    writeFileSync(file, '{"cells": []}');
    const { code, stderr } = await run('notebooks', [file]);
    expect(stderr).toContain('is not a notebook of nbformat 4');
    expect(code).toBe(2);
  });
});

describe('npm run notebooks, on Python', () => {
  it('stores what cells print, values and figures', async () => {
    const [prints, value, figure] = await store(
      'python',
      'def twice(a):\n    return 2 * a\n\nprint("twice", twice(2))',
      'twice(3)',
      'import matplotlib.pyplot as plt\nplt.plot([1, 2]);',
    );
    expect(prints).toEqual([printed('twice 4\n')]);
    expect(value).toMatchObject([{ output_type: 'execute_result', data: { 'text/plain': ['6'] } }]);
    expect(figure[0]).toMatchObject({
      output_type: 'display_data',
      data: { 'image/png': expect.stringMatching(/^iVBOR/) as string },
    });
  });

  it('says where it met an error', async () => {
    const file = notebook('python', ['a = 1', 'b = 2\na / 0']);
    const { code, stderr } = await run('notebooks', [file]);
    expect(stderr).toContain('cell 2, line 2: ZeroDivisionError: division by zero');
    expect(code).toBe(1);
  });
});

it.each([
  ['an unknown option', ['--bogus'], /Unknown option '--bogus'/],
  ['a file that is not there', ['nowhere.ipynb'], /nowhere\.ipynb/],
  ['a file that is no notebook', [path.join(import.meta.dirname, 'run.test.ts')], /run\.test\.ts/],
])('refuses %s in one line', async (_, args, message) => {
  const { code, stdout, stderr } = await run('notebooks', args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
