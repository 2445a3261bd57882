import type { PaintPhase } from '@/controls/cells/cell-cursor.svelte.ts';
import { Inspector } from '@/controls/inspector/inspector.svelte.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import { explain, type Explanation, type Part } from '@/explain/explain.ts';
import type { ForwardPass } from '@/network/feedforward.ts';
import { feedforward } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';
import { NONE } from '@/reader/codec.ts';
import { formatNumber, two } from '@/words/numbers.ts';
import { type Verdict, bestTwo, judge } from '@/recogniser/verdict.ts';
import {
  type DigitPart,
  HALVES,
  type Half,
  QUARTERS,
  tollOfHalves,
  without,
} from './digit-parts.ts';
import { PixelSheet, restorer, rubber } from '../pixel-sheet.svelte.ts';
import { aDigit } from '@/words/digits.ts';
import { pixelName } from '@/words/pixels.ts';

/** An 8 that reads as a 2 without its upper half, as a 9 without its lower one, and still as an 8 without its right one. */
export const FIRST_EIGHT = 4518;
export const RUBBERS = { small: 1, large: 2.3 } as const;
/** With 'point' nothing is rubbed out, and a finger scrolls the page. */
export type Tool = 'point' | keyof typeof RUBBERS | 'back';

/** How the figure begins, and what Reset leads back to. */
export interface Start {
  /** The digit: its place in the MNIST test set. */
  readonly first?: number;
  /** A part that is rubbed out already. */
  readonly without?: DigitPart;
}

/** One of the ten scores, with the digit whole and as it is now; the change is between the numbers as they are shown. */
export interface ScoreChange {
  readonly digit: number;
  readonly before: number;
  readonly now: number;
  readonly change: number;
}

const shown = (value: number): number => Number(value.toFixed(2));

/** A real digit under the rubber, and what the network makes of what is left. */
export class PartsOfDigits {
  readonly #network: () => Network;
  readonly #digits: readonly GivenDigit[];
  readonly #first: GivenDigit;
  readonly #gone: DigitPart | undefined;
  /** The picture as it was at first. */
  #firstPixels: Float64Array | null = null;
  readonly inspector = new Inspector();
  #chosen = $state.raw<GivenDigit | null>(null);
  tool = $state<Tool>('point');
  /** The cell under the rubber; null while it is nowhere. */
  cell = $state<number | null>(null);
  /** Which half the reader thinks such a digit can least do without. */
  guess = $state<Half | null>(null);

