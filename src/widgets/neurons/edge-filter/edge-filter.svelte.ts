import {
  farthest,
  filterPicture,
  inkedPlaces,
  type Kernel,
  KERNELS,
  MOST,
  type Product,
  productsAt,
} from './edge-kernels.ts';
import { isWithinHalf, placesUntil, roundTo } from '@/words/places.ts';
import { whole } from '@/reader/codec.ts';

export interface Start {
  /** Which of KERNELS. */
  readonly kernel?: number;
  /** Or nine numbers of one's own. */
  readonly numbers?: readonly number[];
  /** The window's middle, 0 to 783; where the answer is strongest if left out. */
  readonly cell?: number;
}

/** Nine numbers over a picture: what they make of it everywhere, and worked out at one place. */
export class EdgeFilter {
  kernel = $state.raw<Kernel>(KERNELS[0].numbers);
  isPlaying = $state(false);
  /** Where the reader put the window to stay; null until then. */
  #cell = $state<number | null>(null);
  /** Where the reader points for a look; null for nowhere. */
  #glance = $state<number | null>(null);
  readonly #first: { kernel: Kernel; cell: number | null };
  readonly #picture: () => ArrayLike<number>;

  /** The sum of the nine products at each place. */
  readonly result: Float64Array = $derived.by(() => filterPicture(this.kernel, this.#picture()));
  /** The size at full strength. */
  readonly max: number = $derived(farthest(this.kernel));
  /** Where the window covers ink, in reading order: the steps. */
  readonly places: readonly number[] = $derived.by(() => inkedPlaces(this.#picture()));
  /** The window's middle. */
  readonly cell: number = $derived(this.#glance ?? this.#cell ?? strongest(this.result));
  readonly products: readonly Product[] = $derived.by(() =>
    productsAt(this.kernel, this.#picture(), this.cell),
  );

  /** @param picture (28, 28) row-major, 0 to 1 */
  constructor(picture: () => ArrayLike<number>, start: Start = {}) {
    this.#picture = picture;
    const kernel = start.numbers ?? KERNELS[start.kernel ?? 0].numbers;
    this.#first = { kernel, cell: start.cell ?? null };
    this.kernel = kernel;
    this.#cell = this.#first.cell;
  }

  /** Which of KERNELS is in use; -1 for numbers of one's own. */
  get chosen(): number {
    return KERNELS.findIndex(({ numbers }) => sameNumbers(numbers, this.kernel));
  }
  /** Which of KERNELS is in use with all its signs flipped; -1 where none is. */
  get flipped(): number {
    if (this.chosen >= 0) return -1;
    const others = this.kernel.map((number) => 0 - number);
    return KERNELS.findIndex(({ numbers }) => sameNumbers(numbers, others));
  }
  /** The named ones, and the reader's own where they are in use. */
  get choices(): readonly { readonly value: number; readonly name: string }[] {
    const named = KERNELS.map(({ name, mark }, value) => ({
      value,
      name: `${name} ${mark}`.trim(),
    }));
    if (this.chosen >= 0) return named;
    const name = this.flipped < 0 ? 'Your own' : `${named[this.flipped].name}, signs flipped`;
    return [...named, { value: -1, name }];
  }
  get sum(): number {
    return this.result[this.cell];
  }
  get canReset(): boolean {
    const isElsewhere = this.#cell !== this.#first.cell || this.#glance !== null;
    return isElsewhere || !sameNumbers(this.kernel, this.#first.kernel);
  }

  /** The step whose place the window is at, or the last before it. */
  get step(): number {
    const next = this.places.findIndex((place) => place > this.cell);
    return Math.max(0, (next < 0 ? this.places.length : next) - 1);
  }
  goTo(step: number): void {
    this.#glance = null;
    this.#cell = this.places[step] ?? this.places[0];
  }
  /** Has a look elsewhere. @param cell null goes back to where the window stays */
  point(cell: number | null): void {
    this.isPlaying = false;
    this.#glance = cell;
  }
  /** The window stays where the reader is looking. */
  settle(): void {
    this.#cell = this.#glance ?? this.#cell;
    this.#glance = null;
  }

  choose(index: number): void {
    const known = index < 0 ? undefined : KERNELS.at(index);
    if (known) this.kernel = known.numbers;
  }
  /** @param value brought back to ±9; what is no number is left aside */
  set(n: number, value: number): void {
    if (!Number.isFinite(value) || !(n in this.kernel)) return;
    const number = roundTo(Math.min(MOST, Math.max(-MOST, value)), 4);
    this.kernel = this.kernel.map((old, i) => (i === n ? number : old));
  }
  /** The opposite of each number: light to dark becomes dark to light. The window stays where it is, to show the sum change its sign. */
  flip(): void {
    this.#cell = this.cell;
    this.kernel = this.kernel.map((number) => 0 - number);
  }

  reset(): void {
    this.kernel = this.#first.kernel;
    this.#cell = this.#first.cell;
    this.#glance = null;
    this.isPlaying = false;
  }

  toLink(): Record<string, string> {
    const link: Record<string, string> = {};
    if (!sameNumbers(this.kernel, this.#first.kernel)) link['kernel'] = this.kernel.join('_');
    if (this.#cell !== null && this.#cell !== this.#first.cell) link['at'] = String(this.#cell);
    return link;
  }
  fromLink({ kernel, at }: Readonly<Record<string, string | undefined>>): void {
    const numbers = kernel?.split('_').map((text) => (text.trim() === '' ? NaN : Number(text)));
    if (numbers?.length === 9 && numbers.every((number) => Math.abs(number) <= MOST)) {
      this.kernel = numbers.map((number) => roundTo(number, 4));
    }
    this.#cell = whole(at, 0, 783) ?? this.#cell;
  }

  /** With how many places the products shown add up to the sum shown, and the factors shown multiply to them. */
  get digits(): { ink: number; product: number; sum: number } {
    const sum = 2;
    const product = placesUntil(2, (places) =>
      isWithinHalf(
        this.products.reduce((total, { product: value }) => total + roundTo(value, places), 0),
        roundTo(this.sum, sum),
        sum,
      ),
    );
    const ink = placesUntil(2, (places) =>
      this.products.every(({ weight, ink: value, product: shown }) =>
        isWithinHalf(weight * roundTo(value, places), roundTo(shown, product), product),
      ),
    );
    return { ink, product, sum };
  }
}

/** The first place whose sum is farthest above 0. */
function strongest(result: Float64Array): number {
  return result.indexOf(result.reduce((most, value) => Math.max(most, value), -Infinity));
}

function sameNumbers(some: Kernel, others: Kernel): boolean {
  return some.every((number, i) => number === others[i]);
}
