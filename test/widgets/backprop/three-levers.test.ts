import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { stages } from '../../../src/islands/stages.ts';
import { hundred, loadResources } from '../../../src/islands/resources.ts';
import {
  LEVERS,
  ThreeLevers,
  type Start,
} from '../../../src/widgets/backprop/three-levers/three-levers.svelte.ts';
import { work } from '../../../src/widgets/backprop/whole-pass.svelte.ts';

beforeAll(() => loadResources(stages, hundred));
const create = (digit = 20, output = 2, hidden = 4, start: Start = {}): ThreeLevers => {
  const { pixels, label } = hundred.value[digit];
  const worked = work(stages.value[1], pixels, label, 1);
  return new ThreeLevers(() => ({ worked, output, hidden }), start);
};

describe('three levers on an output', () => {
  it('begin where the network has them, with the slopes of backpropagation', () => {
    const { pixels, label } = hundred.value[20];
    const { errors, cost, pass } = work(stages.value[1], pixels, label, 1);
    const figure = create();
    expect(figure.a).toBeCloseTo(pass.activations[3][2], 12);
    expect(figure.cost).toBeCloseTo(cost, 12);
    expect(figure.levers[0].slope).toBeCloseTo(errors.nablaB[2][2], 12);
    expect(figure.levers[1].slope).toBeCloseTo(errors.nablaW[2][2 * 16 + 4], 12);
  });

  it('have slopes that small moves confirm', () => {
    for (const [i, lever] of LEVERS.entries()) {
      const figure = create();
      const { slope, value } = figure.levers[i];
      const before = figure.part;
      const way = value > 0.5 ? -1e-4 : 1e-4;
      figure.put(lever, value + way);
      expect((figure.part - before) / way).toBeCloseTo(slope, 4);
    }
  });

  it('move the whole cost by this output alone, unless it is the activation', () => {
    const figure = create();
    const [part, cost] = [figure.part, figure.cost];
    figure.put('bias', 1);
    expect(figure.cost - cost).toBeCloseTo(figure.part - part, 12);
    figure.put('activation', 0);
    expect(Math.abs(figure.cost - cost - (figure.part - part))).toBeGreaterThan(1e-6);
    expect(figure.words).toContain('other nine');
  });

  it('go down by a nudge', () => {
    for (let digit = 0; digit < 100; digit += 3) {
      const figure = create(digit, digit % 10, digit % 16);
      const before = figure.cost;
      figure.nudge();
      expect(figure.cost).toBeLessThanOrEqual(before);
    }
  });

  it('keep a state that makes sense, whatever is asked, and go back', () => {
    const figure = create();
    fc.assert(
      fc.property(fc.constantFrom(...LEVERS), fc.double(), fc.string(), (lever, value, by) => {
        figure.put(lever, value);
        figure.fromLink({ by });
        expect(figure.words).not.toMatch(/NaN|undefined|Infinity/);
        expect(figure.levers.every((l) => l.value >= l.min && l.value <= l.max)).toBe(true);
        const other = create();
        other.fromLink(figure.toLink());
        expect(other.a).toBeCloseTo(figure.a, 2);
      }),
    );
    figure.reset();
    expect(figure.canReset).toBe(false);
  });
});
