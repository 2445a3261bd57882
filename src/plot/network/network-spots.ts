/** What stands beside a lamp of a network's picture, and where: as columns have it, and as rows do. */
import type { Place } from './network-plan.ts';

/** From the middle of a lamp, x to the right and y down. */
export interface Spots {
  /** The number of a hidden neuron: its activation, or what came back to it. `radius` is the lamp's. */
  readonly number: (radius: number) => Place;
  readonly returned: (radius: number) => Place;
  readonly score: Place;
  /** What an output should be, and the radius of that mark. */
  readonly target: Place & { readonly radius: number };
  /** The error of an output; null where there is no room for it. */
  readonly error: Place | null;
  /** The arrow of a hidden neuron and of an output, and half the height of the longest. */
  readonly arrow: (radius: number) => Place & { readonly reach: number };
  readonly outputArrow: Place & { readonly reach: number };
  /** Whether ten scores share the width, and are written short. */
  readonly isTight: boolean;
}

/** Numbers before the lamps, and all of an output on its line. */
export const BESIDE: Spots = {
  number: (radius) => ({ x: -radius - 11, y: 4 }),
  returned: (radius) => ({ x: -radius - 21, y: 4 }),
  score: { x: 72, y: 4 },
  target: { x: 104, y: 0, radius: 8 },
  error: { x: 210, y: 4 },
  arrow: (radius) => ({ x: -radius - 12, y: 0, reach: 14 }),
  outputArrow: { x: 134, y: 0, reach: 22 },
  isTight: false,
};

/** Numbers under the lamps, and all of an output under it. */
export const BELOW: Spots = {
  number: () => ({ x: 0, y: 28 }),
  returned: () => ({ x: 0, y: 28 }),
  score: { x: 0, y: 34 },
  target: { x: 0, y: 48, radius: 5.5 },
  error: null,
  arrow: () => ({ x: 19, y: 0, reach: 15 }),
  outputArrow: { x: 0, y: 76, reach: 16 },
  isTight: true,
};

/** The place that is so far from another. */
export const beside = (at: Place, by: Place): Place => ({ x: at.x + by.x, y: at.y + by.y });
