import { correlation } from '@/inside/correlation.ts';
import { NearClient } from '@/inside/near/client.ts';
import type { NearDigit } from '@/inside/near/server.ts';
import { nearestExamples } from '@/inside/nearest.ts';
import { type Found, inkEffects, leastDisc, untrained } from '@/inside/reasons.ts';
import { breathing } from '@/islands/in-pieces.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import { bestTwo, judge } from '@/recogniser/verdict.ts';
import { messageOf } from '../../recogniser.svelte.ts';
import { headline } from '../../words.ts';
import type { Settled } from '../demo.svelte.ts';
import type { DemoTools } from '../demo-tools.ts';

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
export async function workOut(settled: Settled): Promise<Why> {
  const { network, image, scores } = settled;
  const aim = bestTwo(scores);
  const effects = await breathing(inkEffects(network, image, aim));
  const found = await breathing(
    leastDisc(network, image, (picture, outputs) => headline(judge(picture, outputs))),
  );
  return { settled, aim, effects, found };
}

/** Works out in portions what ink does where nothing was learned. */
export async function workOutUntaught({ settled, aim, effects }: Why): Promise<Untaught> {
  const { network, image } = settled;
  const blind = await breathing(inkEffects(untrained(network.sizes), image, aim));
  const inked = Array.from(image.keys()).filter((k) => image[k] > 0);
  const on = (some: Float64Array): Float64Array => Float64Array.from(inked, (k) => some[k]);
  return { effects: blind, agreement: correlation(on(effects), on(blind)) };
}

/** The nearest of some digits that are at hand. */
export function alikeIn(image: Float64Array, digits: readonly GivenDigit[]): Alike {
  const inputs = new Float64Array(image.length * digits.length);
  digits.forEach(({ pixels }, i) => inputs.set(pixels, image.length * i));
  const labels = Uint8Array.from(digits, ({ label }) => label);
  const examples = { count: digits.length, inputs, full: 1, labels };
  const near = nearestExamples(image, examples, LIKE_IT).map(({ example, distance }) => ({
    ...digits[example],
    distance,
  }));
  return { digits: near, among: digits.length, isTraining: false, milliseconds: null };
}

/** Without a digit itself: what looks most like one of the set would be itself. */
export function othersThan(
  digit: GivenDigit | null,
  digits: readonly GivenDigit[],
): readonly GivenDigit[] {
  return digits.filter(({ index }) => index !== digit?.index);
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

  readonly #tools: DemoTools;
  readonly #client: NearClient;
  /** Whether the training digits were asked for. */
  #isAsked = $state(false);
  #round = 0;
  #settled: Settled | null = null;

  constructor(tools: DemoTools) {
    this.#tools = tools;
    this.#client = new NearClient(tools.near, (count) => (this.loaded = count));
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
    const why = await workOut(settled);
    // Who compares goes on comparing.
    const untaught = this.untaught && (await workOutUntaught(why));
    if (round === this.#round) Object.assign(this, { why, untaught });
    await like;
  }

  /** Shows the pictures of weights that have learned nothing, or the network's own again. */
  async compare(): Promise<void> {
    const { why } = this;
    if (this.untaught !== null || why === null) {
      this.untaught = null;
      return;
    }
    const untaught = await workOutUntaught(why);
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

  async #search({ image, sheet }: Settled, round: number): Promise<void> {
    this.trouble = null;
    try {
      const alike = this.#isAsked
        ? await this.#searchAll(image)
        : alikeIn(image, othersThan(sheet.digit, await this.#tools.thousand()));
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
