import { describe, expect, it } from 'vitest';
import { backprop } from '../../src/network/backprop.ts';
import { quadratic } from '../../src/network/cost.ts';
import { ShapeError, ValueError } from '../../src/network/errors.ts';
import { type Backward, explainBackward, valueOf } from '../../src/explain/explain-backward.ts';
import {
  counted,
  explain,
  type Explanation,
  isBackward,
  isSum,
  keyOf,
  nameOf,
  type Part,
  type Quantity,
} from '../../src/explain/explain.ts';
import { feedforward } from '../../src/network/feedforward.ts';
import { createNetwork, type Network } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { example, readTestDigits } from '../network/digits.ts';
import { dualSlopes } from '../network/dual-network.ts';
import { HAND_INPUT, handNetwork } from '../network/hand.ts';

function work(network: Network, x: ArrayLike<number>, y: ArrayLike<number>) {
  const pass = feedforward(network, x);
  const back: Backward = { y, eta: 3, errors: backprop(network, pass, y, quadratic) };
  return {
    ...{ network, pass, back },
    open: (part: Part): Explanation => explainBackward(network, pass, back, part),
  };
}

const { x, y } = example(readTestDigits(), 5);
const real = work(createNetwork([784, 16, 16, 10], 'scaled', createRandom(3)), x, y);

/** Every number that an explanation speaks of. */
function numbersIn({ calculation, leads, related }: Explanation): Quantity[] {
  const terms = leads?.terms.slice() ?? [];
  const found = [...related];
  if (calculation !== null) {
    if (isSum(calculation.start)) terms.push(...calculation.start.terms);
    else found.push(calculation.start);
    for (const step of calculation.steps) {
      found.push(step.result, ...('operand' in step ? [step.operand] : []));
    }
  }
  for (const { source, factors, product } of terms) found.push(source, ...factors, product);
  return found;
}

describe('a way back worked out on paper', () => {
  // a = 4/5 and y = 0: C = 8/25, wish -4/5, slope 4/25, error 16/125.
  const { open } = work(handNetwork(), HAND_INPUT, [0]);

  it.each<[Part, number]>([
    [{ kind: 'cost' }, 0.32],
    [{ kind: 'square', j: 0 }, 0.64],
    [{ kind: 'target', j: 0 }, 0],
    [{ kind: 'wish', layer: 2, j: 0 }, -0.8],
    [{ kind: 'slope', layer: 2, j: 0 }, 0.16],
    [{ kind: 'delta', layer: 2, j: 0 }, 0.128],
    [{ kind: 'request', layer: 2, j: 0, k: 1 }, 1.024],
    [{ kind: 'wish', layer: 1, j: 1 }, 1.024],
    [{ kind: 'delta', layer: 1, j: 1 }, -0.192],
    [{ kind: 'nablaB', layer: 1, j: 1 }, -0.192],
    [{ kind: 'nablaW', layer: 1, j: 1, k: 1 }, -0.384],
    [{ kind: 'eta' }, -3],
    [{ kind: 'nudgeB', layer: 1, j: 1 }, 0.576],
    [{ kind: 'nudgeW', layer: 1, j: 1, k: 1 }, 1.152],
  ])('has %o as %f', (part, value) => {
    expect(open(part).value).toBeCloseTo(value, 12);
  });
});

it('agrees with dual numbers on the real digit, and every number that it leads to opens as itself', () => {
  const slopes = dualSlopes(real.network, x, y, 'quadratic');
  const seen = new Map<string, Part>();
  const waiting: Part[] = [{ kind: 'cost' }, { kind: 'nudgeW', layer: 1, j: 3, k: 406 }];
  while (waiting.length > 0 && seen.size < 1500) {
    const part = waiting.shift();
    if (part === undefined || seen.has(keyOf(part))) continue;
    seen.set(keyOf(part), part);
    const explanation = real.open(part);
    for (const it of numbersIn(explanation)) {
      expect(it.value, keyOf(it.part)).toBe(valueOf(real.network, real.pass, real.back, it.part));
      waiting.push(it.part);
    }
    if (part.kind === 'wish') {
      expect(explanation.value).toBeCloseTo(-slopes.activation(part.layer - 1, part.j), 12);
    } else if (part.kind === 'nablaW') {
      expect(explanation.value).toBeCloseTo(slopes.weight(part.layer - 1, part.j, part.k), 12);
    } else if (part.kind === 'delta' || part.kind === 'nablaB') {
      expect(explanation.value).toBeCloseTo(slopes.bias(part.layer - 1, part.j), 12);
    }
  }
  const kinds = new Set([...seen.values()].filter((part) => isBackward(part)).map((it) => it.kind));
  expect(kinds.size).toBe(12);
});

it('walks from a weight of the first layer to the cost, by what it is told leads on', () => {
  const way: Part[] = [
    { kind: 'weight', layer: 1, j: 3, k: 406 },
    { kind: 'nablaW', layer: 1, j: 3, k: 406 },
    { kind: 'delta', layer: 1, j: 3 },
    { kind: 'delta', layer: 2, j: 8 },
    { kind: 'delta', layer: 3, j: 2 },
    { kind: 'wish', layer: 3, j: 2 },
    { kind: 'cost' },
  ];
  way.slice(1).forEach((next, i) => {
    const offered = numbersIn(real.open(way[i])).map(({ part }) => keyOf(part));
    expect(offered).toContain(keyOf(next));
  });
});

describe('what the steps make', () => {
  it.each<Part>([
    { kind: 'cost' },
    { kind: 'wish', layer: 2, j: 4 },
    { kind: 'delta', layer: 3, j: 4 },
    { kind: 'delta', layer: 1, j: 4 },
    { kind: 'slope', layer: 2, j: 1 },
    { kind: 'nablaW', layer: 1, j: 2, k: 400 },
    { kind: 'nudgeB', layer: 2, j: 2 },
  ])('is the number of %o', (part) => {
    const { calculation, value } = real.open(part);
    if (calculation === null) throw new Error('These are all computed.');
    const { start, steps } = calculation;
    let running = isSum(start)
      ? start.terms.reduce((sum, { product }) => sum + product.value, 0)
      : start.value;
    for (const step of steps) {
      if (step.operator === 'subtract') running -= counted(step.operand);
      else if (step.operator === 'multiply') running *= counted(step.operand);
      else if (step.operator === 'halve') running /= 2;
      else running *= 1 - running;
    }
    expect(running).toBeCloseTo(value, 12);
  });
});

describe('what cannot be told', () => {
  it.each<Part>([
    { kind: 'request', layer: 1, j: 0, k: 0 },
    { kind: 'square', j: 10 },
    { kind: 'delta', layer: 0, j: 0 },
    { kind: 'nablaW', layer: 2, j: 0, k: 16 },
  ])('is refused: %o', (part) => {
    expect(() => real.open(part)).toThrow(ShapeError);
    expect(() => nameOf(real.network, part)).toThrow(ShapeError);
  });

  it('is a way back without one, or with numbers that are none', () => {
    const part: Part = { kind: 'delta', layer: 1, j: 0 };
    expect(() => explain(real.network, real.pass, part)).toThrow(ValueError);
    const { network, pass, back } = real;
    expect(() => explainBackward(network, pass, { ...back, y: [1] }, part)).toThrow(ShapeError);
    const errors = { ...back.errors, deltas: back.errors.deltas.map((d) => d.map(() => NaN)) };
    expect(() => explainBackward(network, pass, { ...back, errors }, part)).toThrow(ValueError);
  });
});
