import { type ScaleLinear, scaleLinear } from 'd3';
import { createContext } from 'svelte';
import { RelativePath } from './relative-path.ts';

type Scale = ScaleLinear<number, number>;

/** Room between the edge of a plot and its frame, in CSS pixels. */
export interface Margin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** What a plot goes over, and how large it is drawn, in CSS pixels. */
export interface PlotPlan {
  readonly width: number;
  readonly height: number;
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  readonly margin: Margin;
}

/** A point of a line, in what the axes count. */
export type Spot = readonly [x: number, y: number];

/** The frame of a plot: where values stand in it, and which values stand at a place. All in CSS pixels from the plot's upper left. */
export class PlotFrame {
  readonly #plan: () => PlotPlan;
  /** The scales of the plan that was asked for last. */
  #made: { readonly plan: PlotPlan; readonly x: Scale; readonly y: Scale } | undefined;

  /**
   * @param plan read whenever something is asked, so that what depends on it follows the width of the page; as long as it is the same
   * object, so are the scales
   */
  constructor(plan: () => PlotPlan) {
    this.#plan = plan;
  }

  get width(): number {
    return this.#plan().width;
  }
  get height(): number {
    return this.#plan().height;
  }
  get left(): number {
    return this.#plan().margin.left;
  }
  get right(): number {
    const { width, margin } = this.#plan();
    return width - margin.right;
  }
  get top(): number {
    return this.#plan().margin.top;
  }
  get bottom(): number {
    const { height, margin } = this.#plan();
    return height - margin.bottom;
  }
  get xDomain(): readonly [number, number] {
    return this.#plan().xDomain;
  }
  get yDomain(): readonly [number, number] {
    return this.#plan().yDomain;
  }

  /** Pixels from the left. Values beyond the domain lie outside the frame. */
  x(value: number): number {
    return this.#scales.x(value);
  }

  /** Pixels from the top: larger values stand higher. */
  y(value: number): number {
    return this.#scales.y(value);
  }

  /** The value at so many pixels from the left; the middle of the domain where the frame has no width. */
  xAt(pixels: number): number {
    return this.#scales.x.invert(pixels);
  }

  /** The value at so many pixels from the top. */
  yAt(pixels: number): number {
    return this.#scales.y.invert(pixels);
  }

  /** Round numbers across the frame: on the x axis one to some 70 pixels, on the y axis one to 50; but two, to have a measure. */
  ticks(axis: 'x' | 'y'): number[] {
    const isX = axis === 'x';
    const scale = this.#scales[axis];
    const length = isX ? this.right - this.left : this.bottom - this.top;
    const count = Math.max(2, Math.round(length / (isX ? 70 : 50)));
    const round = ticksUpTo(scale, count);
    return round.length < 2 ? ticksUpTo(scale, 2 * count) : round;
  }

  /** A line through the spots, as the `d` of an SVG path, on tenths of a pixel. It breaks off where a spot is not finite. */
  path(spots: readonly Spot[]): string {
    const { x, y } = this.#scales;
    const path = new RelativePath(10);
    let isOn = false;
    for (const [at, value] of spots) {
      const [left, top] = [x(at), y(value)];
      const isThere = Number.isFinite(left) && Number.isFinite(top);
      if (isThere && isOn) path.lineTo(left, top);
      else if (isThere) path.moveTo(left, top);
      isOn = isThere;
    }
    return path.toString();
  }

  get #scales(): { readonly x: Scale; readonly y: Scale } {
    const plan = this.#plan();
    if (this.#made?.plan !== plan) {
      const { xDomain, yDomain } = plan;
      this.#made = {
        plan,
        x: scaleLinear(xDomain, [this.left, this.right]),
        y: scaleLinear(yDomain, [this.bottom, this.top]),
      };
    }
    return this.#made;
  }
}

/** d3 takes the step nearest to the one asked for, which may be shorter; here the numbers would touch. */
function ticksUpTo(scale: Scale, count: number): number[] {
  for (let asked = count; asked > 1; asked--) {
    const ticks = scale.ticks(asked);
    if (ticks.length <= count + 1) return ticks;
  }
  return scale.ticks(1);
}

/** `usePlot()`: the frame of the plot that a mark stands in. `providePlot` is for Plot.svelte. */
export const [usePlot, providePlot] = createContext<PlotFrame>();
