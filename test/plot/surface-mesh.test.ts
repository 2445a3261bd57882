import { expect, it } from 'vitest';
import { ASPECT, bandsOf, cellsOf, MOST_TURN, see } from '../../src/plot/surface/surface-mesh.ts';

const SIDE = 9;
const heights = Float64Array.from({ length: SIDE * SIDE }, (_, i) => (i % 5) / 4);

it('keeps all of a surface in the picture, however high and however far it is turned', () => {
  for (const turn of [-1, -0.5, 0, 0.5, 1].map((part) => part * MOST_TURN)) {
    for (const corner of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const { x, y } = see(corner & 1, (corner >> 1) & 1, corner >> 2, { turn });
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(1);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(ASPECT);
    }
  }
});

it('draws what is further away before what is nearer, however it is turned', () => {
  for (const turn of [-0.6, 0, 0.6]) {
    const depths = cellsOf(heights, SIDE, { turn }).map(
      ({ corners }) => corners.reduce((sum, { depth }) => sum + depth, 0) / 4,
    );
    expect(depths).toEqual([...depths].sort((a, b) => b - a));
    expect(depths).toHaveLength((SIDE - 1) * (SIDE - 1));
  }
});

it('has higher ground further up, and nearer ground further down', () => {
  expect(see(0.5, 0.5, 1, { turn: 0 }).y).toBeLessThan(see(0.5, 0.5, 0, { turn: 0 }).y);
  expect(see(0.5, 0, 0, { turn: 0 }).y).toBeGreaterThan(see(0.5, 1, 0, { turn: 0 }).y);
});

it('sends a light picture', () => {
  const bands = bandsOf(heights, SIDE, 480);
  expect(bands).toHaveLength(SIDE - 1);
  expect(bands.join('').length).toBeLessThan(2000);
});
