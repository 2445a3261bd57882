import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { descendPath } from '../../../src/descent/descend.ts';
import { stages } from '../../../src/islands/stages.ts';
import { explainer, explainerB, loadResources, thousand } from '../../../src/islands/resources.ts';
import { cosine, cosinesAt } from '../../../src/widgets/backprop/wobbly-descent/batch-angles.ts';
import {
  type Start,
  STEPS,
  WobblyDescent,
} from '../../../src/widgets/backprop/wobbly-descent/wobbly-descent.svelte.ts';
import { theSlice } from '../../../src/widgets/backprop/wobbly-descent/wobbly-slice.ts';

beforeAll(() => loadResources(explainer, explainerB, stages, thousand));
const create = (start: Start = {}): WobblyDescent => new WobblyDescent(theSlice().slice, start);

describe('four walks from one start', () => {
  it('with all digits is plain descent on the slice', () => {
    const figure = create({ step: 10 });
    const plain = descendPath(theSlice().slice, figure.walks[3].path[0], figure.eta, 10);
    figure.walks[3].path.forEach(({ x, y }, i) => {
      expect(x).toBeCloseTo(plain[i].x, 9);
      expect(y).toBeCloseTo(plain[i].y, 9);
    });
    expect(figure.walks[3].cost).toBeCloseTo(plain[10].value, 9);
  });

  it('all get down, and the smaller the batch the more they wobble', () => {
    const figure = create({ step: STEPS });
    const [first] = create().walks;
    for (const { cost } of figure.walks) expect(cost).toBeLessThan(first.cost);
    const long = figure.walks.map(({ path }) =>
      path.slice(1).reduce((sum, { x, y }, i) => sum + Math.hypot(x - path[i].x, y - path[i].y), 0),
    );
    expect(long[0]).toBeGreaterThan(long[3]);
  });

  it('are the same for everybody, and others after a shuffle', () => {
    const [one, other] = [create({ step: 5 }), create({ step: 5 })];
    expect(one.walks[0].path).toEqual(other.walks[0].path);
    one.shuffle();
    expect(one.walks[0].path).not.toEqual(other.walks[0].path);
    one.reset();
    expect(one.walks[0].path).toEqual(other.walks[0].path);
  });

  it('keep a state that makes sense, whatever a link says', () => {
    const figure = create();
    const text = fc.oneof(fc.string(), fc.integer({ min: -3, max: 2000 }).map(String));
    fc.assert(
      fc.property(text, text, text, text, (step, eta, m, seed) => {
        figure.fromLink({ step, eta, m, seed });
        const other = create();
        other.fromLink(figure.toLink());
        expect(other.toLink()).toEqual(figure.toLink());
      }),
    );
    expect(figure.words).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('the cosine with the full gradient', () => {
  it('grows with the batch, and is smaller late than early', () => {
    const early = cosinesAt(stages.value[0], thousand.value);
    const late = cosinesAt(stages.value[3], thousand.value);
    for (const [one, ten, hundred] of [early, late]) {
      expect(one).toBeLessThan(ten);
      expect(ten).toBeLessThan(hundred);
      expect(hundred).toBeLessThanOrEqual(1);
    }
    expect(late[0]).toBeLessThan(early[0]);
    expect(late[1]).toBeLessThan(early[1]);
  });

  it('is 1 for the same way, 0 at a right angle, and 0 where there is no way', () => {
    expect(cosine(Float64Array.of(1, 2), Float64Array.of(2, 4))).toBeCloseTo(1, 12);
    expect(cosine(Float64Array.of(1, 0), Float64Array.of(0, 3))).toBe(0);
    expect(cosine(Float64Array.of(0, 0), Float64Array.of(0, 3))).toBe(0);
  });
});
