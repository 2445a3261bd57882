import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShapeError, ValueError } from '../../src/network/errors.ts';
import { explain, isSamePart, isSum, keyOf, nameOf, type Part } from '../../src/explain/explain.ts';
import { feedforward } from '../../src/network/feedforward.ts';
import { createNetwork, emptyNetwork } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { HAND_INPUT, handNetwork } from '../network/hand.ts';

const network = createNetwork([784, 16, 16, 10], 'scaled', createRandom(3));
const picture = Float64Array.from({ length: 784 }, (_, k) => (k % 4 === 0 ? (k % 256) / 255 : 0));
const pass = feedforward(network, picture);

/** The sum that an explanation starts from. */
function sumOf(part: Part) {
  const { calculation } = explain(network, pass, part);
  if (calculation === null || !isSum(calculation.start)) throw new Error('This part has no sum.');
  return calculation.start;
}

describe('a network worked out on paper', () => {
  const hand = handNetwork();
  const open = (part: Part) => explain(hand, feedforward(hand, HAND_INPUT), part);

  it('has the numbers of the paper in the output: 4 × 0.75 − 8 × 0.25 + b', () => {
    const { value, calculation, leads } = open({ kind: 'activation', layer: 2, j: 0 });
    expect(value).toBeCloseTo(0.8, 12);
    expect(leads).toBeNull();
    if (calculation === null || !isSum(calculation.start)) throw new Error('An output is a sum.');
    const { terms, total } = calculation.start;
    const rows = terms.map(({ label, factors, product }) => [
      label,
      ...[...factors, product].map((it) => Number(it.value.toFixed(9))),
    ]);
    expect(rows).toEqual([
      ['1', 4, 0.75, 3],
      ['2', -8, 0.25, -2],
    ]);
    expect(total).toBeCloseTo(1, 12);
    const results = calculation.steps.map(({ words, result }) => [words, result.value]);
    expect(results).toEqual([
      ['weighted input', expect.closeTo(Math.log(4), 12)],
      ['activation', expect.closeTo(0.8, 12)],
    ]);
  });

  it('tells of a weight what it adds, and of an input who listens', () => {
    const weight = open({ kind: 'weight', layer: 1, j: 1, k: 0 });
    expect([weight.value, weight.calculation, weight.leads?.terms[0].product.value]).toEqual([
      -2,
      null,
      -2,
    ]);
    const input = open({ kind: 'input', k: 1 });
    expect(input.leads?.words).toBe('2 neurons listen');
    expect(input.leads?.terms.map(({ product }) => product.value)).toEqual([1, 2]);
  });
});

describe('what things are called', () => {
  it.each<[part: Part, name: string, symbol: object]>([
    [{ kind: 'input', k: 405 }, 'pixel in row 15, column 14', { letter: 'x', sub: '406' }],
    [
      { kind: 'activation', layer: 2, j: 4 },
      'neuron 5, layer 2',
      { letter: 'a', sub: '5', sup: '2' },
    ],
    [{ kind: 'activation', layer: 3, j: 0 }, 'output 0', { letter: 'a', sub: '0', sup: '3' }],
    [
      { kind: 'bias', layer: 1, j: 0 },
      'bias of neuron 1, layer 1',
      { letter: 'b', sub: '1', sup: '1' },
    ],
    [
      { kind: 'z', layer: 3, j: 9 },
      'weighted input of output 9',
      { letter: 'z', sub: '9', sup: '3' },
    ],
    [
      { kind: 'weight', layer: 3, j: 7, k: 4 },
      'weight from neuron 5, layer 2 to output 7',
      { letter: 'w', sub: '7,5', sup: '3' },
    ],
  ])('%o is %s', (part, name, symbol) => {
    expect(nameOf(network, part)).toBe(name);
    expect(explain(network, pass, part).symbol).toEqual(symbol);
  });

  it('has a key of its own for every part', () => {
    const parts: Part[] = (['weight', 'product'] as const).flatMap((kind) => [
      { kind, layer: 1, j: 11, k: 1 },
      { kind, layer: 1, j: 1, k: 11 },
      { kind, layer: 2, j: 1, k: 11 },
    ]);
    parts.push({ kind: 'bias', layer: 1, j: 1 }, { kind: 'z', layer: 1, j: 1 });
    expect(new Set(parts.map(keyOf)).size).toBe(parts.length);
    expect(isSamePart(parts[0], { ...parts[0] })).toBe(true);
    expect(isSamePart(parts[0], parts[1])).toBe(false);
  });
});

