/** What the training page draws and says of a run: curves of accuracy and cost, the part of them that is shown, and their ends in words. */
import { THICKNESS } from '@/plot/charts/thickness.ts';
import type { Point, Score } from '@/training/run.ts';
import type { TrainingState } from '@/training/state.ts';
import { thousands } from '@/words/numbers.ts';

/** One curve, as plot/LinePlot takes it: `at` in epochs, and the value there. */
export interface Curve {
  readonly name: string;
  readonly spots: readonly (readonly [at: number, value: number])[];
  /** In pixels. */
  readonly thickness: number;
}

/** The curves' points so far, and where the network is now, which may be between two epochs. */
export function pointsOf({ points, latest }: TrainingState): readonly Point[] {
  const last = points.at(-1);
  return latest && last && latest.at > last.at ? [...points, latest] : points;
}

/** Accuracy or cost on digits that no training sees, and on some of those that it learns from. */
export function curvesOf(points: readonly Point[], what: keyof Score): Curve[] {
  const curve = (name: string, set: 'test' | 'seen'): Curve => ({
    name,
    spots: points.map((point) => [point.at, point[set][what]]),
    thickness: THICKNESS[set],
  });
  return [curve('new', 'test'), curve('learned', 'seen')];
}

/** Where the axis of accuracy begins: at .8 once the network has come so far, for there most of the curve lies; else at 0. */
export function accuracyFrom(points: readonly Point[]): number {
  const isLow = points.some(({ at, test }) => at >= 1 && test.accuracy < 0.8);
  return isLow || points.length < 2 ? 0 : 0.8;
}

/** Where the axis of cost ends: a quarter above the highest after the first epoch, whose steep beginning is cut off. */
export function costTo(points: readonly Point[]): number {
  const shown = points.filter(({ at }, i) => at >= 1 || i === points.length - 1);
  const costs = shown.map(({ test, seen }) => 1.25 * Math.max(test.cost, seen.cost));
  return costs.length === 0 ? 0.1 : Math.max(0.001, ...costs);
}

/** A curve's two ends, for someone who does not see it. @param say writes a value */
export function endsOf(
  points: readonly Point[],
  what: keyof Score,
  say: (value: number) => string,
): string {
  const first = points.at(0);
  const last = points.at(-1);
  if (!first || !last) return 'nothing yet';
  const epochs = thousands(Number(last.at.toFixed(2)));
  return `${say(first.test[what])} at the start, ${say(last.test[what])} after ${epochs} epochs; on digits that it learned from, ${say(last.seen[what])}`;
}
