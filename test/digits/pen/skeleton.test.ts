import { describe, expect, it } from 'vitest';
import { skeleton } from '../../../src/digits/pen/skeleton.ts';
import { raster } from '../../../src/digits/raster.ts';
import { openModel } from '../../../src/commands/models.ts';
import { fit, inkFitted } from '../../../src/digits/preprocess.ts';
import { readImage } from '../../../src/recogniser/recognise.ts';
import { example, readTestDigits } from '../../network/digits.ts';

const lengthOf = (lines: readonly (readonly number[])[]): number =>
  lines.reduce((sum, [ax, ay, bx, by]) => sum + Math.hypot(bx - ax, by - ay), 0);

describe('the skeleton of a picture', () => {
  it.each([2, 3, 4])('of a line %i pixels wide lies along its middle', (width) => {
    const lines = skeleton(raster([[8, 6, 20, 22]], 28, width));
    expect(lengthOf(lines)).toBeGreaterThan(20 - 2 * width);
    expect(lengthOf(lines)).toBeLessThan(22 + width);
    for (const [x, y] of lines.flatMap(([ax, ay, bx, by]) => [
      [ax, ay],
      [bx, by],
    ])) {
      // twice the area of the triangle over the line's length: how far the point lies from the line
      expect(Math.abs((y - 6) * 12 - (x - 8) * 16) / 20).toBeLessThan(0.75);
    }
  });

  it('of a ring is closed: no point has fewer than two neighbours', () => {
    const ring = Array.from({ length: 33 }, (_, i) => [
      14 + 8 * Math.cos((i * Math.PI) / 16),
      14 + 8 * Math.sin((i * Math.PI) / 16),
    ]).flat();
    const ends = new Map<string, number>();
    for (const [ax, ay, bx, by] of skeleton(raster([ring], 28, 3))) {
      for (const end of [`${ax},${ay}`, `${bx},${by}`]) ends.set(end, (ends.get(end) ?? 0) + 1);
    }
    expect(ends.size).toBeGreaterThan(60);
    expect(Math.min(...ends.values())).toBeGreaterThanOrEqual(2);
  });

  it('of a blank picture is nothing, of a dot next to nothing', () => {
    expect(skeleton(new Float64Array(784))).toEqual([]);
    expect(lengthOf(skeleton(raster([[14, 14]], 28, 2)))).toBeLessThan(2);
  });

  it('inked again leaves at least 95 in 100 test digits what they were', () => {
    const network = openModel('recogniser');
    const digits = readTestDigits();
    let right = 0;
    for (let i = 0; i < 500; i++) {
      const image = inkFitted(fit(skeleton(example(digits, i).x)), 1);
      const { scores } = readImage(network, image);
      if (scores.indexOf(Math.max(...scores)) === digits.labels[i]) right++;
    }
    expect(right).toBeGreaterThanOrEqual(475);
  });
});