describe('a sum of 784 products', () => {
  it('lists those whose pixel has ink in their order, and counts the pixels that are 0', () => {
    const { terms, zeros, total, sources } = sumOf({ kind: 'z', layer: 1, j: 3 });
    const ks = terms.map(({ source }) => ('k' in source.part ? source.part.k : -1));
    expect(ks).toEqual([...picture.keys()].filter((k) => picture[k] !== 0));
    expect([terms.length + zeros, sources]).toEqual([784, 'pixels']);
    const listed = terms.reduce((sum, { product }) => sum + product.value, 0);
    expect(listed).toBeCloseTo(total, 10);
    expect(total + network.layers[0].biases[3]).toBeCloseTo(pass.zs[0][3], 10);
  });

  it('calls a pixel by row and column, in label and name alike', () => {
    const { terms } = sumOf({ kind: 'z', layer: 1, j: 3 });
    for (const { label, source } of terms) {
      expect(`pixel in row ${label.replace(', ', ', column ')}`).toBe(source.name);
    }
  });

  it('is empty for an empty picture', () => {
    const blank = feedforward(network, new Float64Array(784));
    const { calculation } = explain(network, blank, { kind: 'z', layer: 1, j: 0 });
    expect(calculation?.start).toMatchObject({ terms: [], zeros: 784, total: 0 });
  });
});

it('agrees with feedforward on any network, and so does every number that it leads to', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 0, max: 9999 }), fc.nat(), (shape, seed, at) => {
      const random = createRandom(seed);
      const any = createNetwork(shape, 'normal', random);
      const ran = feedforward(
        any,
        shape.slice(0, 1).flatMap((n) => Array.from({ length: n }, () => random.uniform())),
      );
      const layer = 1 + (at % (shape.length - 1));
      const j = at % shape[layer];
      const { value, calculation } = explain(any, ran, { kind: 'activation', layer, j });
      expect(value).toBe(ran.activations[layer][j]);
      if (calculation === null || !isSum(calculation.start)) throw new Error('No sum.');
      const z = calculation.start.total + any.layers[layer - 1].biases[j];
      expect(z).toBeCloseTo(ran.zs[layer - 1][j], 9);
      for (const { factors, product } of calculation.start.terms) {
        expect(factors[0].value * factors[1].value).toBe(product.value);
        for (const it of [...factors, product]) {
          expect(explain(any, ran, it.part).value).toBe(it.value);
        }
      }
    }),
    { numRuns: 60 },
  );
});

describe('what does not exist', () => {
  it.each<Part>([
    { kind: 'input', k: 784 },
    { kind: 'input', k: -1 },
    { kind: 'input', k: 0.5 },
    { kind: 'bias', layer: 0, j: 0 },
    { kind: 'z', layer: 4, j: 0 },
    { kind: 'activation', layer: 3, j: 10 },
    { kind: 'weight', layer: 2, j: 0, k: 16 },
    { kind: 'product', layer: 1, j: 0, k: NaN },
  ])('is refused: %o', (part) => {
    expect(() => explain(network, pass, part)).toThrow(ShapeError);
  });

  it('is refused in a pass of another network, and in numbers that are none', () => {
    const other = feedforward(emptyNetwork([784, 10]), picture);
    const part: Part = { kind: 'z', layer: 1, j: 0 };
    expect(() => explain(network, other, part)).toThrow('784-16-16-10; the pass has 784-10');
    const broken = { ...pass, zs: pass.zs.map((z) => z.map(() => NaN)) };
    expect(() => explain(network, broken, part)).toThrow(ValueError);
  });
});
