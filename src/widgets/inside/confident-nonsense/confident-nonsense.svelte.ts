import {
  NONSENSE,
  type Nonsense,
  nonsensePicture,
  shareAbove,
  topScores,
} from '@/inside/nonsense.ts';
import type { TopScore } from '@/inside/nonsense.ts';
import { SHAPE_NAMES, shapePicture } from '@/inside/shapes.ts';
import type { Network } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import { oneOf, whole } from '@/reader/codec.ts';

/** What is shown to the networks: the digit itself, a kind of nonsense made of it, a drawn shape, or what the reader scribbles. */
export type Shown = 'itself' | Nonsense | 'shape' | 'scribble';
export const SHOWN: readonly Shown[] = ['itself', ...NONSENSE, 'shape', 'scribble'];

/** A score above this is sure of itself. */
export const SURE = 0.9;
/** Different pictures of a kind that one can ask for; then the first comes again. */
export const DRAWS = 50;

/** What the networks read, and whose they are. */
export interface Reader {
  readonly name: string;
  readonly network: Network;
}

const EMPTY = new Float64Array(784);

/** What one network says. */
export interface Says {
  readonly name: string;
  readonly sizes: readonly number[];
  /** Of the picture on show. */
  readonly top: TopScore;
  /** Its highest score for each picture of many of that kind. */
  readonly many: readonly number[];
  /** How many of those are above SURE. */
  readonly sure: number;
}

export interface NonsenseStart {
  readonly kind?: Shown;
  /** From 0. */
  readonly draw?: number;
}

/** Whether there is only one picture of a kind. */
export function isAlone(kind: Shown): boolean {
  return kind === 'blank' || kind === 'full' || kind === 'scribble';
}

/** A picture of a kind made of a digit, the same from the same draw. */
function pictureOf(
  kind: Exclude<Shown, 'scribble'>,
  digit: Float64Array,
  draw: number,
): Float64Array {
  if (kind === 'shape') return shapePicture(draw);
  if (kind === 'itself') return digit;
  return nonsensePicture(kind, digit, createRandom(draw));
}

/** Pictures that are no digit, before several networks. */
export class NonsenseFigure {
  readonly #readers: readonly Reader[];
  readonly #image: () => Float64Array;
  readonly #digits: readonly { readonly pixels: Float64Array }[];
  readonly #scribble: () => Float64Array | null;
  readonly #start: Required<NonsenseStart>;
  kind = $state<Shown>('shuffled');
  #draw = $state(0);

  /**
   * @param image what nonsense is made of: 784 numbers, 0 to 1 @param digits many pictures of a kind are made of these
   * @param scribble what the reader drew; null while there is nothing
   */
  constructor(
    readers: readonly Reader[],
    image: () => Float64Array,
    digits: readonly { readonly pixels: Float64Array }[],
    start: NonsenseStart = {},
    scribble: () => Float64Array | null = () => null,
  ) {
    this.#scribble = scribble;
    this.#readers = readers;
    this.#image = image;
    this.#digits = digits;
    this.#start = { kind: start.kind ?? 'shuffled', draw: start.draw ?? 0 };
    this.reset();
  }

  get draw(): number {
    return this.#draw;
  }
  /** Whether another picture of the kind can be asked for: nothing about an inverted digit is drawn by lot. */
  get hasOthers(): boolean {
    return this.kind === 'noise' || this.kind === 'shuffled' || this.kind === 'shape';
  }
  readonly picture: Float64Array = $derived.by(() =>
    this.kind === 'scribble'
      ? (this.#scribble() ?? EMPTY)
      : pictureOf(this.kind, this.#image(), this.draw),
  );
  /** Whether the reader is yet to draw what is to be shown. */
  get isAwaited(): boolean {
    return this.kind === 'scribble' && this.#scribble() === null;
  }
  /** What is on show, where it has a name: 'a house'. */
  get shape(): string {
    return this.kind === 'shape' ? SHAPE_NAMES[this.draw % SHAPE_NAMES.length] : '';
  }
  /** How many pictures of the kind were tried. */
  get count(): number {
    if (this.kind === 'shape') return SHAPE_NAMES.length;
    return isAlone(this.kind) ? 1 : this.#digits.length;
  }
  /** Many pictures of the kind, each of another digit. */
  readonly #many: readonly (readonly number[])[] = $derived.by(() => {
    const { kind, count } = this;
    const pictures =
      kind === 'scribble'
        ? [this.picture]
        : kind === 'shape'
          ? SHAPE_NAMES.map((_, i) => shapePicture(i))
          : this.#digits.slice(0, count).map(({ pixels }, i) => pictureOf(kind, pixels, DRAWS + i));
    return this.#readers.map(({ network }) =>
      topScores(network, pictures).map(({ score }) => score),
    );
  });
  readonly says: readonly Says[] = $derived.by(() =>
    this.#readers.map(({ name, network }, r) => {
      const [top] = topScores(network, [this.picture]);
      const many = this.#many[r];
      const sure = Math.round(
        many.length *
          shareAbove(
            many.map((score) => ({ answer: 0, score })),
            SURE,
          ),
      );
      return { name, sizes: network.sizes, top, many, sure };
    }),
  );

  get canReset(): boolean {
    return this.kind !== this.#start.kind || this.draw !== this.#start.draw;
  }
  reset(): void {
    this.kind = this.#start.kind;
    this.#draw = this.#start.draw;
  }
  /** Another picture of the kind. */
  another(): void {
    if (this.hasOthers) this.#draw = (this.#draw + 1) % DRAWS;
  }

  toLink(): Record<string, string> {
    const link: Record<string, string> = {};
    if (this.kind !== this.#start.kind) link['kind'] = this.kind;
    if (this.draw !== this.#start.draw) link['draw'] = String(this.draw);
    return link;
  }
  fromLink(params: Readonly<Record<string, string | undefined>>): void {
    this.kind = oneOf(params['kind'], SHOWN) ?? this.kind;
    this.#draw = whole(params['draw'], 0, DRAWS - 1) ?? this.#draw;
  }
}
