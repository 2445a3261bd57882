import { describe, expect, it } from 'vitest';
import { moveCursor } from '@/plot/network/network-cursor.ts';
import { down } from '@/plot/network/edge-curves.ts';
import { edgesOf, mesh } from '@/plot/network/network-edges.ts';
import { planColumns, planRows } from '@/plot/network/network-plan.ts';
import { isSameNeuron, nearestNeuron, neuronName, twoPlaces } from '@/plot/network/neuron.ts';

const sizes = [784, 16, 16, 10];

describe.each([
  ['columns', planColumns(sizes)],
  ['rows, layer 1 open', planRows(sizes, 1)],
  ['rows, layer 2 open', planRows(sizes, 2)],
  ['rows of 784-30-10', planRows([784, 30, 10], 1)],
  ['columns of 784-100-10', planColumns([784, 100, 10])],
  ['columns without a hidden layer', planColumns([784, 10])],
])('%s', (_, { width, height, lamps, radii, tile }) => {
  it('has every lamp inside the picture, and none that meets another or the tile', () => {
    const all = lamps.flatMap((layer, l) => layer.map((place) => ({ ...place, r: radii[l] })));
    for (const [i, a] of all.entries()) {
      expect(a.x - a.r).toBeGreaterThanOrEqual(0);
      expect(a.x + a.r).toBeLessThanOrEqual(width);
      expect(a.y + a.r).toBeLessThanOrEqual(height);
      const inTile =
        a.x - a.r < tile.x + tile.side && a.y > tile.y && a.y - a.r < tile.y + tile.side;
      expect(inTile).toBe(false);
      for (const b of all.slice(i + 1)) {
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.r + b.r);
      }
    }
  });
});

it.each([[[784, 16, 16, 10]], [[784, 16, 16, 16, 10]], [[784, 30, 10]]])(
  'is as high whichever layer of %j lies open on a phone',
  (of) => {
    const heights = of.slice(1, -1).map((_, i) => planRows(of, i + 1, true).height);
    expect(new Set(heights).size).toBe(1);
  },
);

it('gives the open layer of a phone room for a finger on each lamp, at 320 px as well', () => {
  const { width, lamps } = planRows(sizes, 2);
  const scale = 286 / width; // the plate of a 320 px screen
  expect(scale * (lamps[2][1].x - lamps[2][0].x)).toBeGreaterThanOrEqual(32);
  expect(scale * (lamps[3][1].x - lamps[3][0].x)).toBeGreaterThanOrEqual(24);
});

it('draws one edge for each weight, solid where positive and dashed where negative', () => {
  const places = [
    { x: 0, y: 0 },
    { x: 0, y: 10 },
  ];
  const layer = { nIn: 2, nOut: 1, weights: [0.5, -2] };
  const { positive, negative } = mesh(places, [{ x: 20, y: 4 }], layer);
  expect(positive).toBe('M0,0C10,0,10,4,20,4');
  expect(negative).toBe('M0,10C10,10,10,4,20,4');
  expect(down({ x: 1, y: 0 }, { x: 5, y: 8 })).toBe('M1,0C1,4,5,4,5,8');
});

it('finds the edges of a neuron, in and out, as shares of the largest weight of their layer', () => {
  const layers = [
    { nIn: 3, nOut: 2, weights: [1, 2, 3, 4, 5, 6] },
    { nIn: 2, nOut: 2, weights: [1, -4, 2, 0] },
    { nIn: 2, nOut: 1, weights: [0, 0] },
  ];
  const { into, out } = edgesOf({ layer: 2, index: 0 }, layers);
  expect(into.map(({ value }) => value)).toEqual([0.25, -1]);
  expect(out.map(({ value }) => value)).toEqual([0]);
  expect(edgesOf({ layer: 1, index: 1 }, layers).into).toEqual([]);
  expect(edgesOf({ layer: 1, index: 1 }, layers).out.map(({ value }) => value)).toEqual([-1, 0]);
  expect(edgesOf({ layer: 3, index: 0 }, [])).toEqual({ into: [], out: [] });
});

it.each([
  ['ArrowDown', { layer: 1, index: 3 }, 'columns', { layer: 1, index: 4 }],
  ['ArrowDown', { layer: 1, index: 15 }, 'columns', { layer: 1, index: 15 }],
  ['ArrowRight', { layer: 2, index: 15 }, 'columns', { layer: 3, index: 9 }],
  ['ArrowLeft', { layer: 1, index: 3 }, 'columns', { layer: 1, index: 3 }],
  ['ArrowDown', { layer: 2, index: 0 }, 'rows', { layer: 3, index: 0 }],
  ['ArrowRight', { layer: 2, index: 0 }, 'rows', { layer: 2, index: 1 }],
  ['End', { layer: 3, index: 0 }, 'rows', { layer: 3, index: 9 }],
  ['Tab', { layer: 3, index: 0 }, 'rows', null],
] as const)('takes %s from %o in %s to %o', (key, at, arranged, expected) => {
  expect(moveCursor(key, at, sizes, arranged)).toEqual(expected);
});

it('names neurons as the page does, and takes what does not exist for the nearest that does', () => {
  expect(neuronName({ layer: 1, index: 3 }, sizes)).toBe('Neuron 4, layer 1');
  expect(neuronName({ layer: 3, index: 7 }, sizes)).toBe('Output 7');
  expect(nearestNeuron({ layer: 9, index: -4 }, sizes)).toEqual({ layer: 3, index: 0 });
  expect(nearestNeuron({ layer: Number.NaN, index: 99 }, sizes)).toEqual({ layer: 1, index: 15 });
  expect(isSameNeuron(null, null)).toBe(false);
  expect(twoPlaces(Number.NaN)).toBe('0.00');
});
