import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ShapeError, ValueError } from '../../../src/network/errors.ts';
import { feedforward } from '../../../src/network/feedforward.ts';
import { backprop } from '../../../src/network/backprop.ts';
import { quadratic } from '../../../src/network/cost.ts';
import { targetsOf } from '../../../src/network/examples.ts';
import type { Part } from '../../../src/explain/explain.ts';
import {
  cloneNetwork,
  createNetwork,
  emptyNetwork,
  type Network,
} from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import { nudged, updateMiniBatch } from '../../../src/network/sgd.ts';
import { stages } from '../../../src/islands/stages.ts';
import { hundred, loadResources } from '../../../src/islands/resources.ts';
import {
  BackpropNudges,
  batchOf,
  FIRST_ETA,
  partFrom,
  votesOf,
} from '../../../src/widgets/backprop/backprop-nudges/backprop-nudges.svelte.ts';
import { dot, meanGradient } from '../../../src/widgets/backprop/backprop-nudges/gradients.ts';
import {
  FIRST_STEP,
  type Focus,
  indexOfStep,
  partOf,
  STEPS,
} from '../../../src/widgets/backprop/backprop-nudges/nudge-steps.ts';
import {
  inPlain,
  timeToRead,
  UNTOUCHED,
  wordsFor,
} from '../../../src/widgets/backprop/backprop-nudges/nudge-words.ts';
import { work } from '../../../src/widgets/backprop/whole-pass.svelte.ts';

beforeAll(async () => {
  await loadResources();
  await stages.load();
});

/** Every weight and bias, to be compared bit by bit. */
const bits = (network: Network): number[] =>
  network.layers.flatMap(({ weights, biases }) => [...weights, ...biases]);

