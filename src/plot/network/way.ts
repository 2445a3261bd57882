/** Arrows that say which way a number should move, and how far: up or down from a middle line. */
import type { Place } from './network-plan.ts';

/** Below this, in parts of the longest, an arrow would not be seen, and is a dot. */
const DOT = 0.004;
/** Half its height, in units of the picture, from which on an arrow has a shaft: a shorter one is its head alone. */
const LEAST_SHAFT = 3;
const HEAD = 4;

/**
 * An upright arrow with its middle at a place, as the `d` of an SVG path of strokes.
 * @param way how far up, in parts of the longest arrow; below 0 down, and what is no number goes nowhere
 * @param reach half the height of the longest
 */
export function arrow({ x, y }: Place, way: number, reach: number): string {
  const part = Math.max(-1, Math.min(1, Number.isFinite(way) ? way : 0));
  if (Math.abs(part) < DOT) return `M${x} ${y}h.01`;
  const up = Math.sign(part);
  const half = Math.round(10 * Math.abs(part) * reach) / 10;
  const tip = y - up * Math.max(half, HEAD / 2);
  const head = `M${x - HEAD} ${tip + up * HEAD}L${x} ${tip}L${x + HEAD} ${tip + up * HEAD}`;
  return half < LEAST_SHAFT ? head : `M${x} ${y + up * half}V${tip}${head}`;
}
