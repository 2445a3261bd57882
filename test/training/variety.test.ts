import { describe, expect, it } from 'vitest';
import { readKernel } from '../../src/commands/kernel-file.ts';
import { readMnist } from '../../src/commands/mnist-files.ts';
import { type Digits, PIXELS, sliceDigits } from '../../src/digits/mnist.ts';
import { stranger } from '../../src/digits/strangers.ts';
import { startKernel } from '../../src/kernel/kernel.ts';
import { createRandom } from '../../src/network/random.ts';
import { NO_LABEL } from '../../src/network/examples.ts';
import { type Recipe, recipes } from '../../src/training/recipes.ts';
import { trainByRecipe } from '../../src/training/train-by-recipe.ts';
import { vary } from '../../src/training/variety.ts';

const kernel = await startKernel(readKernel());
const digits = sliceDigits(readMnist('train'), 0, 1000);
const variety = recipes.recogniser.variety;
if (!variety) throw new Error('The recogniser is trained on varied digits.');

function copy({ count, inputs, labels }: Digits): Digits {
  return { count, inputs: Uint8Array.from(inputs), full: 255, labels: Uint8Array.from(labels) };
}

describe('varied digits', () => {
  it('leave the digits they are made from as they were, epoch after epoch', () => {
    const before = copy(digits);
    for (let epoch = 0; epoch < 3; epoch++) {
      const { labels } = vary(digits, variety, createRandom(epoch));
      const strangers = labels.filter((label) => label === NO_LABEL).length;
      const wanted = variety.strangers + variety.letters;
      expect(strangers / digits.count).toBeGreaterThan(0.5 * wanted);
      expect(strangers / digits.count).toBeLessThan(1.5 * wanted);
    }
    expect(Buffer.compare(digits.inputs, before.inputs)).toBe(0);
    expect(Buffer.compare(digits.labels, before.labels)).toBe(0);
  });

  it('keep every other label', () => {
    const { labels } = vary(digits, variety, createRandom(1));
    labels.forEach((label, i) => {
      if (label !== NO_LABEL) expect(label).toBe(digits.labels[i]);
    });
  });

  it('are the same for the same seed, and others for another', () => {
    const one = vary(digits, variety, createRandom(7)).inputs;
    expect(Buffer.compare(vary(digits, variety, createRandom(7)).inputs, one)).toBe(0);
    expect(Buffer.compare(vary(digits, variety, createRandom(8)).inputs, one)).not.toBe(0);
  });
});

it('makes strangers of 784 numbers from 0 to 1, with some ink, the same for the same seed', () => {
  const [random, again] = [createRandom(2), createRandom(2)];
  for (let i = 0; i < 500; i++) {
    const picture = stranger(digits, random);
    expect(picture).toHaveLength(PIXELS);
    expect(picture.every((v) => v >= 0 && v <= 1)).toBe(true);
    expect(picture.some((v) => v > 0.5)).toBe(true);
    expect(stranger(digits, again)).toEqual(picture);
  }
});

const NOTHING = { habits: 0, strangers: 0, letters: 0, pen: 0, traced: 0 };

it.each(['pen', 'traced'] as const)(
  'only %s: all digits are inked as the page inks them',
  (way) => {
    const varied = vary(digits, { ...variety, ...NOTHING, [way]: 1 }, createRandom(3));
    expect(varied.labels).toEqual(digits.labels);
    for (let i = 0; i < digits.count; i++) {
      const ink = varied.inputs.subarray(i * PIXELS, (i + 1) * PIXELS);
      // crisp: most pixels are background or full ink
      const grey = ink.filter((v) => v > 40 && v < 215).length;
      expect(grey).toBeLessThan(ink.filter((v) => v > 0).length / 1.5);
    }
  },
);

describe('a recipe', () => {
  const byKernel: Recipe = { ...recipes.recogniser, sizes: [784, 8, 10], epochs: 3, miniBatch: 7 };
  const short: Recipe = { ...byKernel };
  delete (short as { engine?: string }).engine;

  it('for the kernel is refused without one, and with it makes the same weights each time', () => {
    const few = sliceDigits(digits, 0, 200);
    expect(() => trainByRecipe(byKernel, few, () => undefined)).toThrow('for the kernel');
    const first = trainByRecipe(byKernel, few, () => undefined, kernel);
    expect(trainByRecipe(byKernel, few, () => undefined, kernel)).toEqual(first);
  });

  it('says little else with the kernel than without', () => {
    const few = sliceDigits(digits, 0, 200);
    const [fast] = trainByRecipe(byKernel, few, () => undefined, kernel).network.layers;
    const [slow] = trainByRecipe(short, few, () => undefined).network.layers;
    fast.weights.forEach((w, i) => expect(Math.abs(w - slow.weights[i])).toBeLessThan(1e-4));
  });

  it('keeps the digits as they were varied for as many epochs as it says', () => {
    const few = sliceDigits(digits, 0, 50);
    const after = (epochs: number, each: number): unknown =>
      trainByRecipe(
        { ...short, epochs, etaLeft: 1, variety: { ...variety, epochs: each } },
        few,
        () => undefined,
      ).network;
    expect(after(2, 2)).toEqual(after(2, 5));
    expect(after(2, 2)).not.toEqual(after(2, 1));
  });

  it('makes the same weights to the last bit each time', () => {
    const first = trainByRecipe(short, sliceDigits(digits, 0, 200), () => undefined);
    const again = trainByRecipe(short, sliceDigits(digits, 0, 200), () => undefined);
    expect(again).toEqual(first);
  });

  it('reports each epoch once, in order', () => {
    const reported: number[] = [];
    trainByRecipe(short, sliceDigits(digits, 0, 50), (epoch) => reported.push(epoch));
    expect(reported).toEqual([1, 2, 3]);
  });
});
