import { describe, expect, it } from 'vitest';
import { measureLab, measureReading, multiplyAdds } from '../../src/inside/lab.ts';
import {
  ACROSS,
  bare,
  boxed,
  DOWN,
  inverted,
  measurePlaces,
  measureShifts,
  picturesOf,
  rightAfter,
  shareOff,
  shareRight,
} from '../../src/inside/shifts.ts';
import { createNetwork, type Network } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { DRAWN_DIGITS } from '../drawings/digits.ts';
import { pen } from '../digits/geometry.ts';

const SIDE = 28;

/** Says 1 where there is ink in row 14, and 0 where there is none. */
function rowReader(): Network {
  const network = createNetwork([784, 10], 'scaled', createRandom(1));
  const [{ weights, biases }] = network.layers;
  weights.fill(0);
  biases.fill(-50);
  biases[0] = 0;
  for (let k = 14 * SIDE; k < 15 * SIDE; k++) weights[784 + k] = 100;
  return network;
}
const dot = (row: number, ink = 1): Float64Array =>
  new Float64Array(784).fill(0).with(row * SIDE + 14, ink);

describe('digits that are moved', () => {
  const network = rowReader();
  const pictures = [dot(14), dot(12), dot(0)];
  const labels = [1, 1, 0];

  it('are counted by what each was meant to be', () => {
    expect(rightAfter(network, pictures, labels, (picture) => picture)).toEqual([
      ...[1, 1, 0, 0, 0, 0, 0, 0, 0, 0],
    ]);
    const { down, across, box } = measureShifts(network, pictures, labels);
    expect(down).toHaveLength(DOWN.length);
    expect(across).toHaveLength(ACROSS.length);
    expect(down[DOWN.indexOf(0)].slice(0, 2)).toEqual([1, 1]);
    expect(down[DOWN.indexOf(2)].slice(0, 2)).toEqual([1, 1]); // now the other is in the row
    expect(down[DOWN.indexOf(1)].slice(0, 2)).toEqual([1, 0]);
    for (const right of across) expect(right.slice(0, 2)).toEqual([1, 1]);
    expect(box.slice(0, 2)).toEqual([1, 0]); // all of them at row 13: half a pixel is rounded up the page
  });

  it('are changed as they are said to be', () => {
    const grey = dot(3, 0.4);
    expect(inverted(grey)[3 * SIDE + 14]).toBe(0.6);
    expect(inverted(grey)[0]).toBe(1);
    expect(bare(grey).every((v) => v === 0)).toBe(true);
    expect(bare(dot(3, 0.5))[3 * SIDE + 14]).toBe(1);
    expect(boxed(dot(3))).toEqual(
      dot(13)
        .with(13 * SIDE + 14, 0)
        .with(13 * SIDE + 13, 1),
    );
  });

  it('give shares, of one digit and of all', () => {
    expect(shareRight([3, 1], [4, 4], 'all')).toBe(0.5);
    expect(shareRight([3, 1], [4, 4], 0)).toBe(0.75);
    const measured = measureShifts(network, pictures, labels);
    const ways = [...[-1, 1].map((by) => measured.down[DOWN.indexOf(by)]), [1, 1], [1, 1]];
    const mean = ways.reduce((sum, right) => sum + shareRight(right, [1, 2], 1), 0) / 4;
    expect(shareOff(measured, [1, 2, 0, 0, 0, 0, 0, 0, 0, 0], 1, 1)).toBe(mean);
  });

  it('stand where they are said to stand', () => {
    const found = measurePlaces(pictures, labels);
    expect(found).toMatchObject({ digits: 3, farthest: 14, longer: { pixels: 1, count: 3 } });
    expect(found.boxBelowMass).toEqual(new Array(10).fill(0));
  });

  it('come out of examples as numbers from 0 to 1', () => {
    const inputs = Uint8Array.from([0, 51, 255, 102]);
    const labelled = { count: 2, inputs, full: 255, labels: Uint8Array.from([0, 1]) };
    expect(picturesOf(labelled).map((one) => [...one])).toEqual([
      [0, 0.2],
      [1, 0.4],
    ]);
  });
});

describe('drawings with steps left out', () => {
  it('are read with each of the 32 settings by every network, and timed', () => {
    const some = DRAWN_DIGITS.slice(0, 3);
    const drawings = some.map(({ strokes }) => strokes.map((points) => pen(points, 0.07)));
    const labels = some.map(({ label }) => label);
    const networks = [1, 2].map((seed) => createNetwork([784, 10], 'scaled', createRandom(seed)));
    const measured = measureLab(networks, drawings, labels);
    expect(measured).toHaveLength(2);
    for (const { right, half } of measured) {
      expect(right).toHaveLength(32);
      for (const count of [...right, half]) {
        expect(count).toBeGreaterThanOrEqual(0);
        expect(count).toBeLessThanOrEqual(3);
      }
    }
    let clock = 0;
    expect(measureReading(networks[0], drawings, () => (clock += 0.5))).toEqual({
      preprocess: 500,
      feedforward: 500,
    });
    expect(multiplyAdds([784, 30, 10])).toBe(784 * 30 + 300);
  });
});
