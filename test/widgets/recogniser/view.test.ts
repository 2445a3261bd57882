import { describe, expect, it } from 'vitest';
import { createNetwork, type Network } from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import { readImage } from '../../../src/recogniser/recognise.ts';
import { packStill, unpackStill } from '../../../src/widgets/recogniser/still.ts';
import { digitsOf, factsOf, strongestLinks, viewOf } from '../../../src/widgets/recogniser/view.ts';

const network = createNetwork([784, 20, 12, 10], 'scaled', createRandom(7));
const seven = {
  index: 3,
  label: 7,
  pixels: Float64Array.from({ length: 784 }, (_, i) => (i % 9 === 0 ? (i % 256) / 255 : 0)),
};

/** Two hidden neurons and two outputs, small enough to see through. */
const tiny: Network = {
  sizes: [1, 2, 2],
  layers: [
    { nIn: 1, nOut: 2, weights: new Float64Array(2), biases: new Float64Array(2) },
    { nIn: 2, nOut: 2, weights: Float64Array.of(4, -1, 0.5, 2), biases: new Float64Array(2) },
  ],
};

describe('the strongest links', () => {
  it('are the terms w a, largest first, relative to the largest, faint where they lead elsewhere', () => {
    const links = strongestLinks(tiny, [[1], [0.5, 1], [0, 0]], [0]);
    expect(links.filter(({ emphasis }) => emphasis === 1)).toEqual([
      { layer: 0, from: 0, to: 0, value: 1, emphasis: 1 },
      { layer: 0, from: 1, to: 0, value: -0.5, emphasis: 1 },
    ]);
    expect(links.filter(({ emphasis }) => emphasis < 1).map(({ value }) => value)).toEqual([
      1, 0.125,
    ]);
  });

  it('are none where every term is 0', () => {
    expect(strongestLinks(tiny, [[0], [0, 0], [0.5, 0.5]], [1])).toEqual([]);
  });

  it('lead on to the layers before from neurons that were reached, and stay within -1 to 1', () => {
    const reading = readImage(network, seven.pixels);
    const links = strongestLinks(network, reading.pass.activations, [7]);
    const reached = new Set(
      links.filter(({ layer, emphasis }) => layer === 1 && emphasis === 1).map(({ from }) => from),
    );
    expect(reached.size).toBeGreaterThan(0);
    const before = links.filter(({ layer }) => layer === 0);
    expect(before.every(({ to }) => reached.has(to))).toBe(true);
    expect(links.every(({ value }) => Math.abs(value) <= 1)).toBe(true);
  });
});

describe('a view', () => {
  it('shows the reading as it is', () => {
    const reading = readImage(network, seven.pixels);
    const view = viewOf(network, reading);
    expect(view.image).toBe(reading.image);
    expect(view.scores).toBe(reading.scores);
    expect(view.hidden.map(({ length }) => length)).toEqual([20, 12]);
  });

  it('names the digits of a verdict, the best first', () => {
    expect(digitsOf({ kind: 'digit', digit: 3 })).toEqual([3]);
    expect(digitsOf({ kind: 'unsure', digit: 9, other: 4 })).toEqual([9, 4]);
    expect(digitsOf({ kind: 'no-digit' })).toEqual([]);
    expect(digitsOf({ kind: 'blank' })).toEqual([]);
  });
});

it('counts the numbers of a model rather than being told', () => {
  const facts = factsOf(network, 'some', '/some');
  expect(facts.parameters).toBe(784 * 20 + 20 + 20 * 12 + 12 + 12 * 10 + 10);
});

it('a still comes out of its packing with the pixels and scores it went in with', () => {
  const packed = packStill(network, seven);
  const { digit, view } = unpackStill(packed);
  const whole = viewOf(network, readImage(network, seven.pixels));
  expect(digit).toEqual(seven);
  expect([...Array.from(view.scores)]).toEqual([...Array.from(whole.scores)]);
  expect(view.verdict).toEqual(whole.verdict);
  for (const [l, layer] of view.hidden.entries())
    for (let j = 0; j < layer.length; j++) expect(layer[j]).toBeCloseTo(whole.hidden[l][j], 2);
});
