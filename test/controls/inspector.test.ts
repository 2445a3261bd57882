import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../src/controls/inspector/inspector-digits.ts';
import { rowsOf } from '../../src/controls/inspector/inspector-rows.ts';
import { Inspector } from '../../src/controls/inspector/inspector.svelte.ts';
import { backprop } from '../../src/network/backprop.ts';
import { quadratic } from '../../src/network/cost.ts';
import { explainBackward } from '../../src/explain/explain-backward.ts';
import { explain, isSum, type Part } from '../../src/explain/explain.ts';
import { feedforward } from '../../src/network/feedforward.ts';
import { createNetwork } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { isWithinHalf, roundTo } from '../../src/words/numbers.ts';

const OUTPUT: Part = { kind: 'activation', layer: 3, j: 7 };
const HIDDEN: Part = { kind: 'activation', layer: 2, j: 4 };
const WEIGHT: Part = { kind: 'weight', layer: 2, j: 4, k: 3 };

describe('the way through the numbers', () => {
  it('leads back to where it began', () => {
    const inspector = new Inspector(OUTPUT);
    inspector.follow(HIDDEN);
    inspector.follow({ ...HIDDEN });
    inspector.follow(WEIGHT);
    inspector.back();
    expect(inspector.part).toEqual(HIDDEN);
    inspector.back();
    expect([inspector.part, inspector.canGoBack]).toEqual([OUTPUT, false]);
    inspector.back();
    expect(inspector.part).toEqual(OUTPUT);
  });

  it('begins anew when something is pointed at, closed or reset', () => {
    const inspector = new Inspector(OUTPUT);
    inspector.follow(HIDDEN);
    inspector.open(WEIGHT);
    expect([inspector.part, inspector.canGoBack]).toEqual([WEIGHT, false]);
    inspector.follow(HIDDEN);
    inspector.close();
    expect([inspector.part, inspector.canGoBack]).toEqual([null, false]);
    inspector.follow(HIDDEN);
    expect(inspector.canGoBack).toBe(false);
    inspector.reset();
    expect(inspector.part).toEqual(OUTPUT);
  });

  it('forgets what lies a hundred steps back', () => {
    const inspector = new Inspector();
    for (let k = 0; k < 150; k++) inspector.follow({ kind: 'input', k });
    let steps = 0;
    for (; inspector.canGoBack; steps++) inspector.back();
    expect([steps, inspector.part]).toEqual([100, { kind: 'input', k: 49 }]);
  });
});

it('shows factors, products, sums and results that agree as shown, on any network', () => {
  const seeds = fc.integer({ min: 0, max: 99_999 });
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 40 }), fc.nat(12), (seed, nIn, kind) => {
      const random = createRandom(seed);
      const network = createNetwork([nIn, 3, 2], 'normal', random);
      const pass = feedforward(
        network,
        Array.from({ length: nIn }, () => random.uniform()),
      );
      const layer = 1 + (seed % 2);
      const part: Part = [
        { kind: 'activation', layer, j: 1 } as const,
        { kind: 'z', layer, j: 0 } as const,
        { kind: 'product', layer, j: 1, k: 0 } as const,
        { kind: 'cost' } as const,
        { kind: 'square', j: 1 } as const,
        { kind: 'wish', layer, j: 0 } as const,
        { kind: 'slope', layer, j: 0 } as const,
        { kind: 'delta', layer, j: 1 } as const,
        { kind: 'request', layer: 2, j: 1, k: 0 } as const,
        { kind: 'nablaB', layer, j: 1 } as const,
        { kind: 'nablaW', layer, j: 1, k: 0 } as const,
        { kind: 'nudgeB', layer, j: 1 } as const,
        { kind: 'nudgeW', layer, j: 1, k: 0 } as const,
      ][kind];
      const y = Array.from({ length: network.sizes[2] }, (_, j) => (j === seed % 2 ? 1 : 0));
      const back = { y, eta: 3, errors: backprop(network, pass, y, quadratic) };
      const explanation = explainBackward(network, pass, back, part);
      const { calculation } = explanation;
      if (calculation === null) throw new Error('These are all computed.');
      const places = placesOf(explanation);
      const { start, steps } = calculation;
      if (isSum(start)) {
        const { factors, products } = places.terms;
        let added = roundTo(start.rest.total, products);
        for (const term of start.terms) {
          const [one, other] = term.factors.map(({ value }) => roundTo(value, factors));
          const shown = roundTo(term.product.value, products);
          expect(isWithinHalf(one * other, shown, products)).toBe(true);
          added += shown;
        }
        expect(isWithinHalf(added, roundTo(start.total, places.start), places.start)).toBe(true);
      }
      let running = isSum(start) ? start.total : start.value;
      steps.forEach((step, i) => {
        const { operand, result } = places.steps[i];
        const left = roundTo(running, operand);
        const right = 'operand' in step ? roundTo(step.operand.value, operand) : 0;
        const shown = {
          ...{ add: left + right, subtract: left - right, multiply: left * right },
          ...{ sigma: 1 / (1 + Math.exp(-left)), halve: left / 2, taper: left * (1 - left) },
        }[step.operator];
        expect(isWithinHalf(shown, roundTo(step.result.value, result), result)).toBe(true);
        running = step.result.value;
      });
      for (const row of rowsOf(explanation, places)) expect(Number.isFinite(row.value)).toBe(true);
      expect(Math.max(places.terms.factors, places.terms.products)).toBeLessThanOrEqual(12);
    }),
    { numRuns: 400 },
  );
});

it('does not write 1.00 for what is not quite 1', () => {
  const network = createNetwork([1, 1], 'normal', createRandom(1));
  network.layers[0].weights[0] = 8;
  network.layers[0].biases[0] = 0;
  const explanation = explain(network, feedforward(network, [1]), {
    kind: 'activation',
    layer: 1,
    j: 0,
  });
  expect(roundTo(explanation.value, placesOf(explanation).value)).toBeLessThan(1);
});
