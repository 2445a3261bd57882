/** Numbers of chapter 4: one pass there and back on the digit that everybody begins with, a vote of that digit alone, and polls of a few. */
import { sigmoid } from '@/network/activation.ts';
import { type BackwardPass, backprop, type Gradient } from '@/network/backprop.ts';
import { costOf, quadratic } from '@/network/cost.ts';
import { type Examples, targetsOf } from '@/network/examples.ts';
import { argmax, feedforward, type ForwardPass, scoresOf } from '@/network/feedforward.ts';
import { createNetwork, type Network } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import { createLearner, nudged } from '@/network/sgd.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import { explainer, hundred, loadResources, thousand } from '@/islands/resources.ts';
import { stages } from '@/islands/stages.ts';
import { firstState } from '@/reader/state.ts';
import type { Measure } from './measure.ts';
import { formatNumber, signed, thousands } from '@/words/numbers.ts';

/** The neuron of layer 2 that its figures look at first, from 0. */
const HIDDEN = 8;
/** The digits over which a batch's gradient is compared with the full one, and the single ones among them, as in the figure of four walks. */
const [POLLED, SINGLES] = [200, 20];
/** How the network of one vote learns, as in its figure. */
const VOTE = { cost: quadratic, eta: 0.2, miniBatch: 1, lambda: 0 };
const MOST_STEPS = 300;

interface Worked {
  readonly pass: ForwardPass;
  readonly errors: BackwardPass;
  readonly cost: number;
}

function work(network: Network, { pixels, label }: GivenDigit): Worked {
  const pass = feedforward(network, pixels);
  const y = targetsOf(label, 10);
  const cost = costOf(scoresOf(pass), y);
  return { pass, errors: backprop(network, pass, y, quadratic), cost };
}

/** All slopes in one row. */
const rowOf = ({ nablaW, nablaB }: Gradient): number[] =>
  nablaW.flatMap((weights, l) => [...weights, ...nablaB[l]]);

/** u v / (|u| |v|) */
function cosine(u: readonly number[], v: readonly number[]): number {
  const dot = (one: readonly number[], other: readonly number[]): number =>
    one.reduce((sum, value, i) => sum + value * other[i], 0);
  return dot(u, v) / Math.sqrt(dot(u, u) * dot(v, v));
}

/** The mean cosine between the gradient of batches of so many and that of all that are polled. */
function angles(network: Network, size: number): number {
  const rows = thousand.value.slice(0, POLLED).map((digit) => rowOf(work(network, digit).errors));
  const sum = (some: readonly number[][]): number[] =>
    some.reduce((all, row) => all.map((value, i) => value + row[i]));
  const full = sum(rows);
  const count = size === 1 ? SINGLES : POLLED / size;
  const cosines = Array.from({ length: count }, (_, b) =>
    cosine(sum(rows.slice(b * size, (b + 1) * size)), full),
  );
  return cosines.reduce((all, value) => all + value, 0) / count;
}

/** After how many steps on the first digit alone a fresh network calls all of the hundred by its name. @throws Error where it never does */
function stepsToOneName(): number {
  const { pixels, label } = firstState(hundred.value).digit;
  const network = createNetwork(explainer.value.sizes, 'scaled', createRandom(1));
  const examples: Examples = {
    count: 1,
    inputs: Float64Array.from(pixels),
    full: 1,
    labels: Uint8Array.of(label),
  };
  const learner = createLearner(network, examples);
  for (let steps = 1; steps <= MOST_STEPS; steps++) {
    learner.descend(Uint32Array.of(0), VOTE);
    const isOneName = hundred.value.every(
      (digit) => argmax(feedforward(network, digit.pixels).activations[3]) === label,
    );
    if (isOneName) return steps;
  }
  throw new Error(`One vote did not make all the same in ${String(MOST_STEPS)} steps.`);
}

const after =
  (measure: () => string): Measure =>
  async () => {
    await loadResources(explainer, hundred, thousand, stages);
    return measure();
  };

/** Of the pass on the first digit, by the network at the stage that figures begin with. */
const ofPass = (write: (worked: Worked, label: number, network: Network) => string): Measure =>
  after(() => {
    const { digit, stage } = firstState(hundred.value);
    const network = stages.value[stage];
    return write(work(network, digit), digit.label, network);
  });

export const backpropValues: Readonly<Record<string, Measure>> = {
  'backprop.score': ofPass(({ pass }, label) => formatNumber(pass.activations[3][label], 2)),
  // The highest of the scores that should be 0.
  'backprop.rival': ofPass(({ pass }, label) =>
    formatNumber(Math.max(...pass.activations[3].filter((_, j) => j !== label)), 2),
  ),
  'backprop.cost': ofPass(({ cost }) => formatNumber(cost, 3)),
  'backprop.wish': ofPass(({ errors }, label) => signed(errors.wishes[2][label], 4)),
  'backprop.slope': ofPass(({ pass }, label) => formatNumber(sigmoid.prime(pass.zs[2][label]), 4)),
  'backprop.delta': ofPass(({ errors }, label) => formatNumber(errors.deltas[2][label], 3)),
  'backprop.requests': ofPass(({ errors }) => signed(errors.wishes[1][HIDDEN], 4)),
  'backprop.hidden.slope': ofPass(({ pass }) => formatNumber(sigmoid.prime(pass.zs[1][HIDDEN]), 4)),
  'backprop.hidden.delta': ofPass(({ errors }) => formatNumber(errors.deltas[1][HIDDEN], 4)),
  'backprop.flat': ofPass(({ errors }) =>
    thousands(errors.nablaW[0].filter((slope) => slope === 0).length),
  ),
  'backprop.nudged': ofPass(({ errors }, _, network) => {
    const { digit } = firstState(hundred.value);
    return formatNumber(work(nudged(network, errors, 1), digit).cost, 3);
  }),
  'vote.steps': after(() => String(stepsToOneName())),
  ...Object.fromEntries(
    [1, 10].flatMap((size): [string, Measure][] => [
      [
        `angle.${String(size)}.untrained`,
        after(() => formatNumber(angles(stages.value[0], size), 2)),
      ],
      [
        `angle.${String(size)}.trained`,
        after(() => formatNumber(angles(explainer.value, size), 2)),
      ],
    ]),
  ),
};