  readonly digit = $derived.by(() => this.#chosen ?? this.#first);
  readonly sheet = new PixelSheet(() => this.digit.pixels);
  readonly before: ForwardPass = $derived.by(() => feedforward(this.#network(), this.sheet.given));
  readonly now: ForwardPass = $derived.by(() => feedforward(this.#network(), this.sheet.pixels));
  readonly scores = $derived.by(() => this.now.activations[this.#network().layers.length]);
  readonly scoresBefore = $derived.by(() => this.before.activations[this.#network().layers.length]);
  readonly verdict: Verdict = $derived(judge(this.sheet.pixels, this.scores));
  /** The digits that the verdict names. */
  readonly best = $derived(bestTwo(this.scores)[0]);
  readonly changes: readonly ScoreChange[] = $derived.by(() =>
    Array.from(this.scores, (score, digit) => {
      const [before, now] = [shown(this.scoresBefore[digit]), shown(score)];
      return { digit, before, now, change: now - before };
    }),
  );
  /** What rubbing out half of each digit of this kind does, over all of them. */
  readonly toll = $derived.by(() => tollOfHalves(this.#network(), this.#digits, this.digit.label));

  /**
   * @param digits what there is to choose from, and to count over
   * @param start the first of the digits where the one asked for is not among them
   */
  constructor(network: () => Network, digits: readonly GivenDigit[], start: Start = {}) {
    const { first = FIRST_EIGHT, without: gone } = start;
    this.#network = network;
    this.#digits = digits;
    this.#first = digits.find(({ index }) => index === first) ?? digits[0];
    this.#gone = gone;
    this.#begin();
  }

  /** How a number of what is left came about. */
  readonly explain = (part: Part): Explanation => explain(this.#network(), this.now, part);
  openScore(digit: number): void {
    this.inspector.open({ kind: 'activation', layer: this.#network().layers.length, j: digit });
  }

  get canReset(): boolean {
    return (
      this.sheet.pixels !== this.#firstPixels ||
      this.sheet.canUndo !== (this.#gone !== undefined) ||
      this.sheet.canRedo ||
      this.digit !== this.#first ||
      this.inspector.part !== null ||
      this.guess !== null ||
      this.cell !== null ||
      this.tool !== 'point'
    );
  }

  /** What the network reads now, and which score changed most, in words. */
  get words(): string {
    const { label, index } = this.digit;
    const best = two(this.scores[this.best]);
    if (!this.sheet.isChanged) {
      const verb = this.best === label ? 'reads' : 'takes it for';
      return `A whole ${label}, number ${index} of the test set. The network ${verb} ${aDigit(this.best)}, scoring ${best}.`;
    }
    const fell = this.changes.reduce((most, one) => (one.change < most.change ? one : most));
    const tail =
      fell.change < 0
        ? ` The score of ${fell.digit} fell most, from ${two(fell.before)} to ${two(fell.now)}.`
        : ' No score fell.';
    return this.#reading(best) + tail;
  }

  choose(digit: GivenDigit): void {
    this.#chosen = digit;
    this.sheet.reset();
    this.guess = null;
  }

  /** What the hand does on a cell; nothing where it only points. */
  get brushStroke(): ((cell: number, phase: PaintPhase) => void) | undefined {
    return this.tool === 'point' ? undefined : (cell, phase) => this.paint(cell, phase);
  }
  paint(cell: number, phase: PaintPhase): void {
    if (this.tool === 'point') return;
    const brush = this.tool === 'back' ? restorer(RUBBERS.large) : rubber(RUBBERS[this.tool]);
    this.sheet.stroke(cell, phase, brush);
  }

  /** Rubs a part out of the whole digit; null has it whole again. */
  rubOut(part: DigitPart | null): void {
    const { given } = this.sheet;
    this.sheet.put(part === null ? given : without(given, part));
  }

  /** Whether the guess was right, counted over all digits of this kind, in words; empty while nothing was guessed. */
  get outcome(): string {
    if (this.guess === null) return '';
    const { label } = this.digit;
    const { whole, tolls } = this.toll;
    const fewest = Math.min(...tolls.map(({ still }) => still));
    const worst = tolls.filter(({ still }) => still === fewest).map(({ part }) => part);
    const mine = tolls.find(({ part }) => part === this.guess);
    const halves = `the ${worst.join(' or the ')}`;
    if (mine === undefined || mine.still === fewest) {
      return `As you said: without ${halves} only ${fewest} of ${whole} ${label}s are still read.`;
    }
    return `It is not the ${this.guess}: without it ${mine.still} of ${whole} ${label}s are still read, without ${halves} only ${fewest}.`;
  }

  /** The score of the digit's own label without a part. */
  scoreWithout(part: DigitPart): number {
    const pass = feedforward(this.#network(), without(this.sheet.given, part));
    return pass.activations[this.#network().layers.length][this.digit.label];
  }

  /** A pixel in words. */
  describe(cell: number): string {
    const place = pixelName(cell);
    const [now, given] = [this.sheet.pixels[cell], this.sheet.given[cell]];
    if (given === 0) return `${place}, no ink`;
    return now === 0 ? `${place}, rubbed out` : `${place}, ink ${formatNumber(now, 2)}`;
  }

  toLink(): Record<string, string> {
    const gone = [...HALVES, ...QUARTERS].find((part) => {
      const rest = without(this.sheet.given, part);
      return this.sheet.isChanged && rest.every((value, i) => value === this.sheet.pixels[i]);
    });
    if (this.sheet.pixels === this.#firstPixels) return {};
    return {
      ...(this.digit === this.#first ? {} : { digit: String(this.digit.index) }),
      ...(gone !== undefined && { without: gone.replaceAll(' ', '-') }),
      ...(gone === undefined && this.#gone !== undefined && { without: NONE }),
      ...(gone === undefined && this.sheet.toLink()),
    };
  }

  fromLink(params: Readonly<Record<string, string>>): void {
    const digit = this.#digits.find(({ index }) => String(index) === params['digit']);
    if (digit !== undefined) this.choose(digit);
    const asked = params['without']?.replaceAll('-', ' ');
    const part = [...HALVES, ...QUARTERS].find((name) => name === asked);
    if (asked === NONE) this.sheet.reset();
    if (part !== undefined) this.rubOut(part);
    else this.sheet.fromLink(params);
  }

  reset(): void {
    this.#chosen = null;
    this.sheet.reset();
    this.guess = null;
    this.cell = null;
    this.tool = 'point';
    this.inspector.reset();
    this.#begin();
  }

  #begin(): void {
    if (this.#gone) this.rubOut(this.#gone);
    this.#firstPixels = this.sheet.pixels;
  }

  #reading(best: string): string {
    switch (this.verdict.kind) {
      case 'blank':
        return `Nothing is left, and still there are ten scores: the highest is ${this.best}, at ${best}.`;
      case 'no-digit':
        return `No score is high any more: the best is ${aDigit(this.best)}, at ${best}.`;
      case 'unsure':
        return `Now it leans to ${aDigit(this.best)}, at ${best}.`;
      case 'digit':
        return this.best === this.digit.label
          ? `It still reads ${aDigit(this.best)}, at ${best}.`
          : `Now it reads ${aDigit(this.best)}, at ${best}.`;
    }
  }
}
