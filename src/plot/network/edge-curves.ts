import type { NetworkPlan, Place } from './network-plan.ts';

/**
 * How an edge runs from one neuron to another. As d3's links draw it, to a tenth of a pixel; by ourselves, for the recogniser has three
 * kilobytes less to load without the module that they stand in.
 */
export type Curve = (from: Place, to: Place) => string;

const round = (v: number): number => Math.round(10 * v) / 10;

/** An edge that leaves to the right and arrives from the left. */
export const across: Curve = (from, to) => {
  const middle = round((from.x + to.x) / 2);
  const [start, end] = [round(from.y), round(to.y)];
  return `M${round(from.x)},${start}C${middle},${start},${middle},${end},${round(to.x)},${end}`;
};

/** An edge that leaves downwards and arrives from above. */
export const down: Curve = (from, to) => {
  const middle = round((from.y + to.y) / 2);
  const [start, end] = [round(from.x), round(to.x)];
  return `M${start},${round(from.y)}C${start},${middle},${end},${middle},${end},${round(to.y)}`;
};

/** An edge as the crow flies. */
export const straight: Curve = (from, to) => `M${from.x} ${from.y}L${to.x} ${to.y}`;

/** A line as it is drawn. */
export interface Line {
  readonly path: string;
  /** Of a number below 0: dashed. */
  readonly isAgainst: boolean;
  readonly width: number;
  readonly opacity?: number;
}

/** From the edge of the picture of the input to lamps beside it, each as far down it as the lamp is down its column. */
export function fan({ tile, column }: NetworkPlan, lamps: readonly Place[]): string {
  return lamps
    .map((to) => {
      const y = tile.y + ((to.y - column.top) / column.height) * tile.side;
      return straight({ x: tile.x + tile.side, y: Math.round(y) }, to);
    })
    .join('');
}
