import { beforeAll, describe, expect, it } from 'vitest';
import { explain } from '@/explain/explain.ts';
import { explainer, hundred, loadResources, thousand } from '@/islands/resources.ts';
import type { Neuron } from '@/reader/state.ts';
import { Favourites } from '@/widgets/neurons/weight-grid/favourites.svelte.ts';
import {
  WeightGrid,
  type WeightGridStart,
} from '@/widgets/neurons/weight-grid/weight-grid.svelte.ts';
import { sumAxis } from '@/widgets/neurons/weight-grid/weight-grid-axis.ts';
import { factors, placesOfEnd, tell } from '@/widgets/neurons/weight-grid/weight-grid-words.ts';

beforeAll(() => loadResources());

const BLANK = new Float64Array(784);
const first: Neuron = { layer: 1, index: 10 };

function gridOf(neuron = first, image?: Float64Array, start?: WeightGridStart): WeightGrid {
  const scene = { network: explainer.value, image: image ?? hundred.value[32].pixels, neuron };
  return new WeightGrid(() => scene, start);
}
const shown = (text: string): number => Number(text.replace('−', '-'));

it('comes to the very sum that the network computed, for every neuron', () => {
  for (const [layer, count] of [
    [1, 16],
    [2, 16],
    [3, 10],
  ]) {
    for (let index = 0; index < count; index++) {
      const grid = gridOf({ layer, index });
      expect(grid.sum + grid.bias).toBeCloseTo(grid.z, 9);
      const part = { kind: 'z', layer, j: index } as const;
      expect(explain(explainer.value, grid.pass, part).value).toBe(grid.z);
    }
  }
});

it('begins with everything added and the weightiest product pointed at', () => {
  const grid = gridOf();
  expect(grid.isComplete).toBe(true);
  expect(grid.canReset).toBe(false);
  const sizes = grid.products.map(Math.abs);
  expect(sizes[grid.cell ?? -1]).toBe(Math.max(...sizes));
});

it('goes row by row, and at last takes in the bias', () => {
  const grid = gridOf();
  expect(grid.steps).toBe(30);
  grid.step = 0;
  expect(grid.added).toBe(0);
  grid.step = 12;
  const isIn = [...grid.running.inputs].filter((k) => !grid.isOut(k));
  expect(isIn).toEqual([...grid.running.inputs].filter((k) => k < 12 * 28));
  grid.step = 28;
  expect(grid.added).toBe(grid.running.inputs.length);
  expect(grid.isComplete).toBe(false);
  grid.step = 29;
  expect(grid.isComplete).toBe(true);
});

it('adds the largest first, and points at what it adds', () => {
  const grid = gridOf();
  grid.setOrder('size');
  expect(grid.steps).toBe(grid.running.inputs.length + 2);
  grid.step = 3;
  expect(grid.added).toBe(3);
  expect(grid.cell).toBe(grid.running.inputs[2]);
});

it('follows the paint at once, and gives back what was there', () => {
  const grid = gridOf(first, BLANK);
  expect(grid.z).toBe(grid.bias);
  grid.paint(400, 'start');
  expect(grid.sheet.isChanged).toBe(false);
  grid.tool = 'pen';
  grid.paint(400, 'start');
  grid.paint(400, 'end');
  expect(grid.inputs[400]).toBe(1);
  expect(grid.z).toBeCloseTo(grid.sum + grid.bias, 12);
  expect(grid.sum).not.toBe(0);
  grid.tool = 'rubber';
  grid.paint(400, 'start');
  expect(grid.sum).toBe(0);
  grid.reset();
  expect(grid.tool).toBe('point');
  expect(grid.canReset).toBe(false);
});

it('points by the place on the axis as by the picture', () => {
  const grid = gridOf();
  grid.pointAt(300);
  expect(grid.cell).toBeGreaterThanOrEqual(299);
  expect(grid.inputs[grid.cell ?? 0]).toBeGreaterThan(0);
  grid.pointAt(NaN);
  grid.pointAt(1e9);
  expect(grid.cell).toBe(grid.running.inputs.at(-1));
  gridOf(first, BLANK).pointAt(3);
});

it('remembers a pixel and a neuron apart', () => {
  let neuron: Neuron = first;
  const image = hundred.value[32].pixels;
  const grid = new WeightGrid(() => ({ network: explainer.value, image, neuron }));
  grid.cell = 700;
  neuron = { layer: 2, index: 0 };
  const other = new WeightGrid(() => ({ network: explainer.value, image, neuron }));
  other.cell = 700;
  expect(other.cell).toBeLessThan(16);
  other.cell = 3;
  expect(other.cell).toBe(3);
  other.cell = null;
  expect(other.cell).toBeNull();
});

describe('the link', () => {
  it('brings back what it was made of', () => {
    const grid = gridOf();
    expect(grid.toLink()).toEqual({});
    grid.setOrder('size');
    grid.step = 9;
    grid.inkOnly = true;
    const other = gridOf();
    other.fromLink(grid.toLink());
    expect(other.toLink()).toEqual(grid.toLink());
    expect(other.cell).toBe(grid.cell);
  });

  it.each([
    { order: 'sideways', step: '-1', cell: '9999', ink: 'yes' },
    { step: 'NaN', cell: '1e2' },
    { step: '784', cell: '3.5' },
  ])('does nothing where it makes no sense: %j', (link) => {
    const grid = gridOf();
    grid.fromLink(link);
    expect(grid.isComplete).toBe(true);
    expect(grid.toLink()).toEqual({});
  });
});

