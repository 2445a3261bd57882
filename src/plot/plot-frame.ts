import { createContext } from 'svelte';
import { place, type Scale, type Spot, ticks } from './line-scale.ts';

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

/** The frame of a plot: where values stand in it, and which values stand at a place. All in CSS pixels from the plot's upper left. */
export class PlotFrame {
  readonly #plan: () => PlotPlan;

  /** @param plan read whenever something is asked, so that what depends on it follows the width of the page */
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
    return place(this.#xScale, value);
  }

  /** Pixels from the top: larger values stand higher. */
  y(value: number): number {
    return place(this.#yScale, value);
  }

  /** The value at so many pixels from the left; the domain's start where the frame has no width. */
  xAt(pixels: number): number {
    return place(turned(this.#xScale), pixels);
  }

  /** The value at so many pixels from the top. */
  yAt(pixels: number): number {
    return place(turned(this.#yScale), pixels);
  }

  /** Round numbers across the frame: on the x axis one to some 70 pixels, on the y axis one to 50; but two, to have a measure. */
  ticks(axis: 'x' | 'y'): number[] {
    const isX = axis === 'x';
    const domain = isX ? this.xDomain : this.yDomain;
    const length = isX ? this.right - this.left : this.bottom - this.top;
    const count = Math.max(2, Math.round(length / (isX ? 70 : 50)));
    const round = ticks(domain, count);
    return round.length < 2 ? ticks(domain, 2 * count) : round;
  }

  /**
   * A line through the spots, as the `d` of an SVG path, on tenths of a pixel. It breaks off where a spot is not finite. Each spot is said
   * from the one before, which packs to half of what places on the page do.
   */
  path(spots: readonly Spot[]): string {
    let path = '';
    let last: { x: number; y: number } | undefined;
    for (const spot of spots) {
      const x = Math.round(10 * this.x(spot[0]));
      const y = Math.round(10 * this.y(spot[1]));
      const isThere = Number.isFinite(x) && Number.isFinite(y);
      if (isThere) {
        path += last ? `l${(x - last.x) / 10} ${(y - last.y) / 10}` : `M${x / 10} ${y / 10}`;
      }
      last = isThere ? { x, y } : undefined;
    }
    return path;
  }

  get #xScale(): Scale {
    return { domain: this.xDomain, range: [this.left, this.right] };
  }

  get #yScale(): Scale {
    return { domain: this.yDomain, range: [this.bottom, this.top] };
  }
}

/** From the page back to data. */
function turned({ domain, range }: Scale): Scale {
  return { domain: range, range: domain };
}

/** `usePlot()`: the frame of the plot that a mark stands in. `providePlot` is for Plot.svelte. */
export const [usePlot, providePlot] = createContext<PlotFrame>();
