import { describe, expect, it } from 'vitest';
import { CellError, toProgram } from '../../../src/commands/notebooks/program.ts';

/** The code of a single cell, as it stands in the program, without the blanks that types leave. */
function rewritten(cell: string): string {
  const { code, starts } = toProgram([cell]);
  const lines = code.split('\n').slice(starts[0] - 1, -1);
  return lines.join('\n').replaceAll(/ +/g, ' ').trim();
}

describe('toProgram', () => {
  it.each([
    [`import { a } from './b.ts';`, `const { a } = await import('./b.ts');`],
    [`import { a as c, d } from './b.ts';`, `const { a: c, d } = await import('./b.ts');`],
    [`import a from './b.ts';`, `const { default: a } = await import('./b.ts');`],
    [`import a, { c } from './b.ts';`, `const { default: a, c } = await import('./b.ts');`],
    [`import * as a from './b.ts';`, `const a = await import('./b.ts');`],
    [
      `import a, * as c from './b.ts';`,
      `const c = await import('./b.ts'); const { default: a } = c;`,
    ],
    [`import './b.ts';`, `await import('./b.ts');`],
    [`import type { A } from './b.ts';`, ''],
    [`import { type A, c } from './b.ts';`, `const { c } = await import('./b.ts');`],
    [
      `import a from './b.json' with { type: 'json' };`,
      `const { default: a } = await import('./b.json', { with: { type: 'json' } });`,
    ],
  ])('loads %s when the cell runs', (cell, code) => {
    expect(rewritten(cell)).toBe(code);
  });

  it.each([
    ['1 + 2', 'await __show(1 + 2);'],
    ['const a: number = 1;\na // a word', 'const a = 1;\nawait __show(a); // a word'],
    ['f(\n  1,\n);', 'await __show(f(\n 1,\n));'],
    ['const a = 1;', 'const a = 1;'],
    ['if (a) b();', 'if (a) b();'],
    ['', ''],
  ])('shows the value that a cell ends in: %j', (cell, code) => {
    expect(rewritten(cell)).toBe(code);
  });

  it('keeps every line at its number', () => {
    const cell = `import {\n  a,\n  b,\n} from './c.ts';\n\nfoo();\nbar();`;
    const { code, starts } = toProgram(['first();', cell, 'last();']);
    const lines = code.split('\n');
    expect(lines[starts[1] - 1]).toBe(`const { a, b } = await import('./c.ts');`);
    expect(lines[starts[1] + 4]).toBe('foo();');
    expect(lines[starts[1] + 5]).toBe('await __show(bar());');
    expect(lines[starts[2] - 1]).toBe('await __show(last());');
  });

  it.each(['const = 1', 'enum A { B }', 'class A { constructor(private b: number) {} }'])(
    'refuses what cannot be stripped, and numbers the cell: %s',
    (cell) => {
      expect(() => toProgram(['1', cell])).toThrow(CellError);
      expect(() => toProgram(['1', cell])).toThrow(/^cell 2 /);
    },
  );
});
