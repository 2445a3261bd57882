import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { explainer, hundred, loadResources } from '../../../src/islands/resources.ts';
import type { Neuron } from '../../../src/reader/reader.svelte.ts';
import {
  GradientCheck,
  STEPS,
} from '../../../src/widgets/backprop/gradient-check/gradient-check.svelte.ts';
import { work } from '../../../src/widgets/backprop/whole-pass.svelte.ts';
import { measure, slopeOf } from '../../../src/widgets/backprop/gradient-check/slope-check.ts';

let neuron: Neuron = { layer: 3, index: 3 };
const around = () => ({
  worked: work(explainer.value, hundred.value[30].pixels, hundred.value[30].label, 1),
  neuron,
});
beforeAll(() => loadResources());

describe('a slope measured', () => {
  it('is that of backpropagation to six digits, wherever the slope is not tiny', () => {
    neuron = { layer: 3, index: 3 };
    const check = new GradientCheck(around);
    const { nablaW, nablaB } = around().worked.errors;
    const slopes = [...nablaW, ...nablaB].flatMap((some) => [...some]);
    expect(check.sloping).toBe(slopes.filter((slope) => slope !== 0).length);
    let compared = 0;
    for (let i = 0; i < 60; i++) {
      neuron = check.byChance();
      expect(check.slope).not.toBe(0);
      if (Math.abs(check.slope) < 1e-5) continue;
      check.power = 5;
      expect(check.now.central / check.slope).toBeCloseTo(1, 5);
      compared++;
    }
    expect(compared).toBeGreaterThan(5);
  });

  it('is off by more for a long nudge and for a tiny one', () => {
    const { worked } = around();
    const part = { kind: 'bias', layer: 3, j: 3 } as const;
    const slope = slopeOf(worked, part);
    const off = measure(worked, part, STEPS).map(({ central }) => Math.abs(central - slope));
    expect(off[0]).toBeGreaterThan(100 * off[5]);
    expect(off[13]).toBeGreaterThan(100 * off[5]);
  });

  it('leaves the network alone', () => {
    const { worked } = around();
    const before = worked.network.layers.map(({ weights }) => weights.slice());
    measure(worked, { kind: 'weight', layer: 1, j: 10, k: 300 }, STEPS);
    worked.network.layers.forEach(({ weights }, l) => expect(weights).toEqual(before[l]));
  });
});

describe('what the figure says', () => {
  it('tells agreement, bending and rounding apart', () => {
    neuron = { layer: 3, index: 3 };
    const check = new GradientCheck(around);
    expect(check.words).toContain('the same in all 6 digits');
    check.power = 0;
    expect(check.words).toContain('too long');
    check.power = 13;
    expect(check.words).toMatch(/rounds off|nothing left/);
    neuron = { layer: 1, index: 0 };
    check.source = 0;
    expect(check.words).toContain('without ink');
  });

  it('stays sensible, whatever a link says, and goes back', () => {
    const check = new GradientCheck(around);
    const text = fc.oneof(fc.string(), fc.integer({ min: -3, max: 1200 }).map(String));
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 3 }), (h, of, layer) => {
        neuron = { layer, index: 2 };
        check.fromLink({ h, of });
        expect(check.words).not.toMatch(/NaN|undefined|Infinity|–/);
        const other = new GradientCheck(around);
        other.fromLink(check.toLink());
        expect(other.toLink()).toEqual(check.toLink());
      }),
      { numRuns: 60 },
    );
    check.reset();
    expect(check.canReset).toBe(false);
  });
});
