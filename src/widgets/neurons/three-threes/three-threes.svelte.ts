import type { GivenDigit } from '@/digits/sheet.ts';
import { formatNumber } from '@/words/numbers.ts';
import { roundTo } from '@/words/places.ts';
import { bestMove, inkOf, moved, neighboursOf, overlay, type Neighbour } from './pixel-distance.ts';
import { aDigit } from '@/words/digits.ts';
import { midSentence } from '@/words/english.ts';
import { whole, wholes } from '@/reader/codec.ts';

/** A 3 whose nearest neighbour among the thousand is an 8: nearer than any other 3. */
export const FIRST = 9797;
/** The 3 that shares the least of its ink with it. */
export const SECOND = 4630;
/** What a digit is compared with, and what an 8 is. */
const RIVAL = 8;
const RIVAL_OF_RIVAL = 3;
/** How far one digit can be slid over the other, in pixels. */
export const MOST_SLIDE = 6;

/** The two to begin with: their places in the MNIST test set. */
export interface Start {
  readonly first?: number;
  readonly second?: number;
}

export type Side = 'first' | 'second';
/** What the reader takes to be nearest to the first digit: one of its own kind, or of another. */
export type Guess = 'kin' | 'stranger';

/** Two digits laid over each other, and where the first one's neighbours stand. */
export class ThreeThrees {
  readonly digits: readonly GivenDigit[];
  readonly #begin: { readonly first: GivenDigit; readonly second: GivenDigit };
  #first = $state.raw<GivenDigit>();
  #second = $state.raw<GivenDigit>();
  #rivalLabel = $state(RIVAL);
  #right = $state(0);
  #down = $state(0);
  /** Which of the two the next choice of a digit is for. */
  side = $state<Side>('second');
  /** What the reader says is nearest, before it is told; null while nothing was said. */
  guess = $state<Guess | null>(null);

