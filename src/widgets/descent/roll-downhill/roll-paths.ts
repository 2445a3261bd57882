/** Marks of a descent on a curve as path data, in the pixels of its plot. */
import type { Stop } from '@/descent/roll.ts';
import type { PlotFrame } from '@/plot/charts/plot-frame.ts';

/** Pixels beyond the frame at which a mark that flies off ends: what is clipped need not be exact. */
const ABOVE = 40;
const BESIDE = 200;

/** The height of a cost, not far above the frame. */
export const heightOf = (frame: PlotFrame, cost: number): number =>
  Math.max(frame.top - ABOVE, frame.y(cost));

/** The way so far: along w at the height of each stop, then to the curve where that step led. */
export function wayIn(frame: PlotFrame, stops: readonly Stop[]): string {
  return stops
    .map(({ w, cost }, i) => {
      const x = Math.min(frame.right + BESIDE, Math.max(frame.left - BESIDE, frame.x(w)));
      const [left, top] = [x.toFixed(1), heightOf(frame, cost).toFixed(1)];
      return i === 0 ? `M${left} ${top}` : `H${left}V${top}`;
    })
    .join('');
}

/** The tangent at a place of the curve. @param half of its length, in pixels */
export function tangentIn(
  frame: PlotFrame,
  { w, cost, slope }: Pick<Stop, 'w' | 'cost' | 'slope'>,
  half: number,
): string {
  const [x, y] = [frame.x(w), frame.y(cost)];
  const right = frame.x(1) - frame.x(0);
  const up = slope * (frame.y(1) - frame.y(0));
  const scale = half / Math.hypot(right, up);
  const [dx, dy] = [right * scale, up * scale];
  return `M${(x - dx).toFixed(1)} ${(y - dy).toFixed(1)}L${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}`;
}

/** The arrow of the step to come, along w, as far as the picture goes. */
export function arrowIn(frame: PlotFrame, { w, cost, step }: Stop): string {
  const [x, y] = [frame.x(w), frame.y(cost)];
  const to = Math.min(frame.right + 10, Math.max(frame.left - 10, frame.x(w + step)));
  if (Math.abs(to - x) < 2) return '';
  const head = Math.sign(to - x) * Math.min(9, Math.abs(to - x));
  return `M${x.toFixed(1)} ${y.toFixed(1)}H${to.toFixed(1)}m${(-head).toFixed(1)} -5l${head.toFixed(1)} 5l${(-head).toFixed(1)} 5`;
}
