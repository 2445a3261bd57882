import { aucOfEach, bestOfEach, mixedColumn, mixedWeights, randomMixture } from '@/inside/auc.ts';
import { columnOf } from '@/inside/activity.ts';
import { weightsOf } from '@/inside/portraits.ts';
import type { Inside } from '@/islands/inside.ts';
import { createRandom } from '@/network/random.ts';
import { whole } from '@/reader/codec.ts';

export type Side = 'left' | 'right';
export const SIDES: readonly Side[] = ['left', 'right'];

/** Rounds of the quiz; then it begins again. */
export const ROUNDS = 100;

/** How well something tells a digit from all others. */
export interface Told {
  readonly digit: number;
  /** The share of pairs in order, 0.5 to 1: of a pair with one of that digit and another. */
  readonly auc: number;
}

/** A weight picture of the quiz. */
export interface Candidate {
  /** Which neuron it is, from 0; null for a mixture of all. */
  readonly neuron: number | null;
  readonly weights: Float64Array;
  /** The digit that it tells best. */
  readonly best: Told;
}

export interface QuizStart {
  /** Hidden layer, from 0. */
  readonly layer?: number;
  readonly round?: number;
}

/** The digit that a table of AUCs, by digit, tells best, right way up or upside down. */
function bestTold(each: Float64Array): Told {
  const best = bestOfEach(each);
  const digit = best.indexOf(Math.max(...best));
  return { digit, auc: best[digit] };
}

const mean = (list: Float64Array): number => list.reduce((sum, x) => sum + x / list.length, 0);

/** Which of two weight pictures is a neuron's, and which a random mixture of the layer's? */
export class MixtureQuiz {
  readonly #inside: Inside;
  readonly #start: Required<QuizStart>;
  #layer = $state(0);
  #round = $state(0);
  /** What was guessed in this round; null before that. */
  guess = $state<Side | null>(null);
  /** Rounds that were answered since the start, and how many of them rightly. */
  answered = $state(0);
  right = $state(0);

  constructor(inside: Inside, start: QuizStart = {}) {
    this.#inside = inside;
    this.#start = { layer: start.layer ?? 0, round: start.round ?? 0 };
    this.#begin();
  }

  get layer(): number {
    return this.#layer;
  }
  /** From 0. */
  get round(): number {
    return this.#round;
  }
  get count(): number {
    return this.#inside.network.layers[this.layer].nOut;
  }

  /** The two pictures of the round, left and right: one a neuron, one a mixture of all; the round says which, wherever it is asked. */
  readonly pair: Readonly<Record<Side, Candidate>> = $derived.by(() => {
    const random = createRandom(ROUNDS * this.layer + this.round);
    const neuron = this.#neuron(random.integer(this.count));
    const mixture = this.#mixture(randomMixture(this.count, random));
    return random.uniform() < 0.5
      ? { left: neuron, right: mixture }
      : { left: mixture, right: neuron };
  });
  /** Where the neuron is. */
  get truth(): Side {
    return this.pair.left.neuron === null ? 'right' : 'left';
  }

  /** Of all digits, the mean AUC of the best neuron for each, and of the best of as many mixtures as there are neurons. */
  readonly whole: { readonly neurons: number; readonly mixtures: number } = $derived.by(() => {
    const { activity } = this.#inside;
    const { nOut, zs } = activity.layers[this.layer];
    const random = createRandom(ROUNDS * (this.layer + 2));
    const bestMean = (columns: readonly Float64Array[]): number => {
      const all = columns.map((column) => bestOfEach(aucOfEach(column, activity.labels)));
      return mean(Float64Array.from({ length: 10 }, (_, d) => Math.max(...all.map((b) => b[d]))));
    };
    const each = Array.from({ length: nOut }, (_, j) => j);
    return {
      neurons: bestMean(each.map((j) => columnOf(zs, nOut, j))),
      mixtures: bestMean(each.map(() => mixedColumn(zs, randomMixture(nOut, random)))),
    };
  });

  get canReset(): boolean {
    const { layer, round } = this.#start;
    return this.layer !== layer || this.round !== round || this.guess !== null || this.answered > 0;
  }
  reset(): void {
    this.#begin();
  }
  #begin(): void {
    this.#layer = this.#start.layer;
    this.#round = this.#start.round;
    this.guess = null;
    this.answered = 0;
    this.right = 0;
  }

  /** Guesses where the neuron is: once a round, for what is seen cannot be unseen. */
  choose(side: Side): void {
    if (this.guess !== null) return;
    this.guess = side;
    this.answered++;
    if (side === this.truth) this.right++;
  }
  next(): void {
    this.#round = (this.#round + 1) % ROUNDS;
    this.guess = null;
  }
  /** Goes to another hidden layer. Any other does nothing. */
  chooseLayer(layer: number): void {
    if (layer === this.layer || this.#inside.losses[layer] === undefined) return;
    this.#layer = layer;
    this.guess = null;
  }

  toLink(): Record<string, string> {
    const link: Record<string, string> = {};
    if (this.layer !== this.#start.layer) link['l'] = String(this.layer + 1);
    if (this.round !== this.#start.round) link['r'] = String(this.round + 1);
    return link;
  }
  fromLink(params: Readonly<Record<string, string | undefined>>): void {
    this.chooseLayer((whole(params['l'], 1, this.#inside.losses.length) ?? this.layer + 1) - 1);
    this.#round = (whole(params['r'], 1, ROUNDS) ?? this.round + 1) - 1;
  }

  #neuron(j: number): Candidate {
    const { network, activity } = this.#inside;
    const { nOut, zs } = activity.layers[this.layer];
    return {
      neuron: j,
      weights: weightsOf(network, this.layer, j),
      best: bestTold(aucOfEach(columnOf(zs, nOut, j), activity.labels)),
    };
  }
  #mixture(mixture: Float64Array): Candidate {
    const { network, activity } = this.#inside;
    const { zs } = activity.layers[this.layer];
    return {
      neuron: null,
      weights: mixedWeights(network.layers[this.layer], mixture),
      best: bestTold(aucOfEach(mixedColumn(zs, mixture), activity.labels)),
    };
  }
}
