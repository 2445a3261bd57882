import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { linesBetween } from '../../../src/controls/inspector/source-lines.ts';
import { countLines, walkThrough } from '../../../src/widgets/training/code-walk/walk.ts';

const root = path.join(import.meta.dirname, '../../..');
const steps = walkThrough();
const blocks = steps.flatMap((step) => step.blocks);
const lines = blocks.flatMap((block) => block.lines);

describe('the walk through the code', () => {
  it('shows lines that stand so in the files, at the numbers that it gives', () => {
    for (const { file, lines: own } of blocks) {
      const text = readFileSync(path.join(root, file), 'utf8').split('\n');
      for (const line of own) expect(text[line.number - 1].trim()).toBe(line.text.trim());
    }
  });

  it('leads with each of its links to a line of its own step, by an id of which there is one', () => {
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    for (const { words, blocks: own } of steps) {
      const ids = own.flatMap((block) => block.lines.map(({ id }) => id));
      const links = words.filter((word) => typeof word !== 'string');
      expect(links.length).toBeGreaterThan(0);
      for (const { to } of links) expect(ids).toContain(to);
    }
  });

  it('goes from the digits to the test in some sixty lines', () => {
    expect(steps.map(({ name }) => name)).toMatchObject({ 0: 'Load the digits', 8: 'Test it' });
    expect(countLines(steps)).toBeGreaterThan(50);
    expect(countLines(steps)).toBeLessThan(75);
  });
});

describe('linesBetween', () => {
  const source = ['head {', '  one();', '', '    two();', '  three();', '}'].join('\n');

  it('gives the lines from the first to the last without the indentation that all share', () => {
    expect(linesBetween(source, 'head', 'one', 'three')).toEqual([
      { text: 'one();', number: 2 },
      { text: '', number: 3 },
      { text: '  two();', number: 4 },
      { text: 'three();', number: 5 },
    ]);
  });

  it('says which line is not there', () => {
    expect(() => linesBetween(source, 'head', 'four', 'five')).toThrow(
      'The source has no line with "four" after "head".',
    );
  });
});
