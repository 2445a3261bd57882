import { describe, expect, it } from 'vitest';
import { openModel } from '@/commands/models.ts';
import { penRow, type Spacing } from '@/commands/rows-file.ts';
import { bounds } from '@/digits/strokes.ts';
import { argmax } from '@/network/feedforward.ts';
import { createRandom } from '@/network/random.ts';
import { readCut, readSeveral } from '@/recogniser/several.ts';
import { DRAWN_DIGITS } from '../drawings/digits.ts';

const network = openModel('recogniser');

/** Our own drawings by a plain hand, as pen digits are: the longer side 1000. */
const plain = DRAWN_DIGITS.filter(({ hand }) => hand === 'plain').map(({ id, label, strokes }) => {
  const box = bounds(strokes) ?? { left: 0, top: 0, right: 1, bottom: 1 };
  const scale = 1000 / Math.max(box.right - box.left, box.bottom - box.top);
  const at = (v: number, i: number): number => scale * (v - (i % 2 === 0 ? box.left : box.top));
  return { id, writer: 'us', label, strokes: strokes.map((points) => points.map(at)) };
});

/** The share of rows of which every digit is read as it was meant, and no more. */
function shareRight(length: number, spacing: Spacing, rows: number): number {
  const random = createRandom(7);
  let right = 0;
  for (let i = 0; i < rows; i++) {
    const digits = Array.from({ length }, () => plain[random.integer(plain.length)]);
    const { labels, drawing } = penRow(digits, spacing, random);
    const said = readSeveral(network, drawing).pieces.map(({ reading }) => argmax(reading.scores));
    if (said.join() === labels.join()) right++;
  }
  return right / rows;
}

describe('readSeveral, on rows of our own drawings', () => {
  it.each([2, 3, 5])(
    'reads nineteen rows of %d digits of twenty, where they stand apart',
    (length) => {
      expect(shareRight(length, 'gaps', 60)).toBeGreaterThanOrEqual(0.95);
    },
  );

  it('reads three pairs of four whose ink touches', () => {
    expect(shareRight(2, 'touching', 60)).toBeGreaterThanOrEqual(0.75);
  });

  it('reads one pair of three that is one stroke: what joins them is ink of neither', () => {
    expect(shareRight(2, 'joined', 60)).toBeGreaterThanOrEqual(0.33);
  });

  it('reads one digit as one digit', () => {
    const random = createRandom(3);
    const cut = plain.filter((digit) => {
      const { pieces } = readSeveral(network, penRow([digit], 'gaps', random).drawing);
      return pieces.length !== 1;
    });
    expect(cut.length / plain.length).toBeLessThanOrEqual(0.04);
  });

  it('reads nothing where there is nothing', () => {
    expect(readSeveral(network, [])).toEqual({ cuts: [], pieces: [] });
  });
});

describe('readCut', () => {
  it('cuts where it is told to', () => {
    const bar = (x: number) => ({ points: [x, 0.2, x, 0.6], width: 0.05, erase: false });
    const { pieces } = readCut(network, [bar(0.2), bar(0.3), bar(0.6)], [0.45]);
    expect(pieces.map(({ drawing }) => drawing.length)).toEqual([2, 1]);
  });
});
