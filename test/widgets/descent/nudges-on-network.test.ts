import { beforeAll, describe, expect, it } from 'vitest';
import { costOf, quadratic } from '@/network/cost.ts';
import { targetsOf } from '@/network/examples.ts';
import { backprop } from '@/network/backprop.ts';
import { feedforward, scoresOf } from '@/network/feedforward.ts';
import { cloneNetwork } from '@/network/network.ts';
import { explainer, hundred, loadResources } from '@/islands/resources.ts';
import { digitsOfStep, tell, unitFor } from '@/widgets/descent/nudge-words.ts';
import { MOST_UNDO, NudgesOnNetwork } from '@/widgets/descent/nudges-on-network.svelte.ts';

beforeAll(() => loadResources(explainer, hundred));

/** A digit of the hundred at this place, as one that the reader has chosen. */
function nudgesOn(place: number, wanted: number | null = hundred.value[place].label) {
  const digit = hundred.value[place];
  const scene = {
    network: explainer.value,
    image: digit.pixels,
    ...{ wanted, digit, source: 'digit' as const },
  };
  return { scene, nudges: new NudgesOnNetwork(() => scene, hundred.value) };
}

it('takes the same steps again from its link, for whichever digits they were', () => {
  const { nudges, scene } = nudgesOn(8);
  nudges.eta = 2;
  nudges.apply();
  nudges.apply();
  scene.digit = hundred.value[3];
  scene.image = scene.digit.pixels;
  scene.wanted = scene.digit.label;
  const other = new NudgesOnNetwork(() => scene, hundred.value);
  const changed = new NudgesOnNetwork(() => ({ ...scene }), hundred.value);
  other.fromLink(nudges.toLink());
  changed.fromLink({
    ...other.toLink(),
    steps: `${other.toLink()['steps']},1@0.5@${scene.digit.index}`,
  });
  expect([other.count, changed.count]).toEqual([2, 3]);
  expect(other.network).toEqual(nudges.network);
  expect(other.lastCosts).toEqual(nudges.lastCosts);
  other.undo();
  other.undo();
  expect(other.network).toBe(explainer.value);
  for (const steps of ['1@0@32', '1@1@70000', 'x', '999@NaN@3']) {
    other.fromLink({ steps });
    expect(other.count).toBe(0);
  }
});

it('prints costs that give the share of the promise that it prints', () => {
  for (const place of [3, 8, 40]) {
    for (const eta of [0.5, 1, 3]) {
      const { nudges } = nudgesOn(place);
      nudges.eta = eta;
      const { cost, costNext, promise } = nudges;
      const digits = digitsOfStep(nudges);
      if (digits === 6 || costNext > cost) continue;
      const [now, then, promised] = [cost, costNext, cost - promise].map((one) =>
        Number(one.toPrecision(digits)),
      );
      const share = (now - then) / (now - promised);
      expect(Math.abs(share - (cost - costNext) / promise)).toBeLessThan(0.0101);
    }
  }
});

describe('the step', () => {
  it('moves every weight and bias by minus eta times what backpropagation says', () => {
    const { nudges, scene } = nudgesOn(8);
    nudges.eta = 2;
    const { errors } = nudges;
    const y = targetsOf(nudges.label, 10);
    const pass = feedforward(scene.network, scene.image);
    expect(errors).toEqual(backprop(scene.network, pass, y, quadratic));
    nudges.apply();
    nudges.network.layers.forEach(({ weights, biases }, l) => {
      const before = scene.network.layers[l];
      expect(weights).toEqual(before.weights.map((w, i) => w - 2 * errors.nablaW[l][i]));
      expect(biases).toEqual(before.biases.map((b, j) => b - 2 * errors.nablaB[l][j]));
    });
  });

  it('has the cost after it that it foretold, and that falls where the step is small', () => {
    const { nudges, scene } = nudgesOn(8);
    nudges.eta = 0.01;
    const { cost, costNext, promise } = nudges;
    expect(costNext).toBeLessThan(cost);
    expect((cost - costNext) / promise).toBeCloseTo(1, 1);
    nudges.apply();
    expect(nudges.cost).toBe(costNext);
    expect(nudges.cost).toBe(
      costOf(scoresOf(feedforward(nudges.network, scene.image)), targetsOf(nudges.label, 10)),
    );
    expect(nudges.lastCosts).toEqual([cost, costNext]);
  });

  it('is undone to the last bit, however many were taken', () => {
    const { nudges, scene } = nudgesOn(3);
    const learned = cloneNetwork(scene.network);
    const states = [nudges.network];
    for (let i = 0; i < 5; i++) {
      nudges.eta = 1 + i;
      nudges.apply();
      states.push(nudges.network);
    }
    for (let i = 4; i >= 0; i--) {
      nudges.undo();
      expect(nudges.network).toEqual(states[i]);
    }
    expect(scene.network).toEqual(learned);
    expect([nudges.count, nudges.canUndo, nudges.network === scene.network]).toEqual([
      0,
      false,
      true,
    ]);
    nudges.undo();
    expect(nudges.count).toBe(0);
  });

  it('stops being undoable where it would keep too many networks', () => {
    const { nudges } = nudgesOn(3);
    for (let i = 0; i < MOST_UNDO + 3; i++) nudges.apply();
    for (let i = 0; i < MOST_UNDO + 3; i++) nudges.undo();
    expect([nudges.count, nudges.canUndo]).toEqual([3, false]);
    nudges.reset();
    expect([nudges.count, nudges.canReset]).toEqual([0, false]);
  });
});

describe('what it shows', () => {
  it('lists for a neuron the nudges of its weights, each its pixel times that of the bias', () => {
    const { nudges, scene } = nudgesOn(8);
    const bias = nudges.biasNudgeOf(1, 4);
    nudges
      .nudgesOf(1, 4)
      .forEach((nudge, k) => expect(nudge).toBeCloseTo(bias * scene.image[k], 12));
    expect(nudges.explain({ kind: 'nudgeW', layer: 1, j: 4, k: 406 }).value).toBeCloseTo(
      nudges.nudgesOf(1, 4)[406],
      15,
    );
  });

  it('takes a drawing for what the network as learned makes of it, until the reader says', () => {
    const { nudges } = nudgesOn(3, null);
    const before = nudges.label;
    for (let i = 0; i < 3; i++) nudges.apply();
    expect(nudges.label).toBe(before);
  });

  it('finds the digit that costs most', () => {
    const { nudges } = nudgesOn(3);
    const costs = hundred.value.map(({ pixels, label }) =>
      costOf(scoresOf(feedforward(explainer.value, pixels)), targetsOf(label, 10)),
    );
    expect(nudges.hardest).toBe(hundred.value[costs.indexOf(Math.max(...costs))]);
  });

  it('says in words what a step does, and never nonsense', () => {
    const { nudges } = nudgesOn(8);
    expect(tell(nudges, 'this 5')).toMatch(/^One such step would take the cost of this 5/);
    for (const eta of [NaN, Infinity, -1, 1e9]) nudges.eta = eta;
    for (let i = 0; i < 4; i++) {
      nudges.apply();
      expect(tell(nudges, 'it')).not.toMatch(/NaN|Infinity|undefined/);
    }
    expect(tell(nudges, 'it')).toMatch(/^4 steps taken/);
  });

  it('chooses a unit with few zeros', () => {
    expect([0.5, 0.02, 3e-5, 2e-9].map((max) => unitFor(max).words)).toEqual([
      '',
      'in thousandths',
      'in millionths',
      'in billionths',
    ]);
  });
});
