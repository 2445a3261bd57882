/** Arrows that say which way a number should move, and how far: up or down from a middle line. */

/** From here on, in parts of the longest, an arrow has a shaft; below it is a head alone, and below a hundredth of that a dot. */
const DOT = 0.004;

/**
 * An arrow as the `d` of an SVG path, in a box of 16 by 2 * `reach`, its middle at (8, reach).
 * @param way how far up, in parts of the longest arrow; below 0 down
 */
export function wayArrow(way: number, reach: number): string {
  const part = Math.max(-1, Math.min(1, Number.isFinite(way) ? way : 0));
  if (Math.abs(part) < DOT) return `M7 ${reach}h2`;
  const sign = part > 0 ? -1 : 1;
  const length = Math.max(2.5, Math.abs(part) * reach);
  const head = Math.min(4, length);
  const tip = (reach + sign * length).toFixed(1);
  const tail = (reach - sign * length).toFixed(1);
  return `M8 ${tail}V${tip}m-${head} ${(-sign * head).toFixed(1)}l${head} ${(sign * head).toFixed(1)}l${head} ${(-sign * head).toFixed(1)}`;
}
