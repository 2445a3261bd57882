import {
  type Change,
  flippingPixels,
  lengthBetween,
  searchChange,
  smallestChange,
  withNoise,
} from '@/inside/smallest-change.ts';
import { breathing } from '@/islands/in-pieces.ts';
import { argmax, feedforward, scoresOf } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import { oneOf, whole } from '@/reader/codec.ts';

/** The networks that one can put to it. */
export const SUBJECTS = ['explainer', 'classic', 'recogniser'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** The axis: how far along the way, in hundredths of the smallest change. */
export const STOPS: readonly number[] = Array.from({ length: 31 }, (_, i) => 5 * i);
export const WHOLE = 100;

/** Draws of noise that one can ask for; then the first comes again. */
export const DRAWS = 50;

export interface ChangeStart {
  readonly subject?: Subject;
  /** One of STOPS. */
  readonly along?: number;
}

/** A picture and what the network says of it. */
export interface Read {
  readonly picture: Float64Array;
  readonly answer: number;
  /** Of the answer, 0 to 1. */
  readonly score: number;
  readonly scores: Float64Array;
}

/** What is known of one picture before one network. */
interface Known {
  readonly change: Change | undefined;
  readonly pixels: readonly number[];
}

/** Looked for once: it takes a phone up to a second. */
const known = new WeakMap<Network, WeakMap<Float64Array, Known>>();

function keep(network: Network, image: Float64Array, found: Known): Known {
  const ofNetwork = known.get(network) ?? new WeakMap<Float64Array, Known>();
  known.set(network, ofNetwork.set(image, found));
  return found;
}

/** In portions; ends with null once nobody wants it any more. */
function* search(
  network: Network,
  image: Float64Array,
  isOver: () => boolean,
): Generator<undefined, Known | null> {
  const work = searchChange(network, image);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return { change: value, pixels: flippingPixels(network, image) };
    if (isOver()) return null;
    yield;
  }
}

/** A picture, the smallest change that flips what a network reads in it, and noise as long. */
export class ChangeFigure {
  readonly #networks: Readonly<Record<Subject, Network>>;
  readonly #image: () => Float64Array;
  readonly #start: Required<ChangeStart>;
  subject = $state<Subject>('explainer');
  #along = $state(WHOLE);
  #draw = $state(0);
  /** How many changes were found in breaths; -1 until the page asks for them so. */
  #found = $state(-1);

  /** @param image 784 numbers, 0 to 1 */
  constructor(
    networks: Readonly<Record<Subject, Network>>,
    image: () => Float64Array,
    start: ChangeStart = {},
  ) {
    this.#networks = networks;
    this.#image = image;
    this.#start = { subject: start.subject ?? 'explainer', along: start.along ?? WHOLE };
    this.reset();
  }

  get network(): Network {
    return this.#networks[this.subject];
  }
  /** How far along the way, in hundredths of the smallest change: one of STOPS. */
  get along(): number {
    return this.#along;
  }
  get draw(): number {
    return this.#draw;
  }

