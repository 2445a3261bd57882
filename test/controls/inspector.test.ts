import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../src/controls/inspector/inspector-digits.ts';
import { listAll, listLargest, type Listing } from '../../src/controls/inspector/listing.ts';
import { rowsOf } from '../../src/controls/inspector/inspector-rows.ts';
import { Inspector } from '../../src/controls/inspector/inspector.svelte.ts';
import { backprop } from '../../src/network/backprop.ts';
import { quadratic } from '../../src/network/cost.ts';
import { explainBackward } from '../../src/explain/explain-backward.ts';
import { counted, explain, isSum, type Part, type Sum } from '../../src/explain/explain.ts';
import { feedforward } from '../../src/network/feedforward.ts';
import { createNetwork } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { isWithinHalf, roundTo } from '../../src/words/places.ts';

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
    fc.property(
      seeds,
      fc.integer({ min: 1, max: 40 }),
      fc.nat(12),
      fc.boolean(),
      (seed, nIn, kind, isAll) => {
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
        const { start, steps } = calculation;
        const listing = isSum(start) ? (isAll ? listAll(start) : listLargest(start)) : null;
        const places = placesOf(explanation, listing);
        if (isSum(start) && listing) {
          const { factors, products } = places.terms;
          let added = roundTo(listing.rest.total, products);
          for (const [i, term] of listing.terms.entries()) {
            const [one, other] = term.factors.map((factor, f) =>
              roundTo(counted(factor), factors[i][f]),
            );
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
          const right = 'operand' in step ? roundTo(counted(step.operand), operand) : 0;
          const shown = {
            ...{ add: left + right, subtract: left - right, multiply: left * right },
            ...{ sigma: 1 / (1 + Math.exp(-left)), halve: left / 2, prime: left * (1 - left) },
          }[step.operator];
          expect(isWithinHalf(shown, roundTo(step.result.value, result), result)).toBe(true);
          running = step.result.value;
        });
        for (const row of rowsOf(explanation, places, listing)) {
          expect(Number.isFinite(row.value)).toBe(true);
        }
        expect(Math.max(...places.terms.factors.flat(), places.terms.products)).toBeLessThanOrEqual(
          12,
        );
      },
    ),
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
  expect(roundTo(explanation.value, placesOf(explanation, null).value)).toBeLessThan(1);
});

describe('the rows of a sum', () => {
  /** A sum of these products, each of a weight with an activation of 1. */
  function sumOf(products: readonly number[]): Sum {
    const network = createNetwork([products.length, 1], 'normal', createRandom(1));
    products.forEach((product, k) => (network.layers[0].weights[k] = product));
    const pass = feedforward(
      network,
      products.map(() => 1),
    );
    const { calculation } = explain(network, pass, { kind: 'z', layer: 1, j: 0 });
    if (calculation === null || !isSum(calculation.start)) throw new Error('z is a sum.');
    return calculation.start;
  }
  const productsOf = ({ terms }: Listing): number[] => terms.map(({ product }) => product.value);

  it('tells the largest, largest first, until 95% of the sum of sizes is told', () => {
    const { terms, rest } = listLargest(sumOf([1, -50, 2, 40, -3, 2, 2]));
    expect(productsOf({ terms, rest })).toEqual([-50, 40, -3, 2]);
    expect(rest).toEqual({ count: 3, total: 5 });
  });

  it('stops at exactly 95%', () => {
    expect(listLargest(sumOf([95, 3, -2])).rest).toEqual({ count: 2, total: 1 });
    expect(listLargest(sumOf([94, 3, -3])).rest.count).toBe(0);
  });

  it('has a row for the only one that would be left', () => {
    expect(productsOf(listLargest(sumOf([1, 90, 9])))).toEqual([1, 90, 9]);
  });

  it('has 16 rows at most, and all of them in their order when all are asked for', () => {
    const many = Array.from({ length: 60 }, (_, k) => 1 + (k % 2));
    const { terms, rest } = listLargest(sumOf(many));
    expect([terms.length, rest.count, productsOf({ terms, rest })[15]]).toEqual([16, 44, 2]);
    expect(listAll(sumOf(many)).rest).toEqual({ count: 0, total: 0 });
    expect(productsOf(listAll(sumOf(many)))).toEqual(many);
  });

  it('loses nothing, of any sum', () => {
    const sizes = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
      maxLength: 40,
      minLength: 1,
    });
    fc.assert(
      fc.property(sizes, (products) => {
        const whole = sumOf(products);
        const { terms, rest } = listLargest(whole);
        expect(terms.length + rest.count).toBe(whole.terms.length);
        expect(productsOf({ terms, rest }).reduce((a, b) => a + b, rest.total)).toBeCloseTo(
          whole.total,
          9,
        );
        const told = productsOf({ terms, rest }).reduce((a, b) => a + Math.abs(b), 0);
        const all = products.reduce((a, b) => a + Math.abs(b), 0);
        expect(terms.length >= 16 || told >= 0.95 * all * (1 - 1e-12)).toBe(true);
      }),
    );
  });

  it('gives four digits that count, and more only to a row that would not multiply out', () => {
    const network = createNetwork([2, 1], 'normal', createRandom(1));
    network.layers[0].weights.set([-1.35698, 12.3456]);
    network.layers[0].biases[0] = 0;
    const pass = feedforward(network, [0.130612, 0.2]);
    const explanation = explain(network, pass, { kind: 'z', layer: 1, j: 0 });
    const start = explanation.calculation?.start;
    if (!start || !isSum(start)) throw new Error('z is a sum.');
    const { factors, products } = placesOf(explanation, listAll(start)).terms;
    expect(products).toBe(3);
    expect(factors[0]).toEqual([3, 4]); // -1.357 x 0.1306 = -0.177
    expect(factors[1]).toEqual([3, 5]); // 12.346 x 0.20000 = 2.469: 12.35 x 0.2000 is 2.470
  });
});