describe('the line', () => {
  it.each(['reading', 'size'] as const)('ends at the sum, %s', (order) => {
    const grid = gridOf(first, undefined, { order });
    const axis = sumAxis(grid);
    expect(axis.points.at(-1)?.[0]).toBe(axis.end);
    expect(axis.points.at(-1)?.[1]).toBeCloseTo(grid.sum, 9);
    expect(axis.reached).toBe(axis.points.length);
    expect(axis.points.every(([x], i) => i === 0 || x >= axis.points[i - 1][0])).toBe(true);
  });

  it('is level where there is nothing to add', () => {
    const axis = sumAxis(gridOf(first, BLANK));
    expect(axis.points).toEqual([
      [0, 0],
      [784, 0],
    ]);
    expect(sumAxis(gridOf(first, BLANK, { order: 'size' })).end).toBe(0);
  });

  it('has the cursor where its product has just been added, and on bare ground where the sum stands', () => {
    const grid = gridOf();
    for (const k of [0, 350, 783, ...grid.running.inputs.subarray(0, 40)]) {
      grid.cell = k;
      const sum = grid.products.subarray(0, k + 1).reduce((total, one) => total + one, 0);
      expect(sumAxis(grid).cursor?.[1]).toBeCloseTo(sum, 9);
    }
  });
});

describe('the words', () => {
  it('show factors that multiply to the product shown, and an end that adds up', () => {
    const faults: string[] = [];
    for (const digit of hundred.value.slice(0, 4)) {
      for (let index = 0; index < 16; index++) {
        const grid = gridOf({ layer: 1, index }, digit.pixels);
        const { weights, inputs } = grid;
        for (const k of grid.running.inputs) {
          const { weight, input, product } = factors(weights[k], inputs[k]);
          const half = 0.500001 * 10 ** -product.split('.')[1].length;
          const isRight = Math.abs(shown(weight) * shown(input) - shown(product)) <= half;
          if (!isRight) faults.push(`${weight} times ${input} is shown as ${product}`);
        }
        const n = placesOfEnd(grid.sum, grid.bias, grid.z);
        const [sum, bias, z] = [grid.sum, grid.bias, grid.z].map((one) => Number(one.toFixed(n)));
        if (Math.abs(sum + bias - z) > 1e-9) faults.push(`${sum} + ${bias} is shown as ${z}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('say where the sum rises and falls, and whether the neuron fires', () => {
    const words = tell(gridOf());
    expect(words).toMatch(/[Rr]ows? \d+.* lifts? (the sum|it) by \d/);
    expect(words).toMatch(/pulls? (the sum|it) down by \d/);
    expect(words).toContain('above 0: the neuron fires');
    expect(tell(gridOf({ layer: 3, index: 3 }))).toContain('the 3 scores 0.9');
  });

  it('say that there is no ink, what is in and what waits', () => {
    expect(tell(gridOf(first, BLANK))).toContain('There is no ink');
    expect(tell(gridOf(first, undefined, { step: 0 }))).toContain('Nothing has been added yet');
    expect(tell(gridOf(first, undefined, { step: 12 }))).toContain('Rows 1 to 12 are in');
    expect(tell(gridOf(first, undefined, { step: 28 }))).toContain('Only the bias');
    expect(tell(gridOf(first, undefined, { order: 'size', step: 1 }))).toContain(
      'The largest product is in',
    );
  });
});

describe('favourites', () => {
  const scene = (): { network: typeof explainer.value; neuron: Neuron } => ({
    network: explainer.value,
    neuron: first,
  });

  it('fetch digits only when asked, and name the ones of largest and smallest z', async () => {
    let asked = 0;
    const load = (): Promise<void> => {
      asked++;
      return Promise.resolve();
    };
    const favourites = new Favourites({ load, digits: () => thousand.value }, scene);
    expect(favourites.extremes).toBeNull();
    expect(asked).toBe(0);
    await favourites.ask();
    const { most, least, count } = favourites.extremes ?? expect.fail('nothing was found');
    const zs = thousand.value.map(({ pixels }) => gridOf(first, pixels).z);
    expect(count).toBe(1000);
    expect(most.z).toBeCloseTo(Math.max(...zs), 9);
    expect(least.z).toBeCloseTo(Math.min(...zs), 9);
    expect(gridOf(first, most.digit.pixels).z).toBeCloseTo(most.z, 9);
  });

  it('say why nothing came, and try again', async () => {
    const outcomes = [Promise.reject(new Error('The server answered 500.')), Promise.resolve()];
    const load = (): Promise<void> => outcomes.shift() ?? Promise.resolve();
    const favourites = new Favourites({ load, digits: () => thousand.value }, scene);
    await favourites.ask();
    expect(favourites.state).toBe('failed');
    expect(favourites.trouble).toBe('The server answered 500.');
    await favourites.ask();
    expect(favourites.state).toBe('open');
  });

  it('stay closed when they were closed while the digits were on their way', async () => {
    let arrive = (): void => undefined;
    const load = (): Promise<void> => new Promise((resolve) => (arrive = resolve));
    const favourites = new Favourites({ load, digits: () => thousand.value }, scene);
    const asked = favourites.ask();
    favourites.close();
    arrive();
    await asked;
    expect(favourites.state).toBe('closed');
  });
});