  readonly before: Read = $derived.by(() => this.#read(this.#image()));
  /** Null while it is being looked for. What is there at first is worked out at once. */
  readonly #known: Known | null = $derived.by(() => {
    const [network, image] = [this.network, this.#image()];
    const found = known.get(network)?.get(image);
    if (found ?? this.#found >= 0) return found ?? null;
    return keep(network, image, {
      change: smallestChange(network, image),
      pixels: flippingPixels(network, image),
    });
  });
  get isSearching(): boolean {
    return this.#known === null;
  }
  /** Undefined where nothing was found, or not yet. */
  get change(): Change | undefined {
    return this.#known?.change;
  }
  /** The single pixels that flip the answer when they are toggled. */
  get pixels(): readonly number[] {
    return this.#known?.pixels ?? [];
  }
  /**
   * To be called anew whenever there is another picture or network: looks for the change in breaths.
   * @param isOver tells when nobody wants it any more
   */
  async search(isOver: () => boolean = () => false): Promise<void> {
    const [network, image] = [this.network, this.#image()];
    if (this.#found < 0) this.#found = 0;
    if (known.get(network)?.has(image) === true) return;
    const found = await breathing(search(network, image, isOver));
    if (found === null) return;
    keep(network, image, found);
    this.#found++;
  }
  /** How long the picture itself is: its distance from a blank page. */
  readonly inkLength: number = $derived.by(() =>
    lengthBetween(this.#image(), new Float64Array(784)),
  );
  /** The change of each pixel at full length, above 0 where ink is added. (784) */
  readonly difference: Float64Array = $derived.by(() => {
    const { change } = this;
    const image = this.#image();
    return change === undefined
      ? new Float64Array(784)
      : change.picture.map((ink, k) => ink - image[k]);
  });
  readonly #noisy: Float64Array = $derived.by(() => {
    const image = this.#image();
    const { change } = this;
    return change === undefined ? image : withNoise(image, change.length, createRandom(this.draw));
  });

  /** The picture so far along the change, and so far along the noise; ink stays within 0 and 1. */
  readonly changed: Read = $derived.by(() => this.#read(this.#at(this.difference, this.along)));
  readonly noisy: Read = $derived.by(() => this.#read(this.#at(this.#noise, this.along)));
  readonly #noise: Float64Array = $derived.by(() => {
    const image = this.#image();
    return this.#noisy.map((ink, k) => ink - image[k]);
  });

  /** For each of STOPS the scores of the first answer and of the one that the change leads to; and of the first under noise. */
  readonly curves: {
    readonly first: readonly number[];
    readonly second: readonly number[];
    readonly noise: readonly number[];
  } = $derived.by(() => {
    const one = this.before.answer;
    const other = this.change?.answer ?? one;
    const ways = STOPS.map((stop) => this.#read(this.#at(this.difference, stop)).scores);
    const noise = STOPS.map((stop) => this.#read(this.#at(this.#noise, stop)).scores[one]);
    return {
      first: ways.map((scores) => scores[one]),
      second: ways.map((scores) => scores[other]),
      noise,
    };
  });

  get canReset(): boolean {
    const { subject, along } = this.#start;
    return this.subject !== subject || this.along !== along || this.draw !== 0;
  }
  reset(): void {
    this.subject = this.#start.subject;
    this.#along = this.#start.along;
    this.#draw = 0;
  }
  /** Any number that is none of STOPS does nothing. */
  go(along: number): void {
    if (STOPS.includes(along)) this.#along = along;
  }
  /** Other noise, as long. */
  another(): void {
    this.#draw = (this.#draw + 1) % DRAWS;
  }

  toLink(): Record<string, string> {
    const { subject, along } = this.#start;
    const link: Record<string, string> = {};
    if (this.subject !== subject) link['net'] = this.subject;
    if (this.along !== along) link['t'] = String(this.along);
    if (this.draw !== 0) link['draw'] = String(this.draw);
    return link;
  }
  fromLink(params: Readonly<Record<string, string | undefined>>): void {
    this.subject = oneOf(params['net'], SUBJECTS) ?? this.subject;
    this.go(whole(params['t'], 0, STOPS[STOPS.length - 1]) ?? this.along);
    this.#draw = whole(params['draw'], 0, DRAWS - 1) ?? this.#draw;
  }

  #at(difference: Float64Array, along: number): Float64Array {
    const image = this.#image();
    if (along === 0) return image;
    const t = along / WHOLE;
    return image.map((ink, k) => Math.max(0, Math.min(1, ink + t * difference[k])));
  }
  #read(picture: Float64Array): Read {
    const scores = scoresOf(feedforward(this.network, picture));
    const answer = argmax(scores);
    return { picture, answer, score: scores[answer], scores };
  }
}
