import { beforeAll, expect, it } from 'vitest';
import { quadratic } from '../../../src/network/cost.ts';
import { feedforward } from '../../../src/network/feedforward.ts';
import { roundTo } from '../../../src/words/places.ts';
import { stages } from '../../../src/islands/stages.ts';
import { hundred, loadResources } from '../../../src/islands/resources.ts';
import { placesOfMiss, SQUARE_PLACES } from '../../../src/widgets/cost/squares.ts';
import { CostOfOne } from '../../../src/widgets/cost/cost-of-one/cost-of-one.svelte.ts';

beforeAll(() => loadResources(stages, hundred));

function create(stage: number, index: number, start = {}): CostOfOne {
  const { pixels, label } = hundred.value[index];
  const outputs = feedforward(stages.value[stage], pixels).activations[3];
  return new CostOfOne(() => ({ outputs, label }), start);
}

it('costs what the network room says, and the squares shown add up to it', () => {
  for (let index = 0; index < 100; index++) {
    const figure = create(index % 4, index);
    const { label, pixels } = hundred.value[index];
    const pass = feedforward(stages.value[index % 4], pixels);
    const told = pass.activations[3].reduce(
      (sum, a, j) => sum + quadratic.value(pass.zs[2][j], a, j === label ? 1 : 0),
      0,
    );
    expect(figure.cost).toBeCloseTo(told, 14);
    const { places } = figure;
    const shown = figure.rows.reduce((sum, { square }) => sum + roundTo(square, places), 0);
    expect(Math.abs(shown / 2 - Number(figure.cost.toFixed(4)))).toBeLessThan(0.000051);
    expect(figure.words).not.toMatch(/NaN|undefined/);
  }
});

it('prints differences whose squares are the squares that it prints', () => {
  for (let hundredth = -100; hundredth <= 100; hundredth += 0.37) {
    const miss = hundredth / 100;
    const shown = roundTo(miss, placesOfMiss(miss));
    expect(Math.abs(shown * shown - roundTo(miss * miss, SQUARE_PLACES))).toBeLessThan(0.000501);
  }
});

it('has nothing to reset as it begins, though it begins moved', () => {
  const figure = create(3, 5, { moved: { 2: 0.5 }, label: 4 });
  expect(figure.canReset).toBe(false);
  figure.restore();
  expect(figure.canReset).toBe(true);
});

it('moves an output and the label, and comes back', () => {
  const figure = create(3, 5);
  const before = figure.cost;
  figure.move(2, 0.5);
  figure.want(9);
  expect(figure.cost).not.toBe(before);
  expect(figure.canReset).toBe(true);
  const again = create(3, 5);
  again.fromLink(figure.toLink());
  expect(again.cost).toBeCloseTo(figure.cost, 12);
  figure.restore();
  expect(figure.isMoved).toBe(false);
  figure.reset();
  expect(figure.cost).toBe(before);
  expect(figure.toLink()).toEqual({});
});

it('stays within 0 and 1 whatever comes, and costs nothing where all is right', () => {
  const figure = create(0, 0);
  figure.move(3, NaN);
  figure.move(12, 1);
  figure.fromLink({ moved: '3-9.99_x_4-1.00', wanted: '12' });
  expect(figure.outputs[4]).toBe(1);
  for (let j = 0; j < 10; j++) figure.move(j, j === figure.label ? 7 : -7);
  expect(figure.cost).toBe(0);
  expect(figure.words).toContain('as good as right');
});
