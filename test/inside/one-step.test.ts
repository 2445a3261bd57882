import { beforeAll, describe, expect, it } from 'vitest';
import { readTestDigits } from '../../src/commands/bench-files.ts';
import { picture, type PackedDigits } from '../../src/digits/packed.ts';
import { kernelScorer } from '../../src/inside/bench/create-scorer.ts';
import { measureBench } from '../../src/inside/bench/measure.ts';
import {
  cheapEta,
  ETAS,
  lessonOf,
  type Right,
  rightIn,
  weightsMoved,
} from '../../src/inside/one-step.ts';
import { crossEntropy } from '../../src/network/cost.ts';
import { argmax, feedforward, scoresOf } from '../../src/network/feedforward.ts';
import { cloneNetwork, type Network } from '../../src/network/network.ts';
import { nudged } from '../../src/network/sgd.ts';
import { testKernel } from '../kernel/kernel.ts';
import { explainer, pictureOf, recogniser } from './networks.ts';

let digits: PackedDigits;
beforeAll(() => {
  digits = readTestDigits();
});

/** How many of the test digits are read rightly, of each label, one by one. */
function recount(network: Network): number[] {
  const right = Array<number>(10).fill(0);
  for (let i = 0; i < digits.count; i++) {
    const label = digits.labels[i];
    if (argmax(scoresOf(feedforward(network, picture(digits, i)))) === label) right[label]++;
  }
  return right;
}

describe('the price of a step', () => {
  it('is that of a recount over all 10,000 test digits', { timeout: 120_000 }, async () => {
    const score = kernelScorer(await testKernel(), digits);
    const gradient = lessonOf(recogniser, pictureOf(115), 9);
    for (const eta of [0.02, 0.5]) {
      const after = nudged(recogniser, gradient, eta);
      const scored = { count: digits.count, labels: digits.labels, scores: score(after) };
      const price = rightIn(measureBench(scored).confusion);
      const counted = recount(after);
      expect(price.perDigit).toEqual(counted);
      expect(price.right).toBe(counted.reduce((sum, n) => sum + n));
      expect(price.count).toBe(10_000);
    }
  });
});

describe('a lesson', () => {
  it('is the slope of the cross-entropy of one picture, as central differences find it', () => {
    const x = pictureOf(2);
    const gradient = lessonOf(explainer, x, 7);
    const y = Array.from({ length: 10 }, (_, j) => Number(j === 7));
    const cost = (network: Network): number => {
      const { zs, activations } = feedforward(network, x);
      const z = zs[zs.length - 1];
      const a = activations[activations.length - 1];
      return y.reduce((sum, wanted, j) => sum + crossEntropy.value(z[j], a[j], wanted), 0);
    };
    const h = 1e-5;
    for (const [l, i] of [
      [0, 5 * 784 + 400],
      [1, 37],
      [2, 90],
    ]) {
      const [up, down] = [cloneNetwork(explainer), cloneNetwork(explainer)];
      up.layers[l].weights[i] += h;
      down.layers[l].weights[i] -= h;
      expect(gradient.nablaW[l][i]).toBeCloseTo((cost(up) - cost(down)) / (2 * h), 6);
    }
  });

  it('moves as many weights as lead from ink, and all behind the first layer', () => {
    const x = pictureOf(0);
    const ink = x.filter((v) => v > 0).length;
    const after = nudged(recogniser, lessonOf(recogniser, x, 3), 0.02);
    const [first, ...later] = recogniser.layers;
    const all = later.reduce((sum, { nIn, nOut }) => sum + nIn * nOut, first.nOut * ink);
    expect(weightsMoved(recogniser, after)).toBeGreaterThan(0.95 * all);
    expect(weightsMoved(recogniser, after)).toBeLessThanOrEqual(all);
    expect(weightsMoved(recogniser, recogniser)).toBe(0);
  });

  it('leaves the network that it is taken from as it was, to the last bit', () => {
    const before = cloneNetwork(recogniser);
    nudged(recogniser, lessonOf(recogniser, pictureOf(1), 4), 1);
    expect(recogniser).toEqual(before);
  });

  it('refuses a label that no output stands for', () => {
    expect(() => lessonOf(explainer, pictureOf(0), 10)).toThrow('A label is 0 to 9; got 10.');
  });
});

describe('the size to begin with', () => {
  const of = (right: number): Right => ({ count: 10_000, right, perDigit: [] });
  const now = of(9_900);

  it('is the largest that costs less than a tenth of a point', () => {
    const prices = [9_900, 9_901, 9_891, 9_890, 9_700, 9_895, 9_000, 8_000, 5_000].map(of);
    expect(cheapEta(ETAS, now, prices)).toBe(ETAS[5]);
  });

  it('is the smallest where none does, and passes over what was not measured', () => {
    expect(
      cheapEta(
        ETAS,
        now,
        ETAS.map(() => of(9_000)),
      ),
    ).toBe(ETAS[0]);
    expect(
      cheapEta(ETAS, now, [of(9_900), null, of(9_899), ...ETAS.slice(3).map(() => null)]),
    ).toBe(ETAS[2]);
  });
});
