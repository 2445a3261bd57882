import { backprop, type Gradient } from '@/network/backprop.ts';
import { quadratic } from '@/network/cost.ts';
import { keyOf, type Part, type PartKind } from '@/explain/explain.ts';
import { checkPart } from '@/explain/parts.ts';
import { feedforward } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';
import { targetsOf } from '@/network/examples.ts';
import { nudged } from '@/network/sgd.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import { meanGradient } from './gradients.ts';
import { FIRST_STEP, type Piece, STEPS } from './nudge-steps.ts';

/** eta at first, and the ends of its track. */
export const FIRST_ETA = 1;
export const [LEAST_ETA, MOST_ETA] = [0.1, 10];
/** Nudges that can be taken back: each keeps a network of a tenth of a megabyte. */
const LONGEST_HISTORY = 50;

/** Whose nudge is applied: of the digit alone, or the mean of a mini-batch. */
export type Voters = 'digit' | 'batch';

/** What a step has besides its sentence, to be unfolded. */
export type Fold = 'equation' | 'code';
export const FOLDS: readonly Fold[] = ['equation', 'code'];

/** Steps through a pass, and what the reader does to the network in it. */
export class BackpropNudges {
  step = $state(FIRST_STEP);
  isPlaying = $state(false);
  eta = $state(FIRST_ETA);
  voters = $state<Voters>('digit');
  /** The piece of an equation that is pointed at. */
  lit = $state<Piece | null>(null);
  /** The pixel looked at; null for the one with most ink. */
  pixel = $state<number | null>(null);
  /** Whether the numbers of a step lie open beside it. */
  isOpen = $state(true);
  /** What is unfolded under the sentence: its equation, the lines of the source that work it out. */
  readonly unfolded: Record<Fold, boolean> = $state({ equation: false, code: false });
  /** Whether a digit is being chosen or drawn. */
  isChoosing = $state(false);
  /** The networks before each nudge, the newest last, and the one they began with. */
  #past = $state.raw<readonly Network[]>([]);
  #now = $state.raw<Network | null>(null);
  #base = $state.raw<Network | null>(null);
  /** Nudges taken that are too long ago to be taken back. */
  #forgotten = $state(0);
  readonly #begin: number;

  /** @param begin the step at the start, from 0 */
  constructor(begin: number = FIRST_STEP) {
    this.#begin = Math.min(STEPS.length - 1, Math.max(0, Math.round(begin) || 0));
    this.step = this.#begin;
  }

  /** The network that the nudges have made of another; null where they have made nothing of it. */
  madeOf(stage: Network): Network | null {
    return this.#base === stage ? this.#now : null;
  }

  /** The network before the last nudge; null where there was none. */
  beforeOf(stage: Network): Network | null {
    return this.#base === stage ? (this.#past.at(-1) ?? null) : null;
  }

  /** How many nudges have been applied to that network. */
  appliedTo(stage: Network): number {
    return this.#base === stage ? this.#past.length + this.#forgotten : 0;
  }

  /** Moves the network by one nudge. @param stage the network as training left it @param gradient at the network as it is now */
  apply(stage: Network, gradient: Gradient): void {
    const now = this.madeOf(stage) ?? stage;
    const past = this.#base === stage ? this.#past : [];
    if (this.#base !== stage) this.#forgotten = 0;
    this.#base = stage;
    this.#now = nudged(now, gradient, this.eta);
    this.#past = [...past, now].slice(-LONGEST_HISTORY);
    if (past.length === LONGEST_HISTORY) this.#forgotten++;
  }

  /** Takes the last nudge back: the network is the one it was, to the last bit. */
  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#now = before === this.#base ? null : before;
  }

  /** Takes all nudges back. */
  clear(): void {
    this.#past = [];
    this.#now = null;
    this.#base = null;
    this.#forgotten = 0;
  }

  /** Whether anything has changed that `reset` takes back; what is only pointed at has not. */
  get canReset(): boolean {
    return (
      this.step !== this.#begin ||
      this.isPlaying ||
      this.eta !== FIRST_ETA ||
      this.voters !== 'digit' ||
      this.pixel !== null ||
      !this.isOpen ||
      this.isChoosing ||
      this.#now !== null ||
      this.#past.length > 0 ||
      FOLDS.some((fold) => this.unfolded[fold])
    );
  }

  reset(): void {
    this.clear();
    this.step = this.#begin;
    this.isPlaying = false;
    this.eta = FIRST_ETA;
    this.voters = 'digit';
    this.lit = null;
    this.pixel = null;
    this.isOpen = true;
    this.isChoosing = false;
    for (const fold of FOLDS) this.unfolded[fold] = false;
  }

