import { Inspector } from '@/controls/inspector/inspector.svelte.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import { explain, type Explanation, type Part } from '@/explain/explain.ts';
import { argmax, feedforward, type ForwardPass } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';
import { bestTwo } from '@/recogniser/verdict.ts';
import { wholes } from '@/reader/codec.ts';
import { aDigit } from '@/words/digits.ts';
import { formatNumber } from '@/words/numbers.ts';
import { isWithinHalf, placesUntil, roundTo } from '@/words/places.ts';

/** Two scores nearer than this are told apart only just. */
const NARROW = 0.1;

/** A digit as the network reads it. */
export interface Reading {
  readonly digit: GivenDigit;
  readonly pass: ForwardPass;
  readonly scores: Float64Array;
  /** How far the score of what was meant lies above the best of the others; below 0 where the network reads another digit. */
  readonly lead: number;
}

function read(network: Network, digit: GivenDigit): Reading {
  const pass = feedforward(network, digit.pixels);
  const scores = pass.activations[network.layers.length];
  const others = scores.filter((_, j) => j !== digit.label);
  return { digit, pass, scores, lead: scores[digit.label] - Math.max(...others) };
}

/** All digits that are meant as `label`, from the plainest to the most doubtful, and on to those that are read as another. */
export function byDoubt(network: Network, digits: readonly GivenDigit[], label: number): Reading[] {
  return digits
    .filter((digit) => digit.label === label)
    .map((digit) => read(network, digit))
    .sort((one, other) => other.lead - one.lead);
}

/**
 * The rank of the digit that is read rightly, and for which the best of the other scores is highest: the one that could be either. Of
 * digits that are all misread, the same.
 */
export function mostTorn(readings: readonly Reading[]): number {
  const rival = ({ scores, lead, digit }: Reading): number => scores[digit.label] - lead;
  const isRead = readings.some(({ lead }) => lead > 0);
  return argmax(readings.map((reading) => (isRead && reading.lead <= 0 ? -1 : rival(reading))));
}

/** What the figure begins with: fours, some of which could be nines. */
const FIRST_LABEL = 4;

/** How many of the plainest are spoken of together. */
const PLAINEST = 10;

/** Walking through the digits of one kind, from the plainest to the most doubtful. */
export class OutputScores {
  label = $state(FIRST_LABEL);
  /** From 0, the plainest. */
  rank = $state(0);

  readonly #network: () => Network;
  readonly #digits: readonly GivenDigit[];
  readonly #first: string;
  /** What it began with. */
  #begin = { label: FIRST_LABEL, rank: 0 };
  readonly inspector = new Inspector();
  /** By label, once worked out. Plain getters over it: what is derived while the server renders stays as it was first read. */
  #known: { readonly of: Network; readonly byLabel: (readonly Reading[] | undefined)[] } | null =
    null;

  /** @param digits some of every label @param at a label and a rank to begin with, as in a link */
  constructor(network: () => Network, digits: readonly GivenDigit[], at = '') {
    this.#network = network;
    this.#digits = digits;
    this.#first = at;
    this.reset();
  }

  /** All of this kind, from the plainest to the most doubtful. */
  get readings(): readonly Reading[] {
    const network = this.#network();
    if (this.#known?.of !== network) this.#known = { of: network, byLabel: [] };
    return (this.#known.byLabel[this.label] ??= byDoubt(network, this.#digits, this.label));
  }

  get now(): Reading {
    return this.readings[Math.min(this.rank, this.readings.length - 1)];
  }

  get sum(): number {
    return this.now.scores.reduce((all, score) => all + score, 0);
  }

  /** The sum of each of this kind, from the plainest on. */
  get sums(): readonly number[] {
    return this.readings.map(({ scores }) => scores.reduce((all, score) => all + score, 0));
  }
  /** How far from one the plainest ten and those that are misread add up, in words: a plain digit's sum is no nearer to one. */
  get sumsWords(): string {
    const { sums, misread, label } = this;
    const [plain, wrong] = [sums.slice(0, PLAINEST), sums.slice(sums.length - misread)];
    const off = (of: readonly number[]): string =>
      formatNumber(of.reduce((all, sum) => all + Math.abs(sum - 1), 0) / of.length, 2);
    const first = `The ${PLAINEST} plainest ${label}s miss one by ${off(plain)} on average`;
    return misread === 0 ? `${first}.` : `${first}, the ${misread} misread by ${off(wrong)}.`;
  }

  /** The two highest scores, by their digits. */
  get best(): readonly number[] {
    return bestTwo(this.now.scores);
  }
  /** As many places as it takes for the ten shown to add up to the sum shown. */
  get places(): number {
    const added = (n: number): number =>
      this.now.scores.reduce((sum, score) => sum + roundTo(score, n), 0);
    return placesUntil(2, (n) => isWithinHalf(added(n), roundTo(this.sum, 2), 2));
  }

  openScore(j: number): void {
    const layer = this.#network().layers.length;
    this.inspector.open({ kind: 'activation', layer, j });
  }
  readonly explain = (part: Part): Explanation => explain(this.#network(), this.now.pass, part);

  /** How many of this kind are read as another digit: the last ones. */
  get misread(): number {
    return this.readings.filter(({ lead }) => lead < 0).length;
  }

  /** How many are misread, in words. */
  get misreadWords(): string {
    const { misread, label } = this;
    const all = this.readings.length;
    if (misread === 0) return `None of these ${all} is read as another digit than ${label}.`;
    return misread === 1
      ? `The last of the ${all} is read as another digit.`
      : `The last ${misread} of the ${all} are read as other digits.`;
  }

  get isFirst(): boolean {
    return this.label === FIRST_LABEL && this.rank === mostTorn(this.readings);
  }
  /** Whether anything is not as the figure began. */
  get canReset(): boolean {
    const { label, rank } = this.#begin;
    return this.label !== label || this.rank !== rank || this.inspector.part !== null;
  }

  choose(label: number): void {
    this.label = label;
    this.rank = mostTorn(this.readings);
  }

  reset(): void {
    this.choose(FIRST_LABEL);
    this.fromLink({ at: this.#first });
    this.#begin = { label: this.label, rank: this.rank };
    this.inspector.reset();
  }

  toLink(): Record<string, string> {
    return this.isFirst ? {} : { at: `${this.label}.${this.rank + 1}` };
  }

  /** Takes a label and a rank from 1, "4.17"; anything else is left alone. */
  fromLink({ at = '' }: Readonly<Record<string, string>>): void {
    const [label, rank] = wholes(at, '.', [0, 9], [1, 999]) ?? [];
    if (label === undefined || rank === undefined) return;
    this.label = label;
    this.rank = Math.min(rank, this.readings.length) - 1;
  }

  /** What is the case, in words. */
  get words(): string {
    const { digit, scores, lead } = this.now;
    const [first, second] = bestTwo(scores);
    const two = `It scores ${scores[first].toFixed(2)} for ${first} and ${scores[second].toFixed(2)} for ${second}`;
    const verdict =
      scores[first] < 0.5
        ? 'and no score reaches a half'
        : lead < 0
          ? `so it is read as ${aDigit(first)}, wrongly`
          : scores[first] - scores[second] < NARROW
            ? `so it is read as ${aDigit(first)}, and only just`
            : scores[second] >= 0.25
              ? `so it is read as ${aDigit(first)}, with a good deal of ${aDigit(second)} in it`
              : `so it is plainly read as ${aDigit(first)}`;
    return `Its writer meant ${aDigit(digit.label)}. ${two}, ${verdict}. All ten add up to ${this.sum.toFixed(2)}.`;
  }
}