  readonly first = $derived.by(() => this.#first ?? this.#begin.first);
  readonly second = $derived.by(() => this.#second ?? this.#begin.second);
  readonly overlay = $derived.by(() =>
    overlay(this.first.pixels, moved(this.second.pixels, this.#right, this.#down)),
  );
  /** All others, the nearest to the first digit first; no digit slid. */
  readonly neighbours: readonly Neighbour[] = $derived.by(() =>
    neighboursOf(this.first, this.digits),
  );
  /** The others of the first digit's kind, the nearest first. */
  readonly kin: readonly Neighbour[] = $derived.by(() =>
    this.neighbours.filter(({ digit }) => digit.label === this.first.label),
  );
  /** The kind that the first digit is compared with: never its own. */
  readonly rivalLabel = $derived.by(() => {
    if (this.#rivalLabel !== this.first.label) return this.#rivalLabel;
    return this.first.label === RIVAL ? RIVAL_OF_RIVAL : RIVAL;
  });
  /** The kinds that it may be compared with. */
  get otherLabels(): readonly number[] {
    const labels = this.digits.map(({ label }) => label).sort((one, other) => one - other);
    return labels.filter((label, i) => label !== this.first.label && label !== labels[i - 1]);
  }
  readonly rivals: readonly Neighbour[] = $derived.by(() =>
    this.neighbours.filter(({ digit }) => digit.label === this.rivalLabel),
  );
  /** All that are neither. */
  readonly strangers: readonly Neighbour[] = $derived.by(() =>
    this.neighbours.filter(
      ({ digit: { label } }) => label !== this.first.label && label !== this.rivalLabel,
    ),
  );
  /** Where the second digit stands among all neighbours: 1 is the nearest, 0 the first digit itself. */
  readonly rank = $derived.by(
    () => this.neighbours.findIndex(({ digit }) => digit.index === this.second.index) + 1,
  );

  /** @param digits what there is to choose from; the pair to begin with is among them, or it is the first two */
  constructor(digits: readonly GivenDigit[], first = FIRST, second = SECOND) {
    this.digits = digits;
    const find = (index: number): GivenDigit | undefined =>
      digits.find((digit) => digit.index === index);
    this.#begin = { first: find(first) ?? digits[0], second: find(second) ?? digits[1] };
  }

  /** How far the second digit was slid to the right and down, in pixels. */
  get right(): number {
    return this.#right;
  }
  get down(): number {
    return this.#down;
  }
  get isSlid(): boolean {
    return this.#right !== 0 || this.#down !== 0;
  }
  get nearestRival(): Neighbour {
    return this.rivals[0];
  }
  get canReset(): boolean {
    return (
      this.first !== this.#begin.first ||
      this.second !== this.#begin.second ||
      this.#rivalLabel !== RIVAL ||
      this.isSlid ||
      this.side !== 'second' ||
      this.guess !== null
    );
  }

  /** Ink that both have, that the first and the second alone have, and the distance: as shown, so that the sum adds up. */
  get sums(): { shared: number; onlyFirst: number; onlySecond: number; distance: number } {
    const { shared, onlyFirst, onlySecond } = this.overlay;
    const of = (ink: Float64Array): number => roundTo(inkOf(ink), 1);
    const [one, other] = [of(onlyFirst), of(onlySecond)];
    return { shared: of(shared), onlyFirst: one, onlySecond: other, distance: one + other };
  }

  /** How many of the first digit's kind are further from it than that. */
  furtherThan(distance: number): number {
    return this.kin.filter((other) => other.distance > distance).length;
  }

  /** The two that lie there, in words. */
  get words(): string {
    const { shared, distance } = this.sums;
    const [one, other] = [this.first.label, this.second.label];
    const pair = one === other ? `These two ${one}s` : `This ${one} and this ${other}`;
    const slid = this.isSlid ? ', slid like this,' : '';
    if (this.first === this.second && !this.isSlid) {
      return `The same ${one} twice: all of its ink is shared, and the distance is 0.`;
    }
    return `${pair}${slid} share ink worth ${formatNumber(shared, 1)} pixels, and differ by ${formatNumber(distance, 1)}.`;
  }

  /** Where the rival stands, in words. */
  get verdict(): string {
    const { digit, distance } = this.nearestRival;
    const { label } = this.first;
    const further = this.furtherThan(distance);
    const all = this.kin.length;
    const count = further === all ? `all ${all}` : further === 0 ? 'none' : `${further}`;
    const verb = further === 1 ? 'is' : 'are';
    return `The nearest ${digit.label} differs from the first ${label} by ${formatNumber(distance, 1)}. Of ${all} other ${label}s, ${count} ${verb} further from this ${label} than that ${digit.label}.`;
  }

  /** What is nearest of all, in words. */
  get nearestWords(): string {
    const [{ digit, distance }] = this.neighbours;
    return `The nearest of all ${this.neighbours.length} is ${aDigit(digit.label)}, ${formatNumber(distance, 1)} away.`;
  }
  /** Whether the guess was right, in words; empty while nothing was guessed. */
  get outcome(): string {
    if (this.guess === null) return '';
    const isKin = this.neighbours[0].digit.label === this.first.label;
    const isRight = (this.guess === 'kin') === isKin;
    return `${isRight ? 'As you said' : 'Not what you said'}: ${midSentence(this.nearestWords)}`;
  }

  /** Chooses a digit for the side that is asked for, where it belongs: not slid. Nobody has guessed at another first one. */
  choose(digit: GivenDigit): void {
    if (this.side === 'second') this.#second = digit;
    else if (digit !== this.first) {
      this.#first = digit;
      this.guess = null;
    }
    this.slide(0, 0);
  }

  /** Lays one over the first, whatever side is asked for. */
  lay(digit: GivenDigit): void {
    this.#second = digit;
    this.slide(0, 0);
  }

  /** Lays the neighbour of that rank over the first, 1 being the nearest. */
  layRank(rank: number): void {
    if (!Number.isFinite(rank)) return;
    const at = Math.min(this.neighbours.length, Math.max(1, Math.round(rank))) - 1;
    this.lay(this.neighbours[at].digit);
  }

  /** @param label a digit's kind; the first digit's own, and nonsense, change nothing */
  compareWith(label: number): void {
    if (label !== this.first.label && this.digits.some((digit) => digit.label === label)) {
      this.#rivalLabel = label;
    }
  }

  /** Slides the second digit, in whole pixels from where it belongs. */
  slide(right: number, down: number): void {
    const whole = (by: number): number =>
      Number.isFinite(by) ? Math.min(MOST_SLIDE, Math.max(-MOST_SLIDE, Math.round(by))) + 0 : 0;
    this.#right = whole(right);
    this.#down = whole(down);
  }

  /** Slides the second digit to where it is nearest. */
  fit(): void {
    const { right, down } = bestMove(this.first.pixels, this.second.pixels, MOST_SLIDE);
    this.slide(right, down);
  }

  /** A digit in words: 'an 8, number 184 of the test set'. */
  describe(digit: GivenDigit): string {
    return `${aDigit(digit.label)}, number ${digit.index} of the test set`;
  }

  toLink(): Record<string, string> {
    if (!this.canReset) return {};
    return {
      pair: `${this.first.index}.${this.second.index}`,
      with: String(this.rivalLabel),
      ...(this.isSlid ? { slid: `${this.#right}.${this.#down}` } : {}),
    };
  }

  fromLink(params: Readonly<Record<string, string>>): void {
    const [one, other] = (params['pair'] ?? '')
      .split('.')
      .map((text) => this.digits.find(({ index }) => String(index) === text));
    if (one) this.#first = one;
    if (other) this.#second = other;
    const label = whole(params['with'], 0, 9);
    if (label !== null) this.compareWith(label);
    const [across, down] = wholes(params['slid'], '.', [-9, 9], [-9, 9]) ?? [];
    if (across !== undefined && down !== undefined) this.slide(across, down);
  }

  reset(): void {
    this.#first = undefined;
    this.#second = undefined;
    this.#rivalLabel = RIVAL;
    this.side = 'second';
    this.guess = null;
    this.slide(0, 0);
  }
}