  /** @param open the part that is open by the reader's own choice; null where it is the step's */
  toLink(open: Part | null): Record<string, string> {
    return {
      ...(this.step !== this.#begin && { step: String(this.step + 1) }),
      ...(this.eta !== FIRST_ETA && { eta: String(Number(this.eta.toPrecision(6))) }),
      ...(this.voters === 'batch' && { votes: 'batch' }),
      ...(this.pixel !== null && { pixel: String(this.pixel) }),
      ...(open !== null && { open: keyOf(open) }),
      ...(FOLDS.some((fold) => this.unfolded[fold]) && {
        show: FOLDS.filter((fold) => this.unfolded[fold]).join(' '),
      }),
    };
  }

  /** Takes what makes sense. @returns the part to open, if it names one that the network has */
  fromLink(params: Readonly<Record<string, string>>, network: Network): Part | null {
    const { step = '', eta = '', votes, pixel = '', open = '', show = '' } = params;
    const at = Number(step) - 1;
    if (/^\d{1,2}$/.test(step) && at in STEPS) this.step = at;
    const rate = Number(eta);
    if (eta !== '' && rate >= LEAST_ETA && rate <= MOST_ETA) this.eta = rate;
    if (votes === 'batch') this.voters = 'batch';
    if (/^\d{1,3}$/.test(pixel) && Number(pixel) < 784) this.pixel = Number(pixel);
    for (const fold of FOLDS) if (show.split(' ').includes(fold)) this.unfolded[fold] = true;
    return partFrom(open, network);
  }
}

/** The parts with those indices, by what they are: 'w 2 4 11' in a link is a key of `keyOf`. */
const KINDS: Readonly<Record<PartKind, readonly ('layer' | 'j' | 'k')[]>> = {
  ...{ input: ['k'], cost: [], eta: [], target: ['j'], square: ['j'] },
  ...{ bias: ['layer', 'j'], z: ['layer', 'j'], activation: ['layer', 'j'], wish: ['layer', 'j'] },
  ...{ slope: ['layer', 'j'], delta: ['layer', 'j'], nablaB: ['layer', 'j'] },
  ...{ nudgeB: ['layer', 'j'], weight: ['layer', 'j', 'k'], product: ['layer', 'j', 'k'] },
  ...{ request: ['layer', 'j', 'k'], nablaW: ['layer', 'j', 'k'], nudgeW: ['layer', 'j', 'k'] },
};

/** The part that a key of `keyOf` names; null where the network has none such. */
export function partFrom(key: string, network: Network): Part | null {
  const [kind, ...numbers] = key.split(' ');
  if (!Object.hasOwn(KINDS, kind)) return null;
  const names = KINDS[kind as PartKind];
  if (numbers.length !== names.length || !numbers.every((n) => /^\d{1,3}$/.test(n))) return null;
  const part = {
    kind,
    ...Object.fromEntries(names.map((name, i) => [name, Number(numbers[i])])),
  } as Part;
  try {
    checkPart(network, part);
  } catch {
    return null;
  }
  return part;
}

/**
 * The mini-batch of a digit: itself, and the first of every other numeral. @param digits where the others are looked up
 * @param image what is in the place of the digit @param label what it should be
 */
export function batchOf(
  digits: readonly GivenDigit[],
  image: Float64Array,
  label: number,
): readonly { readonly label: number; readonly pixels: Float64Array }[] {
  return Array.from({ length: 10 }, (_, numeral) => {
    if (numeral === label) return { label, pixels: image };
    const digit = digits.find((candidate) => candidate.label === numeral);
    return { label: numeral, pixels: digit?.pixels ?? image };
  });
}

/** The gradient of each digit of a mini-batch, and their mean. */
export function votesOf(
  network: Network,
  batch: readonly { readonly label: number; readonly pixels: Float64Array }[],
): { readonly votes: readonly Gradient[]; readonly mean: Gradient } {
  const votes = batch.map(({ label, pixels }) =>
    backprop(network, feedforward(network, pixels), targetsOf(label, 10), quadratic),
  );
  return { votes, mean: meanGradient(votes) };
}

/** What has come back to a layer so far, and the most of it by size, against which its arrows are drawn. */
export class LayerBack {
  readonly #returned: () => Float64Array | null;
  readonly #first: () => Float64Array | null;
  readonly values: Float64Array | null = $derived.by(() => this.#returned());
  readonly most: number = $derived.by(
    () => this.#first()?.reduce((most, value) => Math.max(most, Math.abs(value)), 0) ?? 0,
  );

  /**
   * @param returned the errors or wishes of its neurons; null where nothing has come back yet
   * @param first the same before any nudge, so that an arrow shrinks as its error does
   */
  constructor(returned: () => Float64Array | null, first = returned) {
    this.#returned = returned;
    this.#first = first;
  }
}
