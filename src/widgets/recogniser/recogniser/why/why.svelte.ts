import { correlation } from '@/inside/correlation.ts';
import { NearClient } from '@/inside/near/client.ts';
import type { NearDigit } from '@/inside/near/server.ts';
import { nearestExamples } from '@/inside/nearest.ts';
import { type Found, inkEffects, leastDisc, untrained } from '@/inside/reasons.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import type { Examples } from '@/network/examples.ts';
import { bestTwo, judge } from '@/recogniser/verdict.ts';
import { messageOf } from '../../recogniser.svelte.ts';
import { headline } from '../../words.ts';
import type { Demo, Settled } from '../demo.svelte.ts';
import type { DemoTools } from '../demo-tools.ts';
import { type Manners, politely } from './politely.ts';

/** How many that look like it are shown. */
export const LIKE_IT = 8;

/** Why a drawing was read as it was. */
export interface Why {
  readonly settled: Settled;
  /** The digit that it scores highest, and the next. */
  readonly aim: readonly [number, number];
  /** How far each pixel's ink helps the first against the second, in units of z: below 0 where it helps the second. (784) */
  readonly effects: Float64Array;
  /** The least disc of ink without which the page answers otherwise; undefined where there is none. */
  readonly found: Found | undefined;
}

/** What ink does in a network of the same sizes that has learned nothing. */
export interface Untaught {
  /** As `Why.effects`. */
  readonly effects: Float64Array;
  /** How far the two agree: their correlation over the inked pixels, -1 to 1. */
  readonly agreement: number;
}

/** Digits that look like the drawing. */
export interface Alike {
  readonly digits: readonly NearDigit[];
  /** Of how many. */
  readonly among: number;
  /** Whether they are training digits, and not those of the sample. */
  readonly isTraining: boolean;
  /** How long the search took in its worker; null where it was done here. */
  readonly milliseconds: number | null;
}

/** Works out in portions why a drawing was read as it was. @param settled not of a blank pad */
export function* workingOut(settled: Settled): Generator<undefined, Why> {
  const { network, image, scores } = settled;
  const aim = bestTwo(scores);
  const effects = yield* inkEffects(network, image, aim);
  const answerOf = (picture: Float64Array, outputs: Float64Array): string =>
    headline(judge(picture, outputs));
  const found = yield* leastDisc(network, image, answerOf);
  return { settled, aim, effects, found };
}

/** Works out in portions what ink does where nothing was learned. */
function* workingOutUntaught({ settled, aim, effects }: Why): Generator<undefined, Untaught> {
  const { network, image } = settled;
  const blind = yield* inkEffects(yield* untrained(network.sizes), image, aim);
  const inked = Array.from(image.keys()).filter((k) => image[k] > 0);
  const on = (some: Float64Array): Float64Array => Float64Array.from(inked, (k) => some[k]);
  return { effects: blind, agreement: correlation(on(effects), on(blind)) };
}

/** Digits laid out for the search. Kept: a thousand are six megabytes, and are looked through after each stroke. */
const laidOut = new WeakMap<readonly GivenDigit[], Examples>();

function layOut(digits: readonly GivenDigit[], size: number): Examples {
  let examples = laidOut.get(digits);
  if (examples === undefined) {
    const inputs = new Float64Array(size * digits.length);
    digits.forEach(({ pixels }, i) => inputs.set(pixels, size * i));
    const labels = Uint8Array.from(digits, ({ label }) => label);
    examples = { count: digits.length, inputs, full: 1, labels };
    laidOut.set(digits, examples);
  }
  return examples;
}

/**
 * The nearest of some digits that are at hand.
 * @param itself where the picture is a digit of the set: what looks most like it would be itself
 */
