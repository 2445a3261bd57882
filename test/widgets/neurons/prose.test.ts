/** What chapter 1 says in words about its figures, and no number of src/values stands behind. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { GivenDigit } from '@/digits/sheet.ts';
import { argmax, feedforward } from '@/network/feedforward.ts';
import { explainer, hundred, loadResources, thousand } from '@/islands/resources.ts';
import { FIRST_NEURON, firstState } from '@/reader/state.ts';
import { FIRST_THREE, SECOND_THREE } from '@/measured/threes.ts';
import { valueOf } from '@/measured/values.ts';
import { without } from '@/widgets/neurons/parts-of-digits/digit-parts.ts';
import { FIRST_EIGHT } from '@/widgets/neurons/parts-of-digits/parts-of-digits.svelte.ts';
import { neighboursOf } from '@/widgets/neurons/three-threes/pixel-distance.ts';
import { STROKES } from '@/widgets/neurons/paint-weights/test-strokes.ts';
import { FIRST, SECOND } from '@/widgets/neurons/three-threes/three-threes.svelte.ts';

beforeAll(() => loadResources());

function digitAt(index: number): GivenDigit {
  const digit = [...hundred.value, ...thousand.value].find((one) => one.index === index);
  if (!digit) throw new Error(`There is no test digit ${index} here.`);
  return digit;
}

const readAs = (pixels: Float64Array): number => {
  const { activations } = feedforward(explainer.value, pixels);
  return argmax(activations[3]);
};

/** The sum of the products after each row of the first digit, for the first neuron. */
function sumsByRow(): number[] {
  const weights = explainer.value.layers[0].weights.subarray(784 * FIRST_NEURON.index);
  let sum = 0;
  return Array.from({ length: 28 }, (_, row) => {
    for (let k = 28 * row; k < 28 * (row + 1); k++) {
      sum += weights[k] * firstState(hundred.value).digit.pixels[k];
    }
    return sum;
  });
}

it('begins with two 3s of which the prose has the numbers', () => {
  expect([FIRST, SECOND]).toEqual([FIRST_THREE, SECOND_THREE]);
});

it('has an 8 as the nearest neighbour of the first 3, nearer than any other 3', async () => {
  const [nearest] = neighboursOf(digitAt(FIRST), thousand.value);
  expect(nearest.digit.label).toBe(8);
  expect(await valueOf('threes.further')).toBe(await valueOf('threes.others'));
});

it.each([
  ['right half', 8],
  ['upper half', 2],
  ['lower half', 9],
] as const)('reads the first 8 without its %s as a %i', (half, label) => {
  expect(readAs(without(digitAt(FIRST_EIGHT).pixels, half))).toBe(label);
});

describe('the first neuron on the first digit', () => {
  it('has a sum that rises over the top, sinks in the red above the waist, and is lifted by the waist', () => {
    const sums = sumsByRow();
    const [top, above, waist] = [sums[7], sums[12], sums[15]];
    expect(top).toBeGreaterThan(2);
    expect(above).toBeLessThan(-1);
    expect(waist).toBeGreaterThan(2);
    expect(Math.min(...sums)).toBe(above);
  });

  it('adds up on paper as it is printed, and its bias must fall for half of the digits', async () => {
    const [sum, bias, z, a, awake] = await Promise.all(
      ['sum', 'bias', 'z', 'activation', 'awake'].map((name) => valueOf(`neuron.${name}`)),
    );
    expect(Number(sum) + Number(bias)).toBeCloseTo(Number(z), 9);
    expect(1 / (1 + Math.exp(-Number(z)))).toBeCloseTo(Number(a), 2);
    expect(Number(awake)).toBeGreaterThan(500);
  });
});

it('gives stroke and blob the same sum with blue alone, and the blob less than 0 with red beside it', () => {
  const { edge, blob, patch, surrounded } = STROKES.level;
  const on = (weights: Float64Array, picture: Float64Array): number =>
    weights.reduce((sum, w, k) => sum + w * picture[k], 0);
  expect(on(patch, edge)).toBe(on(patch, blob));
  expect(on(surrounded, edge)).toBe(on(patch, edge));
  expect(on(surrounded, blob)).toBeLessThan(0);
});