describe('the nudge', () => {
  it('lowers the cost of the digit while it is small, and is taken back to the last bit', () => {
    fc.assert(
      fc.property(
        fc.nat(3),
        fc.nat(99),
        fc.nat(9),
        fc.double({ min: 1e-4, max: 1e-2, noNaN: true }),
        (stage, which, label, eta) => {
          const network = stages.value[stage];
          const { pixels } = hundred.value[which];
          const before = bits(network);
          const { cost, errors } = work(network, pixels, label, eta);
          const figure = new BackpropNudges();
          figure.eta = eta;
          figure.apply(network, errors);
          const made = figure.madeOf(network);
          if (made === null) throw new Error('It was nudged.');
          const after = work(made, pixels, label, eta).cost;
          // Below about 1e-13 a cost of 1 has no digits left to fall by.
          if (eta * dot(errors, errors) > 1e-13) expect(after).toBeLessThan(cost);
          figure.undo();
          expect([figure.madeOf(network), figure.appliedTo(network)]).toEqual([null, 0]);
          expect(bits(network)).toEqual(before);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('comes to what it promises, as it gets smaller', () => {
    const network = stages.value[1];
    const { pixels, label } = hundred.value[3];
    const { cost, errors } = work(network, pixels, label, 1);
    for (const eta of [1e-3, 1e-4, 1e-5]) {
      const fall = cost - work(nudged(network, errors, eta), pixels, label, eta).cost;
      expect(Math.abs(fall / (eta * dot(errors, errors)) - 1)).toBeLessThan(20 * eta);
    }
  });

  it('of a mini-batch is what training does with it', () => {
    const network = stages.value[0];
    const batch = batchOf(hundred.value, hundred.value[20].pixels, hundred.value[20].label);
    expect(batch.map(({ label }) => label)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const { votes, mean } = votesOf(network, batch);
    expect(votes.length).toBe(10);
    const trained = cloneNetwork(network);
    const examples = {
      ...{ count: 10, full: 1 },
      inputs: Float64Array.from(batch.flatMap(({ pixels }) => [...pixels])),
      labels: Uint8Array.from({ length: 10 }, (_, i) => i),
    };
    updateMiniBatch(trained, examples, [...Array(10).keys()], {
      ...{ cost: quadratic, eta: 0.5, miniBatch: 10, lambda: 0 },
    });
    const moved = bits(nudged(network, mean, 0.5));
    bits(trained).forEach((value, i) => expect(Math.abs(value - moved[i])).toBeLessThan(1e-12));
  });

  it('refuses what does not fit', () => {
    const network = createNetwork([2, 1], 'normal', createRandom(1));
    const gradient = backprop(network, feedforward(network, [1, 1]), [0], quadratic);
    expect(() => nudged(network, gradient, 0)).toThrow(ValueError);
    expect(() => nudged(emptyNetwork([3, 1]), gradient, 1)).toThrow(ShapeError);
    expect(() => meanGradient([])).toThrow(ValueError);
  });
});

describe('nudges, one after another', () => {
  it('are counted, taken back one by one, and belong to the network that they were made of', () => {
    const [untrained, , , trained] = stages.value;
    const { pixels, label } = hundred.value[0];
    const figure = new BackpropNudges();
    const now = (): Network => figure.madeOf(untrained) ?? untrained;
    const made: number[][] = [];
    for (let i = 0; i < 60; i++) {
      made.push(bits(now()));
      figure.apply(untrained, work(now(), pixels, label, 1).errors);
    }
    expect(figure.appliedTo(untrained)).toBe(60);
    expect([figure.madeOf(trained), figure.beforeOf(trained), figure.appliedTo(trained)]).toEqual([
      ...[null, null, 0],
    ]);
    for (let i = 59; i >= 10; i--) {
      figure.undo();
      expect(bits(now())).toEqual(made[i]);
    }
    figure.undo();
    expect(figure.appliedTo(untrained)).toBe(10);
    figure.reset();
    expect([figure.madeOf(untrained), figure.eta, figure.step]).toEqual([
      null,
      FIRST_ETA,
      FIRST_STEP,
    ]);
  });
});

describe('a link', () => {
  it('brings back step, learning rate, voters, pixel, what is unfolded and what lies open', () => {
    const network = stages.value[1];
    const figure = new BackpropNudges();
    expect(figure.toLink(null)).toEqual({});
    figure.step = 11;
    figure.eta = 2.5;
    figure.voters = 'batch';
    figure.pixel = 406;
    figure.unfolded.code = true;
    const open: Part = { kind: 'nablaW', layer: 1, j: 3, k: 406 };
    const link = figure.toLink(open);
    const other = new BackpropNudges();
    expect(other.fromLink(link, network)).toEqual(open);
    expect(other.toLink(open)).toEqual(link);
  });

  it('has something to reset as soon as anything is changed, and nothing after a reset', () => {
    const [stage] = stages.value;
    const { errors } = work(stage, hundred.value[0].pixels, 7, 1);
    const changes: readonly ((figure: BackpropNudges) => void)[] = [
      (figure) => (figure.step = 4),
      (figure) => (figure.isPlaying = true),
      (figure) => (figure.eta = 2),
      (figure) => (figure.voters = 'batch'),
      (figure) => (figure.pixel = 400),
      (figure) => (figure.isOpen = false),
      (figure) => (figure.isChoosing = true),
      (figure) => (figure.unfolded.code = true),
      (figure) => figure.apply(stage, errors),
    ];
    for (const change of changes) {
      const figure = new BackpropNudges(2);
      expect(figure.canReset).toBe(false);
      change(figure);
      expect(figure.canReset, String(change)).toBe(true);
      figure.reset();
      expect(figure.canReset, String(change)).toBe(false);
    }
    const figure = new BackpropNudges();
    figure.apply(stage, errors);
    figure.undo();
    expect(figure.canReset).toBe(false);
  });

  it('does nothing where it makes no sense', () => {
    const network = stages.value[1];
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('step', 'eta', 'votes', 'pixel', 'open', 'show'),
          fc.string(),
        ),
        (params) => {
          const figure = new BackpropNudges();
          const part = figure.fromLink(params, network);
          expect(figure.step in STEPS && figure.eta >= 0.1 && figure.eta <= 10).toBe(true);
          if (part !== null) expect(partFrom(params.open, network)).toEqual(part);
        },
      ),
    );
    for (const key of ['delta 4 0', 'toString', 'cost 1', 'weight 1 2', 'input 784', 'wish 1 x']) {
      expect(partFrom(key, network)).toBeNull();
    }
  });
});

describe('the steps', () => {
  const focus: Focus = { first: 10, hidden: 8, output: 3, pixel: 406 };
  const outlook = { ...UNTOUCHED, after: 0.1, promise: 0.05 };

  it('each open a number of their own, and say what is the case', () => {
    for (const network of stages.value) {
      for (const { pixels, label } of hundred.value.slice(0, 10)) {
        const worked = work(network, pixels, label, 1);
        STEPS.forEach((_, step) => {
          const text = inPlain(wordsFor(step, worked, focus, label, outlook));
          expect(text).toMatch(/^[A-Z].*[.]$/);
          expect(text).not.toMatch(/NaN|undefined|null|Infinity|--| -\d/);
          expect(partOf(step, focus).kind).toMatch(/./);
        });
      }
    }
  });

  it('show factors that multiply to the product shown', () => {
    const places = (text: string): number => text.split('.')[1]?.length ?? 0;
    for (const network of stages.value) {
      for (const { pixels, label } of hundred.value.slice(0, 20)) {
        const worked = work(network, pixels, label, 1);
        for (let output = 0; output < 10; output++) {
          const at = { ...focus, output, hidden: output, first: output };
          for (const id of ['errors', 'errors2', 'errors1'] as const) {
            const text = inPlain(wordsFor(indexOfStep(id), worked, at, label, outlook));
            const numbers = text.replaceAll('−', '-').match(/[-+]?\d+\.\d+/g) ?? [];
            const [against, slope, error] = numbers.slice(1);
            const gap = Math.abs(Number(against) * Number(slope) - Number(error));
            expect(gap, text).toBeLessThanOrEqual(0.5 * 10 ** -places(error) + 1e-12);
          }
        }
      }
    }
  });

  it('stay, while it plays, as long as it takes to read them', () => {
    expect(timeToRead('Few words.')).toBe(3000);
    expect(timeToRead('word '.repeat(60).trim())).toBe(16_800);
  });

  it('tell of the loudest request in words that its signs bear out', () => {
    const { pixels } = hundred.value[4];
    const worked = work(stages.value[1], pixels, 2, 1);
    const said = inPlain(wordsFor(indexOfStep('sum'), worked, focus, 2, outlook));
    const { nIn, weights } = worked.network.layers[2];
    const requests = [...worked.errors.deltas[2]].map((delta, j) => -weights[j * nIn + 8] * delta);
    const sizes = requests.map(Math.abs);
    const j = sizes.indexOf(Math.max(...sizes));
    expect(said).toContain(`that of the ${j}:`);
    expect(said).toContain(`should be ${worked.errors.deltas[2][j] < 0 ? 'brighter' : 'dimmer'}`);
    expect(said).toContain(
      `its weight here is ${weights[j * nIn + 8] < 0 ? 'negative' : 'positive'}`,
    );
    expect(said).toContain(`this neuron to be ${requests[j] > 0 ? 'brighter' : 'dimmer'}`);
    expect(targetsOf(2, 10)[2]).toBe(1);
  });
});