export function alikeIn(
  image: Float64Array,
  digits: readonly GivenDigit[],
  itself: GivenDigit | null,
): Alike {
  const isOther = ({ index }: GivenDigit): boolean => index !== itself?.index;
  const near = nearestExamples(image, layOut(digits, image.length), LIKE_IT + 1)
    .map(({ example, distance }) => ({ ...digits[example], distance }))
    .filter(isOther)
    .slice(0, LIKE_IT);
  const among = digits.filter(isOther).length;
  return { digits: near, among, isTraining: false, milliseconds: null };
}

/** The panel's state: what it shows, which may be of the drawing before while that of the newest is being worked out. */
export class WhyState {
  /** Null where nothing was drawn, and before the first is there. */
  why = $state.raw<Why | null>(null);
  alike = $state.raw<Alike | null>(null);
  /** The same for weights that have learned nothing, in place of those; null where that was not asked for. */
  untaught = $state.raw<Untaught | null>(null);
  /** How many training digits are here of those that were asked for; null where none were. */
  loaded = $state<number | null>(null);
  /** Why there is nothing that looks like it, in words for the reader; null otherwise. */
  trouble = $state<string | null>(null);

  readonly #demo: Demo;
  readonly #tools: DemoTools;
  readonly #client: NearClient;
  /** Whether the training digits were asked for. */
  #isAsked = $state(false);
  #round = 0;
  #settled: Settled | null = null;

  constructor(demo: Demo) {
    this.#demo = demo;
    this.#tools = demo.tools;
    this.#client = new NearClient(demo.tools.near, (count) => (this.loaded = count));
  }

  get isAsked(): boolean {
    return this.#isAsked;
  }

  /** Speaks of this from now on: of what it was before until all is worked out. */
  async follow(settled: Settled | null): Promise<void> {
    if (settled === this.#settled) return;
    this.#settled = settled;
    const round = ++this.#round;
    if (settled === null) {
      Object.assign(this, { why: null, alike: null, untaught: null });
      return;
    }
    const like = this.#search(settled, round);
    const why = await politely(workingOut(settled), this.#manners(round));
    // Who compares goes on comparing.
    const untaught = why && this.untaught && (await this.#workOutUntaught(why, round));
    if (why && round === this.#round) Object.assign(this, { why, untaught });
    await like;
  }

  /** Shows the pictures of weights that have learned nothing, or the network's own again. */
  async compare(): Promise<void> {
    const { why } = this;
    if (this.untaught !== null || why === null) {
      this.untaught = null;
      return;
    }
    const untaught = await this.#workOutUntaught(why, this.#round);
    if (this.why === why) this.untaught = untaught;
  }

  /** Fetches all training digits, and looks through them from now on. */
  async fetchAll(): Promise<void> {
    this.#isAsked = true;
    this.loaded = 0;
    if (this.#settled) await this.#search(this.#settled, this.#round);
  }

  /** Lets the worker go. */
  dispose(): void {
    this.#client.dispose();
  }

  /** The pen comes first, and what was drawn since makes it worthless. */
  #manners(round: number): Manners {
    const { recogniser } = this.#demo;
    return {
      isOver: () => round !== this.#round,
      mustWait: () => recogniser.pad.sketch.isDrawing,
    };
  }

  #workOutUntaught(why: Why, round: number): Promise<Untaught | null> {
    return politely(workingOutUntaught(why), this.#manners(round));
  }

  async #search({ image, sheet }: Settled, round: number): Promise<void> {
    this.trouble = null;
    try {
      const alike = this.#isAsked
        ? await this.#searchAll(image)
        : alikeIn(image, await this.#tools.thousand(), sheet.digit);
      if (alike && round === this.#round) this.alike = alike;
    } catch (error) {
      if (round !== this.#round) return;
      this.trouble = messageOf(error);
      // Pressed again, it tries again.
      this.#isAsked = false;
      this.loaded = null;
    }
  }

  async #searchAll(image: Float64Array): Promise<Alike | null> {
    const found = await this.#client.find(image, LIKE_IT);
    return found && { ...found, isTraining: true };
  }
}
