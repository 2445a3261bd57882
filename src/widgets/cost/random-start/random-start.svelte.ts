import type { GivenDigit } from '@/digits/sheet.ts';
import { argmax, feedforward } from '@/network/feedforward.ts';
import { createNetwork, type Start } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import { whole } from '@/reader/codec.ts';

/** The classic network: one hidden layer, whose weighted sums are of 784 pixels. */
export const SIZES: readonly number[] = [784, 30, 10];
export const HIDDEN = SIZES[1];
/** Closer to 0 or to 1 than this, an activation is at an end of the sigmoid, where the slope is all but gone. */
export const END = 0.01;
/** A neuron is stuck when it is at an end for so large a share of the digits. */
export const STUCK = 0.95;
/** Equal bins that activations are counted in, from 0 to 1: few enough that each is a bar of its own. */
export const BINS = 20;
export const STARTS: readonly Start[] = ['normal', 'scaled'];
/** How many rolls are remembered. */
const MOST_ROLLS = 12;
const MOST_SEED = 9999;

/** What a new network makes of some digits. */
export interface Roll {
  readonly seed: number;
  readonly start: Start;
  /** Share of all hidden activations that are at an end, 0 to 1. */
  readonly atEnds: number;
  /** For each hidden neuron the share of digits for which it is at an end, the largest first. */
  readonly shares: readonly number[];
  /** How many of all hidden activations lie in each bin. */
  readonly bins: readonly number[];
  /** Of how many digits the highest score is the right one. */
  readonly right: number;
}

/** Draws a new network and shows it the digits. */
export function roll(seed: number, start: Start, digits: readonly GivenDigit[]): Roll {
  const network = createNetwork(SIZES, start, createRandom(seed));
  const ends = new Array<number>(HIDDEN).fill(0);
  const bins = new Array<number>(BINS).fill(0);
  let right = 0;
  for (const { pixels, label } of digits) {
    const { activations } = feedforward(network, pixels);
    activations[1].forEach((a, j) => {
      if (a < END || a > 1 - END) ends[j]++;
      bins[Math.min(BINS - 1, Math.floor(a * BINS))]++;
    });
    if (argmax(activations[2]) === label) right++;
  }
  const total = ends.reduce((sum, count) => sum + count, 0);
  return {
    seed,
    start,
    atEnds: total / (HIDDEN * digits.length),
    shares: ends.map((count) => count / digits.length).sort((one, other) => other - one),
    bins,
    right,
  };
}

/** The seed after another; after the last comes 1 again. */
const after = (seed: number): number => (seed % MOST_SEED) + 1;

/** So many seeds, one after the other, the last of which is this one; fewer where there were none before it. */
function rolledUpTo(last: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => last - count + 1 + i).filter((seed) => seed >= 0);
}

/** Two new networks from one seed, and the rolls before them. */
export class RandomStart {
  readonly #digits: readonly GivenDigit[];
  readonly #first: number;
  /** Seeds that were rolled, the newest last. */
  seeds = $state.raw<readonly number[]>([]);
  /** From which share of the digits on a neuron counts as stuck; the reader's to move. */
  from = $state(STUCK);
  /** What was rolled already: seed and start say all. */
  readonly #known: Record<string, Roll> = {};

  constructor(digits: readonly GivenDigit[], first = 1) {
    this.#digits = digits;
    this.#first = first;
    this.seeds = [first];
  }

  get seed(): number {
    return this.seeds[this.seeds.length - 1];
  }
  get canReset(): boolean {
    return this.seeds.length > 1 || this.seed !== this.#first || this.from !== STUCK;
  }
  /** The two networks of the newest seed. */
  get now(): readonly Roll[] {
    return STARTS.map((start) => this.#rollOf(this.seed, start));
  }
  /** All rolls that are remembered, the oldest first. */
  get history(): readonly (readonly Roll[])[] {
    return this.seeds.map((seed) => STARTS.map((start) => this.#rollOf(seed, start)));
  }

  stuckOf({ shares }: Roll): number {
    return shares.filter((share) => share >= this.from).length;
  }

  again(): void {
    this.seeds = [...this.seeds, after(this.seed)].slice(-MOST_ROLLS);
  }
  reset(): void {
    this.seeds = [this.#first];
    this.from = STUCK;
  }

  /** What the newest roll shows, in words. */
  get words(): string {
    const [normal, scaled] = this.now;
    const share = (roll: Roll): string => `${Math.round(100 * roll.atEnds)}%`;
    const neurons = (roll: Roll): string => {
      const stuck = this.stuckOf(roll);
      return `${stuck === 0 ? 'none' : String(stuck)} of its ${HIDDEN} neurons ${stuck === 1 ? 'is' : 'are'}`;
    };
    const counts = this.from === 1 ? 'all' : `${Math.round(100 * this.from)}% or more`;
    return (
      `Seed ${this.seed}. Drawn from N(0, 1), ${share(normal)} of the hidden activations sit at an end, and ${neurons(normal)} stuck there for ${counts} of the digits; ` +
      `divided by the root of 784, ${share(scaled)} do, and ${neurons(scaled)}. Reading, both guess: ${normal.right} and ${scaled.right} of ${this.#digits.length} digits right.`
    );
  }

  toLink(): Record<string, string> {
    return {
      ...(this.seeds.length === 1 && this.seed === this.#first
        ? {}
        : {
            seed: String(this.seed),
            ...(this.seeds.length > 1 && { rolls: String(this.seeds.length) }),
          }),
      ...(this.from === STUCK ? {} : { from: String(Math.round(100 * this.from)) }),
    };
  }
  fromLink({ seed, rolls, from }: Readonly<Record<string, string | undefined>>): void {
    const start = whole(seed, 0, 9999);
    if (start !== null) this.seeds = rolledUpTo(start, whole(rolls, 1, MOST_ROLLS) ?? 1);
    const share = whole(from, 0, 999);
    if (share !== null) this.from = Math.min(1, Math.max(0.5, share / 100));
  }

  #rollOf(seed: number, start: Start): Roll {
    return (this.#known[`${start} ${seed}`] ??= roll(seed, start, this.#digits));
  }
}
