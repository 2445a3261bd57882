import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { staleCells } from '../../../src/commands/notebooks/compare.ts';
import type { Output } from '../../../src/commands/notebooks/notebook-file.ts';

const printed = (...text: string[]): Output => ({
  output_type: 'stream',
  name: 'stdout',
  text,
});
const shown = (data: Record<string, string | string[]>): Output => ({
  output_type: 'execute_result',
  data,
  metadata: {},
});

/** A PNG of one grey, packed more or less. */
async function png(grey: number, compressionLevel = 9): Promise<string> {
  const create = {
    width: 64,
    height: 64,
    channels: 3,
    background: { r: grey, g: grey, b: grey },
  } as const;
  return (await sharp({ create }).png({ compressionLevel }).toBuffer()).toString('base64');
}

/** A picture, 64 high, with a light line of 3 pixels across it. */
async function striped(y: number, width: number): Promise<string> {
  const pixels = new Uint8Array(64 * width).fill(100).fill(250, y * width, (y + 3) * width);
  const raw = { width, height: 64, channels: 1 } as const;
  return (await sharp(pixels, { raw }).png().toBuffer()).toString('base64');
}

describe('staleCells', () => {
  it.each([
    ['the same text', [printed('a\n')], [printed('a\n')]],
    ['text cut in other places', [printed('a\n', 'b\n')], [printed('a\nb\n')]],
    ['a stream in two pieces', [printed('a\n'), printed('b\n')], [printed('a\nb\n')]],
    ['another count of executions', [{ ...shown({}), execution_count: 7 }], [shown({})]],
    ['nothing', [], []],
  ])('lets pass %s', async (_, stored, fresh) => {
    expect(await staleCells([stored], [fresh], 'pixels')).toEqual([]);
  });

  it.each([
    ['another text', [printed('a\nb\n')], [printed('a\nc\n')], 'prints «c»; stored is «b»'],
    ['a line more', [printed('a\n')], [printed('a\nb\n')], 'prints «b»; stored is «»'],
    ['a line less', [printed('a\nb')], [printed('a')], 'prints «(nothing)»; stored is «b»'],
    ['a cell that never ran', [], [printed('a\n')], 'puts out 1 things; 0 are stored'],
    [
      'another form',
      [shown({ 'text/plain': 'a' })],
      [shown({ 'text/html': 'a' })],
      'shows text/html; stored is text/plain',
    ],
    [
      'another picture',
      [shown({ 'image/svg+xml': '<svg/>' })],
      [shown({ 'image/svg+xml': '<svg></svg>' })],
      'prints «<svg></svg>»; stored is «<svg/>»',
    ],
  ])('names %s', async (_, stored, fresh, fault) => {
    expect(await staleCells([[], stored], [[], fresh], 'pixels')).toEqual([`cell 2 ${fault}`]);
  });

  it('holds pictures to their pixels, not to their bytes', async () => {
    const [packed, loose] = [await png(100), await png(100, 0)];
    expect(packed).not.toBe(loose);
    const stored = [[shown({ 'image/png': packed })]];
    expect(await staleCells(stored, [[shown({ 'image/png': loose })]], 'pixels')).toEqual([]);
    const darker = [[shown({ 'image/png': await png(90) })]];
    expect(await staleCells(stored, darker, 'pixels')).toEqual([
      'cell 1 shows a picture that is not the stored one',
    ]);
    expect(await staleCells(stored, darker, 'glance')).toEqual([]);
    expect(await staleCells([[shown({})]], darker, 'glance')).toHaveLength(1);
  });

  it.each([
    ['a line that moved by a pixel', striped(20, 64), 0],
    ['a line that is gone', png(100), 1],
    ['a shape a little wider', striped(21, 66), 0],
    ['another shape', striped(21, 80), 1],
  ])('sees at a glance %s, or lets it pass', async (_, now, faults) => {
    const stored = [[shown({ 'image/png': await striped(21, 64) })]];
    expect(await staleCells(stored, [[shown({ 'image/png': await now })]], 'glance')).toHaveLength(
      faults,
    );
  });
});
