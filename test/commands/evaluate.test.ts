import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { RowsResult } from '../../src/commands/rows-file.ts';
import { place, readStrokes, tunedOn } from '../../src/commands/strokes-file.ts';
import { bounds } from '../../src/digits/strokes.ts';
import { createRandom } from '../../src/network/random.ts';
import { DRAWN_DIGITS } from '../drawings/digits.ts';
import { run } from './run.ts';

/** The hand-drawn digits in the form of a pen-digit file: whole numbers, the longer side 1000. */
const records = DRAWN_DIGITS.map(({ id, label, hand, strokes }) => {
  const box = bounds(strokes) ?? { left: 0, top: 0, right: 1, bottom: 1 };
  const scale = 1000 / Math.max(box.right - box.left, box.bottom - box.top);
  return {
    id,
    writer: hand,
    label,
    strokes: strokes.map((points) =>
      points.map((v, i) => Math.round(scale * (v - (i % 2 === 0 ? box.left : box.top)))),
    ),
  };
});
const folder = mkdtempSync(path.join(tmpdir(), 'strokes-'));
const file = path.join(folder, 'drawn.json.gz');
writeFileSync(file, gzipSync(JSON.stringify(records)));

describe('npm run evaluate', () => {
  it('prints one object and nothing else, a row for each size, place and rotation', async () => {
    const { code, stdout } = await run('evaluate', [
      '--json',
      ...['--strokes', file, '--sizes', '12,26', '--places', 'centre,random'],
      ...['--rotations', '-10,0,10', '--model', 'recogniser'],
    ]);
    expect(code).toBe(0);
    const result = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(result)).toEqual(['model', 'mnist', 'strokes']);
    expect(result['model']).toBe('recogniser');
    expect(result['mnist']).toEqual({
      accuracy: expect.any(Number) as number,
      perDigit: new Array(10).fill(expect.any(Number)),
    });
    const rows = result['strokes'] as Record<string, unknown>[];
    expect(rows.map(({ size, place, rotation }) => [size, place, rotation])).toEqual(
      [12, 26].flatMap((size) =>
        ['centre', 'random'].flatMap((place) => [-10, 0, 10].map((turn) => [size, place, turn])),
      ),
    );
    for (const row of rows) {
      expect(Object.keys(row).sort()).toEqual(
        [
          ...['accuracy', 'flaggedRight', 'flaggedWrong', 'perDigit'],
          ...['place', 'rotation', 'size', 'writerMean'],
        ].sort(),
      );
      expect(row['accuracy']).toBeGreaterThan(0.9);
      expect(row['writerMean']).toBeLessThanOrEqual(1);
    }
  });

  it.each([
    [
      ['--model', 'oracle'],
      "--model takes classic, explainer, explainer-b, recogniser; got 'oracle'.",
    ],
    [['--sizes', '12,big'], "--sizes takes numbers from 1 to 28, with commas; got '12,big'."],
    [['--places', 'left'], "--places takes centre, random or both, with a comma; got 'left'."],
    [['--rotations', '400'], '--rotations takes numbers from -180 to 180'],
    [['--strokes', 'nowhere.json'], "no such file or directory, open 'nowhere.json'"],
    [['--sizes', '12'], '--sizes says how pen digits are drawn: it needs --strokes FILE.'],
    [['--colour', 'red'], "Unknown option '--colour'"],
    [['--writers', 'few'], "--writers takes all, held or tuned; got 'few'."],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await run('evaluate', args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });
});

it.each(['evaluate', 'train', 'bench', 'notebooks', 'pack-digits'])(
  'npm run %s --help says how it is called, and does nothing else',
  async (command) => {
    const { code, stdout, stderr } = await run(command, ['--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^npm run ${command}\\b`));
    expect(stdout).not.toContain('*');
  },
);

describe('a file of pen digits', () => {
  it.each([
    ['an object', {}, 'expected a JSON array'],
    ['a label of 11', [{ ...records[0], label: 11 }], 'record 0 is not'],
    ['half a point', [records[0], { ...records[1], strokes: [[1, 2, 3]] }], 'record 1 is not'],
    ['no strokes', [{ ...records[0], strokes: [] }], 'record 0 is not'],
    ['a word for a number', [{ ...records[0], strokes: [['1', 2]] }], 'record 0 is not'],
  ])('is refused with %s', (_, content, message) => {
    const bad = path.join(folder, 'bad.json');
    writeFileSync(bad, JSON.stringify(content));
    expect(() => readStrokes(bad)).toThrow(message);
  });

  it.each([
    ['cut short', gzipSync(JSON.stringify(records)).subarray(0, 500)],
    ['empty', Buffer.alloc(0)],
    ['no JSON', Buffer.from('[{"id":')],
  ])('that is %s is refused in one line, by its name', async (_, bytes) => {
    const bad = path.join(folder, 'bad.json.gz');
    writeFileSync(bad, bytes);
    const { code, stdout, stderr } = await run('evaluate', ['--strokes', bad]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(bad);
  });

  it('splits its writers in two halves that share nobody', () => {
    const digits = Array.from({ length: 9 }, (_, i) => ({ ...records[i], writer: `w${i % 5}` }));
    const tuned = tunedOn(digits);
    const names = (half: boolean): string[] =>
      [...new Set(digits.filter((d) => tuned(d) === half).map(({ writer }) => writer))].sort();
    expect(names(true)).toEqual(['w0', 'w2', 'w4']);
    expect(names(false)).toEqual(['w1', 'w3']);
  });

  it('is drawn as large, as far round and inside the pad as asked', () => {
    const random = createRandom(3);
    for (const digit of readStrokes(file)) {
      const drawing = place(digit, { size: 14, place: 'random', rotation: 0 }, random);
      const box = bounds(drawing.map(({ points }) => points));
      if (!box) throw new Error('an empty drawing');
      const longer = Math.max(box.right - box.left, box.bottom - box.top);
      expect(Math.abs(longer - 0.5)).toBeLessThan(1 / 160);
      expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
      expect(Math.max(box.right, box.bottom)).toBeLessThanOrEqual(1);
    }
  });

  it('measures rows of pen digits', async () => {
    const args = ['--strokes', file, '--several', '--rows', '3', '--json'];
    const { code, stdout } = await run('evaluate', args);
    expect(code).toBe(0);
    const { rows, strokes } = JSON.parse(stdout) as { rows: RowsResult[]; strokes: unknown[] };
    expect(strokes).toEqual([]);
    expect(rows).toHaveLength(7);
    for (const { cut, fewer, more, right, rows: many, missed } of rows) {
      expect(cut + fewer + more).toBeCloseTo(1);
      expect(right).toBeLessThanOrEqual(cut);
      const wrong = missed.reduce((sum, one) => sum + one.wrong, 0);
      expect(wrong / many).toBeCloseTo(1 - right);
    }
  });

  it('says of rows what fails, the worst pairs first', async () => {
    const args = ['--strokes', file, '--several', '--rows', '40'];
    const { stdout } = await run('evaluate', args);
    expect(stdout).toContain('rows of pen digits, all writers, 40 of each kind, in %:');
    expect(stdout).toMatch(/pairs joined, most often misread: \d\d \(\d+ of \d+, as \d+/);
  });

  it('refuses rows of nothing', async () => {
    expect((await run('evaluate', ['--several'])).code).not.toBe(0);
    expect((await run('evaluate', ['--strokes', file, '--rows', '3'])).code).not.toBe(0);
  });
});
