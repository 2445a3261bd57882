import type { Box } from './field.ts';
import { type Nodes, Patches } from './patches.ts';

/** Nodes to a side of the finished grid. */
export const SIDE = 41;
/** Every eighth node of every eighth row comes first, then every fourth, and so on. 40 is a multiple of 8. */
const STRIDES = [8, 4, 2, 1];

/** In which order the nodes are measured: ever finer, each grid whole before the next begins. */
export const FILL_ORDER: Int32Array = Int32Array.from(
  STRIDES.flatMap((stride, pass) => {
    const nodes: number[] = [];
    const before = STRIDES[pass - 1];
    for (let row = 0; row < SIDE; row += stride) {
      for (let column = 0; column < SIDE; column += stride) {
        const isNew = before === undefined || row % before !== 0 || column % before !== 0;
        if (isNew) nodes.push(row * SIDE + column);
      }
    }
    return nodes;
  }),
);

/** What has come of a grid that is being measured. */
export class Filling {
  readonly box: Box;
  readonly #values = new Float64Array(FILL_ORDER.length);
  readonly #dxs = new Float64Array(FILL_ORDER.length);
  readonly #dys = new Float64Array(FILL_ORDER.length);
  #count = 0;

  constructor(box: Box) {
    this.box = box;
  }

  /** How many nodes have come. */
  get count(): number {
    return this.#count;
  }

  get isDone(): boolean {
    return this.#count === FILL_ORDER.length;
  }

  /**
   * Takes the next nodes in order.
   * @param slopes value, dC/dx and dC/dy of each, one after the other
   */
  take(slopes: Float64Array): void {
    for (let n = 0; n + 2 < slopes.length && !this.isDone; n += 3) {
      const i = FILL_ORDER[this.#count++];
      this.#values[i] = slopes[n];
      this.#dxs[i] = slopes[n + 1];
      this.#dys[i] = slopes[n + 2];
    }
  }

  /** Nodes to a side of the finest grid that is whole; 0 before there is one. */
  get side(): number {
    const whole = STRIDES.map((stride) => (SIDE - 1) / stride + 1);
    return whole.filter((side) => side * side <= this.#count).at(-1) ?? 0;
  }

  /** A surface through the finest grid that is whole; null before there is one. */
  patches(): Patches | null {
    const { side } = this;
    if (side === 0) return null;
    const stride = (SIDE - 1) / (side - 1);
    const pick = (all: Float64Array): Float64Array =>
      Float64Array.from({ length: side * side }, (_, i) => {
        return all[Math.floor(i / side) * stride * SIDE + (i % side) * stride];
      });
    const nodes: Nodes = {
      ...{ box: this.box, columns: side, rows: side },
      values: pick(this.#values),
      dxs: pick(this.#dxs),
      dys: pick(this.#dys),
    };
    return new Patches(nodes);
  }
}
