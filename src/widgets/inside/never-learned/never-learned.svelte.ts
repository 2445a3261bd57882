import type { PaintPhase } from '@/controls/cells/cell-cursor.svelte.ts';
import { meanSizes, searchInk } from '@/inside/corner-ink.ts';
import { type InkRecord, pixelsBelow } from '@/inside/ink-record.ts';
import { areZeroFrom, spreadFrom } from '@/inside/weights.ts';
import { breathing } from '@/islands/in-pieces.ts';
import { argmax, feedforward, scoresOf } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';
import { readPixels, writePixels } from './pixels-text.ts';

/** A network before the picture. */
export interface Reader {
  readonly name: string;
  readonly network: Network;
  /** The standard deviation that its first weights had before it learned anything. */
  readonly began: number;
}

/** What a network says of the picture without the painted ink, and with it. */
export interface Says extends Reader {
  readonly before: Score;
  readonly after: Score;
  /** The answer that it had before, as it is scored now. */
  readonly still: number;
  /** Whether any of its ten scores has moved, be it by the last bit. */
  readonly hasMoved: boolean;
}
interface Score {
  readonly answer: number;
  /** 0 to 1 */
  readonly score: number;
}

/** What a network's weights from pixels without ink are like. */
export interface Corners {
  /** Their standard deviation. */
  readonly spread: number;
  readonly areZero: boolean;
  /** The mean size of the weights from each pixel, as a share of the largest. (784) */
  readonly sizes: Float64Array;
}

/** How the search for ink that flips the answer stands. */
export type Search = 'none' | 'running' | 'found' | 'nothing';

/** Pixels count as rarely inked below so many digits. */
export const RARE = 10;
/** The brush reaches the pixels beside and above its own, in pixels. */
const REACH = 1;

/** What painting does to a pixel: it goes by the one that it begins on. */
type Brush = 'ink' | 'wash';
/** How the hand inks: pixel by pixel, and the page still scrolls under a finger; or by strokes. */
export type Way = 'taps' | 'strokes';

/** A picture with ink painted on pixels where no training digit has any, before several networks. */
export class NeverLearnedFigure {
  readonly readers: readonly Reader[];
  /** Which pixels no training digit has ink on, and which few have, those without any left out. */
  readonly never: readonly number[];
  readonly rare: readonly number[];
  readonly record: InkRecord;
  readonly #image: () => Float64Array;
  readonly #start: readonly number[];
  readonly #corners = new WeakMap<Network, Corners>();

  /** The pixels that are painted, in the order in which they were. */
  #painted = $state.raw<readonly number[]>([]);
  #brush: Brush = 'ink';
  #search = $state<Search>('none');
  /** The picture that was searched: a search for another one is over. */
  #searched = $state.raw<Float64Array | null>(null);
  #round = 0;
  way = $state<Way>('taps');
  /** The pixel that is pointed at; null while none is. */
  cell = $state<number | null>(null);

  /**
   * @param readers the first of them is the one whose answer the search flips
   * @param image what is painted on: (28, 28) row-major, 0 to 1 @param painted pixels that are painted at first
   */
  constructor(
    readers: readonly Reader[],
    record: InkRecord,
    image: () => Float64Array,
    painted: readonly number[] = [],
  ) {
    this.readers = readers;
    this.record = record;
    this.#image = image;
    this.never = pixelsBelow(record, 1);
    this.rare = pixelsBelow(record, RARE).filter((k) => record.counts[k] > 0);
    this.#start = painted.filter((k) => record.counts[k] === 0);
    this.#painted = this.#start;
  }

  get painted(): readonly number[] {
    return this.#painted;
  }
  readonly picture: Float64Array = $derived.by(() => {
    const picture = this.#image().slice();
    for (const k of this.painted) picture[k] = 1;
    return picture;
  });
  readonly says: readonly Says[] = $derived.by(() =>
    this.readers.map((reader) => {
      const { network } = reader;
      const was = scoresOf(feedforward(network, this.#image()));
      const is = scoresOf(feedforward(network, this.picture));
      const [before, after] = [was, is].map((scores): Score => {
        const answer = argmax(scores);
        return { answer, score: scores[answer] };
      });
      const hasMoved = is.some((score, digit) => score !== was[digit]);
      return { ...reader, before, after, still: is[before.answer], hasMoved };
    }),
  );
  /** How the search stands for the picture on show. */
  get search(): Search {
    return this.#searched === this.#image() ? this.#search : 'none';
  }

  cornersOf(network: Network): Corners {
    const known = this.#corners.get(network);
    if (known) return known;
    const [first] = network.layers;
    const sizes = meanSizes(first);
    const most = Math.max(...sizes);
    const corners = {
      spread: spreadFrom(first, this.never),
      areZero: areZeroFrom(first, this.never),
      sizes: sizes.map((size) => size / most),
    };
    this.#corners.set(network, corners);
    return corners;
  }

  /** The brush goes down, on, or up: it inks pixels, or where it began on an inked one washes them; others it leaves alone. */
  paint(cell: number, phase: PaintPhase): void {
    if (phase === 'end') return;
    if (phase === 'start') this.#brush = this.#painted.includes(cell) ? 'wash' : 'ink';
    const under = this.#under(cell);
    const now = this.#painted;
    const next =
      this.#brush === 'wash'
        ? now.filter((k) => !under.includes(k))
        : [...now, ...under.filter((k) => !now.includes(k))];
    if (next.length !== now.length) this.#put(next);
  }
  /** Inks one pixel, or washes it; a neighbour's, where this one may not be inked. */
  tap(cell: number): void {
    const under = this.#under(cell);
    const k = under.includes(cell) ? cell : under.at(0);
    if (k === undefined) return;
    const now = this.#painted;
    this.#put(now.includes(k) ? now.filter((other) => other !== k) : [...now, k]);
  }
  /** The pixels that may be inked on a cell or beside it. */
  #under(cell: number): number[] {
    const [x, y] = [cell % 28, Math.floor(cell / 28)];
    return this.never.filter(
      (k) => Math.abs((k % 28) - x) + Math.abs(Math.floor(k / 28) - y) <= REACH,
    );
  }
  wash(): void {
    this.#put([]);
  }
  /** Looks for few pixels that flip the first network's answer, in breaths, and paints them. */
  async find(): Promise<void> {
    const image = this.#image();
    const round = ++this.#round;
    this.#searched = image;
    this.#search = 'running';
    const found = await breathing(searchInk(this.readers[0].network, image, this.never));
    if (round !== this.#round || image !== this.#image()) return;
    this.#painted = found ?? [];
    this.#search = found ? 'found' : 'nothing';
  }

  /** Gives up what is being looked for. */
  dispose(): void {
    this.#round++;
  }

  get canReset(): boolean {
    return (
      this.#painted !== this.#start ||
      this.#search !== 'none' ||
      this.way !== 'taps' ||
      this.cell !== null
    );
  }
  reset(): void {
    this.#put(this.#start);
    this.way = 'taps';
    this.cell = null;
  }
  #put(painted: readonly number[]): void {
    this.#round++;
    this.#search = 'none';
    this.#painted = painted;
  }

  toLink(): Record<string, string> {
    const link: Record<string, string> = {};
    if (this.#painted !== this.#start) link['ink'] = writePixels(this.#painted, this.never);
    if (this.way !== 'taps') link['way'] = this.way;
    return link;
  }
  fromLink({ ink, way }: Readonly<Record<string, string | undefined>>): void {
    if (way === 'strokes') this.way = way;
    const painted = readPixels(ink, this.never);
    if (painted !== null) this.#put(painted);
  }
}
