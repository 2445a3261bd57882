import { describe, expect, it } from 'vitest';
import { readMnist } from '../../src/commands/mnist-files.ts';
import { type Digits, PIXELS, sliceDigits } from '../../src/digits/mnist.ts';
import { stranger } from '../../src/digits/strangers.ts';
import { createRandom } from '../../src/network/random.ts';
import { NO_LABEL } from '../../src/network/examples.ts';
import { type Recipe, recipes } from '../../src/training/recipes.ts';
import { trainByRecipe } from '../../src/training/train-by-recipe.ts';
import { vary } from '../../src/training/variety.ts';

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
      expect(strangers / digits.count).toBeGreaterThan(0.5 * variety.strangers);
      expect(strangers / digits.count).toBeLessThan(1.5 * variety.strangers);
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

describe('a recipe', () => {
  const short: Recipe = { ...recipes.recogniser, sizes: [784, 8, 10], epochs: 3, miniBatch: 7 };

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
