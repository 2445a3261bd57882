import { coverage, nearestPoint } from '@/digits/nearest-point.ts';
import { CENTRE, INK } from '@/digits/preprocess.ts';
import { ALL_ON, type GridLine, inkOf, type Stages, stagesOf } from '@/digits/steps.ts';
import type { Drawing } from '@/digits/strokes.ts';
import { whole } from '@/reader/codec.ts';

const SIDE = 28;
const PIXELS = SIDE * SIDE;

/** The stages of the way, in their order. */
export const STAGES = ['strokes', 'fitted', 'inked', 'grid', 'centred'] as const;
export type Stage = (typeof STAGES)[number];
/** From here on there are pixels. */
export const GRID = STAGES.indexOf('grid');
const LAST = STAGES.length - 1;
/** The pixel that is open at first: at the edge of our 5, half in the ink. */
export const FIRST_PIXEL = 14 * SIDE + 19;

/** How far from a line a pixel's middle may be to have full ink, and to have any; in pixels. */
export const FULL = INK.width / 2 - INK.soft / 2;
export const REACH = INK.width / 2 + INK.soft / 2;

export interface StrokesStart {
  readonly step?: number;
  /** Row by row from 0. */
  readonly pixel?: number;
}

/** A pixel of the grid, and how its ink came about. Row and column from 0. */
export interface OpenPixel {
  readonly row: number;
  readonly column: number;
  /** 0 to 1. */
  readonly ink: number;
  /** The point of the lines that is nearest to its middle, in pixels; undefined where there are no lines. */
  readonly nearest:
    { readonly x: number; readonly y: number; readonly distance: number } | undefined;
  /** The share of it that the pen truly covers. */
  readonly covered: number;
}

/** A drawing on its way from strokes to pixels, stage by stage. */
export class StrokesToPixels {
  readonly #drawing: () => Drawing;
  readonly #start: Required<StrokesStart>;
  #step = $state(GRID);
  #cell = $state(FIRST_PIXEL);
  isPlaying = $state(false);

  readonly stages: Stages = $derived.by(() => stagesOf(this.#drawing(), ALL_ON));
  /** Before the centre of mass is minded: (28, 28) row-major, 0 to 1. */
  readonly uncentred: Float64Array = $derived.by(() => inkOf(this.stages.ink));

  constructor(drawing: () => Drawing, { step = GRID, pixel = FIRST_PIXEL }: StrokesStart = {}) {
    this.#drawing = drawing;
    this.#start = { step, pixel };
    this.reset();
  }

  get step(): number {
    return this.#step;
  }
  set step(step: number) {
    if (Number.isFinite(step)) this.#step = Math.min(LAST, Math.max(0, Math.round(step)));
  }
  get stage(): Stage {
    return STAGES[this.#step];
  }
  get drawing(): Drawing {
    return this.#drawing();
  }
  /** The lines that lie under the grid now, on it. */
  get lines(): readonly GridLine[] {
    return this.stage === 'centred' ? this.stages.centre : this.stages.ink;
  }
  get pixels(): Float64Array {
    return this.stage === 'centred' ? this.stages.pixels : this.uncentred;
  }
  /** The pixel that is open, row by row from 0. */
  get cell(): number {
    return this.#cell;
  }
  point(cell: number | null): void {
    if (cell !== null && Number.isInteger(cell) && cell >= 0 && cell < PIXELS) this.#cell = cell;
  }
  readonly open: OpenPixel = $derived.by(() => {
    const [row, column] = [Math.floor(this.#cell / SIDE), this.#cell % SIDE];
    const lines = this.lines.map(({ points }) => points);
    return {
      row,
      column,
      ink: this.pixels[this.#cell],
      nearest: nearestPoint(lines, column + 0.5, row + 0.5),
      covered: coverage(lines, INK.width, row, column),
    };
  });
  /** How many pixels have ink. */
  get inked(): number {
    return this.pixels.filter((ink) => ink > 0).length;
  }
  /** How far all of it moves for its centre of mass, in pixels to the right and down. */
  get moved(): { readonly x: number; readonly y: number } {
    const [from, to] = [this.stages.ink.at(0)?.points, this.stages.centre.at(0)?.points];
    return from && to ? { x: to[0] - from[0], y: to[1] - from[1] } : { x: 0, y: 0 };
  }
  /** Where the centre of mass lies now, in pixels from the upper left; null where there is no ink. */
  get mass(): { readonly x: number; readonly y: number } | null {
    const { mass } = this.stages;
    if (!mass) return null;
    if (this.stage === 'centred') return mass;
    return { x: CENTRE - this.moved.x, y: CENTRE - this.moved.y };
  }

  get canReset(): boolean {
    return this.#step !== this.#start.step || this.#cell !== this.#start.pixel || this.isPlaying;
  }
  reset(): void {
    this.isPlaying = false;
    this.step = this.#start.step;
    this.point(this.#start.pixel);
  }

  toLink(): Record<string, string> {
    return {
      ...(this.#step !== this.#start.step && { step: String(this.#step) }),
      ...(this.#cell !== this.#start.pixel && { pixel: String(this.#cell) }),
    };
  }
  fromLink({ step, pixel }: Readonly<Record<string, string | undefined>>): void {
    this.step = whole(step, 0, LAST) ?? this.#step;
    this.point(whole(pixel, 0, PIXELS - 1));
  }
}
