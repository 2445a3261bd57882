import { Pad } from '@/controls/pad/pad.svelte.ts';
import type { Sheet } from '@/controls/pad/sheet.ts';
import { between, heightOf } from '@/digits/cut.ts';
import { applyErasers } from '@/digits/eraser.ts';
import { bounds } from '@/digits/strokes.ts';
import { breathing } from '@/islands/in-pieces.ts';
import type { Network } from '@/network/network.ts';
import { readCut, readingSeveral, type SeveralReading } from '@/recogniser/several.ts';
import type { RecogniserState } from '../../recogniser.svelte.ts';
import { answerTo } from './several-words.ts';

/** Of the pad for a row, in pad units. */
export const ROW_HEIGHT = 0.75;
/** Cuts stay as far apart, and from the pad's edges, in pad units. */
const APART = 0.02;
/** How finely it is found where a cut would leave no ink on one of its sides, in pad units: less than a pixel of any pad. */
const FINE = 1 / 2048;

/** A row of digits: what is drawn, where it is cut, what its pieces are read as, and which of them the page speaks of. */
export class SeveralState {
  readonly recogniser: RecogniserState;
  readonly pad: Pad;
  /** Null while the ink has not been looked at, and where there is none. */
  reading = $state.raw<SeveralReading | null>(null);
  /** Which piece the page speaks of, from 0. */
  chosen = $state(0);
  /** Whether the reader has moved, added or taken away a cut. */
  isOwn = $state(false);
  /** What was read, so that it is looked at once. */
  #read: { sheet: Sheet; network: Network } | null = null;
  #asked = 0;

  /** @param first what lies on the pad at the start */
  constructor(recogniser: RecogniserState, first?: Sheet) {
    this.recogniser = recogniser;
    this.pad = new Pad(applyErasers, first, ROW_HEIGHT);
    this.pad.sketch.penWidth = 0.05;
    this.#show();
  }

  get cuts(): readonly number[] {
    return this.reading?.cuts ?? [];
  }

  /** Cuts and reads what is on the pad; cuts of the reader's stay, and what is drawn to the right of them is cut besides. */
  async read(sheet: Sheet, network: Network | null): Promise<void> {
    if (network === null || (this.#read?.sheet === sheet && this.#read.network === network)) return;
    const before = this.#read;
    this.#read = { sheet, network };
    const asked = ++this.#asked;
    if (sheet.strokes.length === 0) {
      this.reading = null;
      this.isOwn = false;
      this.chosen = 0;
      this.#show();
      return;
    }
    if (this.reading === null) this.#show();
    const found = await breathing(readingSeveral(network, sheet.strokes));
    if (asked !== this.#asked) return;
    const isSame = before?.sheet === sheet;
    this.reading = this.isOwn
      ? readCut(network, sheet.strokes, this.#withOwn(found.cuts, before?.sheet ?? sheet))
      : found;
    if (!isSame) this.chosen = this.#newest(sheet);
    this.#show();
  }

  /** The reader's cuts, and those of the ink that has come to the right of what they were made in. */
  #withOwn(found: readonly number[], before: Sheet): number[] {
    const right = bounds(before.strokes.map(({ points }) => points))?.right ?? 0;
    const later = found.filter((x) => x > Math.max(right, ...this.cuts));
    return [...this.cuts, ...later];
  }

  /** The piece that the newest stroke lies in. */
  #newest(sheet: Sheet): number {
    const points = sheet.strokes.at(-1)?.points ?? [];
    const box = bounds([points]);
    const x = box ? (box.left + box.right) / 2 : 0;
    return this.cuts.filter((cut) => cut < x).length;
  }

  /** The page speaks of this piece from now on. */
  choose(i: number): void {
    this.chosen = i;
    this.#show();
  }

  /** How far each cut can go: not to its neighbours, and not to where no ink would be left on one of its sides. */
  readonly #rooms: readonly { readonly low: number; readonly high: number }[] = $derived.by(() => {
    const { cuts } = this;
    const ink = applyErasers(this.#read?.sheet.strokes ?? []);
    const has = (from = -Infinity, to = Infinity): boolean => between(ink, from, to).length > 0;
    return cuts.map((x, i) => {
      const [from, to] = [i > 0 ? cuts[i - 1] : undefined, cuts.at(i + 1)];
      return {
        low: farthest(x, (from ?? 0) + APART, (low) => has(from, low)),
        high: farthest(x, (to ?? 1) - APART, (high) => has(high, to)),
      };
    });
  });

  /** How far a cut can go. @param i from 0 */
  room(i: number): { readonly low: number; readonly high: number } {
    return this.#rooms.at(i) ?? { low: 0, high: 1 };
  }

  /** Moves a cut as far as there is room. */
  move(i: number, x: number): void {
    const { low, high } = this.room(i);
    const at = Math.min(high, Math.max(low, x));
    this.#cut(this.cuts.with(i, at), this.cuts.length);
  }

  /** Whether the chosen piece is wide enough for two. */
  get canCut(): boolean {
    return this.#middle !== null;
  }

  /** Cuts the chosen piece in two, through its middle. */
  cutChosen(): void {
    const x = this.#middle;
    if (x === null) return;
    this.#cut([...this.cuts, x].sort((one, other) => one - other));
  }

  get #middle(): number | null {
    const piece = this.reading?.pieces.at(this.chosen);
    const box = piece && bounds(piece.drawing.map(({ points }) => points));
    if (!piece || !box || box.right - box.left < heightOf(piece.drawing) / 8) return null;
    return (box.left + box.right) / 2;
  }

  /** Takes a cut away: the pieces beside it are one. @param i from 0 */
  join(i: number): void {
    if (this.chosen > i) this.chosen--;
    this.#cut(this.cuts.toSpliced(i, 1));
  }

  /** Cuts where the network would. */
  async cutAnew(): Promise<void> {
    this.isOwn = false;
    const read = this.#read;
    this.#read = null;
    if (read) await this.read(read.sheet, read.network);
  }

  #cut(cuts: readonly number[], least = 0): void {
    const read = this.#read;
    if (read === null) return;
    const reading = readCut(read.network, read.sheet.strokes, cuts);
    if (reading.cuts.length < least) return;
    this.#asked++;
    this.isOwn = true;
    this.reading = reading;
    this.chosen = Math.min(this.chosen, Math.max(0, reading.pieces.length - 1));
    this.#show();
  }

  /** Lays the chosen piece before the page. */
  #show(): void {
    const piece = this.reading?.pieces.at(this.chosen);
    this.recogniser.show('several', {
      pad: new Pad(applyErasers, { digit: null, strokes: piece?.drawing ?? [] }),
      answer: answerTo(this.reading, this.pad.sketch.isBlank),
    });
  }
}

/** The last place on the way from one where something holds to another where it may not. @param holds up to some place, and not beyond it */
function farthest(from: number, to: number, holds: (x: number) => boolean): number {
  if (holds(to)) return to;
  let [near, far] = [from, to];
  while (Math.abs(far - near) > FINE) {
    const middle = (near + far) / 2;
    if (holds(middle)) near = middle;
    else far = middle;
  }
  return near;
}
