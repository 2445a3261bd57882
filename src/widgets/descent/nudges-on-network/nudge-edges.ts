/** The later layers of a small network as columns of places, and what runs along their connections as a few paths. */
import { opacityOf } from '@/plot/signed.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export const WIDTH = 560;
export const HEIGHT = 372;
const PITCH = 22;
const COLUMNS = [34, WIDTH / 2, WIDTH - 34];
/** Fainter than this an edge would not be seen. */
const FAINTEST = 0.08;
const LEVELS = 6;

/** Where the neurons of each of three layers stand. @param sizes how many each has, 16 at most */
export function columns(sizes: readonly number[]): Spot[][] {
  return sizes.map((count, l) =>
    Array.from({ length: count }, (_, j) => {
      const pitch = (PITCH * 16) / Math.max(count, 1);
      return { x: COLUMNS[l], y: 10 + (j + 0.5) * pitch };
    }),
  );
}

/** Edges of one sign and about one strength. */
export interface EdgeGroup {
  readonly isNegative: boolean;
  /** 0 to 1: how opaque, and how thick. */
  readonly strength: number;
  readonly path: string;
}

/**
 * The numbers of one layer's weights as lines between two columns; what would not be seen is left out.
 * @param values (to, from) row-major @param max the size at full strength @param only the one neuron whose edges are wanted, or null
 */
export function edgeGroups(
  values: ArrayLike<number>,
  from: readonly Spot[],
  to: readonly Spot[],
  max: number,
  only: number | null = null,
): EdgeGroup[] {
  const paths = new Map<number, string>();
  to.forEach((end, j) => {
    if (only !== null && only !== j) return;
    from.forEach((start, k) => {
      const value = values[j * from.length + k];
      const strength = opacityOf(value, max);
      if (!(strength >= FAINTEST)) return;
      const level = Math.max(1, Math.round(strength * LEVELS)) * Math.sign(value);
      const line = `M${start.x} ${start.y}L${end.x} ${Math.round(10 * end.y) / 10}`;
      paths.set(level, (paths.get(level) ?? '') + line);
    });
  });
  return [...paths]
    .sort(([one], [other]) => Math.abs(one) - Math.abs(other) || one - other)
    .map(([level, path]) => ({
      isNegative: level < 0,
      strength: Math.abs(level) / LEVELS,
      path,
    }));
}
