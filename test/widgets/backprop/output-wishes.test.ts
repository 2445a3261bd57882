import { beforeAll, describe, expect, it } from 'vitest';
import { sigmoid } from '../../../src/network/activation.ts';
import { stages } from '../../../src/islands/stages.ts';
import { hundred, loadResources } from '../../../src/islands/resources.ts';
import {
  MOST,
  OutputWishes,
  type Start,
} from '../../../src/widgets/backprop/output-wishes/output-wishes.svelte.ts';
import { work } from '../../../src/widgets/backprop/whole-pass.svelte.ts';
import { arrow } from '../../../src/plot/network/way.ts';

beforeAll(() => loadResources(stages, hundred));
const create = (stage: number, digit: number, start: Start = {}): OutputWishes => {
  const { pixels, label } = hundred.value[digit];
  return new OutputWishes(() => work(stages.value[stage], pixels, label, 1), start);
};

describe('what ten outputs wish', () => {
  it('is y - a, and minus that with the slope the error; the arrow goes with the wish and against the error', () => {
    for (let stage = 0; stage < 4; stage++) {
      const { pixels } = hundred.value[7];
      const { pass } = work(stages.value[stage], pixels, 0, 1);
      for (const row of create(stage, 7).rows) {
        expect(row.wish).toBe(row.y - row.a);
        expect(Math.sign(create(stage, 7).wayOf(row))).toBe(Math.sign(row.wish));
        expect(Math.sign(create(stage, 7, { showing: 'delta' }).wayOf(row))).toBe(
          Math.sign(row.wish),
        );
        expect(row.delta).toBeCloseTo(-row.wish * row.slope, 15);
        expect(row.slope).toBeCloseTo(sigmoid.prime(pass.zs[2][row.digit]), 12);
        expect(Math.abs(row.delta)).toBeLessThanOrEqual(MOST.delta + 1e-12);
      }
    }
  });

  it('is said in words that name the digit wanted, or an output that is stuck', () => {
    for (let digit = 0; digit < 100; digit++) {
      const figure = create(digit % 4, digit);
      expect(figure.words).toContain('Wanted: a');
      figure.show('delta');
      expect(figure.words).toMatch(/asks the most|flat/);
      expect(figure.words).not.toMatch(/NaN|undefined/);
    }
  });

  it('opens, follows what is shown, and goes back', () => {
    const figure = create(1, 3);
    figure.open(4);
    figure.show('delta');
    expect(figure.inspector.part).toEqual({ kind: 'delta', layer: 3, j: 4 });
    expect(figure.toLink()).toEqual({ show: 'error' });
    figure.reset();
    expect(figure.canReset).toBe(false);
    figure.fromLink({ show: 'nonsense' });
    expect(figure.showing).toBe('wish');
  });
});

it('an arrow points up for what should go up, and is a dot for nothing', () => {
  const at = { x: 8, y: 10 };
  expect(arrow(at, 1, 10)).toBe('M8 20V0M4 4L8 0L12 4');
  expect(arrow(at, -0.5, 10)).toBe('M8 5V15M4 11L8 15L12 11');
  expect(arrow(at, 0, 10)).toBe('M8 10h.01');
  expect(arrow(at, NaN, 10)).toBe('M8 10h.01');
});
