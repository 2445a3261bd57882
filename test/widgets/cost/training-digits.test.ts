import { beforeAll, expect, it } from 'vitest';
import { loadResources } from '../../../src/islands/resources.ts';
import { ratedDigits } from '../../../src/widgets/cost/training-digits/rated-digits.ts';
import { TrainingDigits } from '../../../src/widgets/cost/training-digits/training-digits.svelte.ts';

beforeAll(() => loadResources(ratedDigits));
const create = (start = {}): TrainingDigits => new TrainingDigits(ratedDigits.value, start);

it('has every digit once, on one page or another', () => {
  const figure = create();
  const seen = new Set<number>();
  for (let page = 0; page < 10; page++) {
    expect(figure.page).toBe(page);
    for (const { digit } of figure.shown) seen.add(digit.index);
    figure.turn(1);
  }
  expect(figure.page).toBe(9);
  expect(seen.size).toBe(1000);
});

it('filters by label and puts the most costly first, for any label', () => {
  for (let label = 0; label < 10; label++) {
    const figure = create({ label, order: 'worst' });
    expect(figure.found).toHaveLength(100);
    const costs = figure.found.map(({ cost }) => cost);
    expect(costs).toEqual([...costs].sort((one, other) => other - one));
    expect(figure.found.every(({ digit }) => digit.label === label)).toBe(true);
    expect(figure.worst.cost).toBe(costs[0]);
    expect(figure.words).not.toMatch(/NaN|undefined/);
  }
});

it('travels in a link, and takes no nonsense from one', () => {
  const figure = create();
  figure.sort('worst');
  figure.turn(3);
  const again = create();
  again.fromLink(figure.toLink());
  expect(again.shown).toEqual(figure.shown);
  again.fromLink({ label: '12', order: 'best', page: '99' });
  expect(again.shown).toEqual(figure.shown);
  again.cell = 400;
  expect(again.pointed).toBe(null);
  again.reset();
  expect(again.canReset).toBe(false);
});
