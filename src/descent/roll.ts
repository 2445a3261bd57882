/** Gradient descent on a cost of one knob, and what becomes of it. Plain descent: no momentum, so the ball is only a picture. */
import type { CostCurve, Valley } from './curves.ts';
import { valleyAt } from './curves.ts';

/** A place that descent has come to. */
export interface Stop {
  readonly w: number;
  readonly cost: number;
  /** dC/dw there. */
  readonly slope: number;
  /** What the next step adds to w: -eta * slope. */
  readonly step: number;
}

/**
 * What becomes of a descent: it lies still where the slope is 0; settles from one side; overshoots, and still settles; stays in its
 * valley or hops about and never settles; leaves the picture for good, or only for now; or is still on its way when the steps are used up.
 */
export type Fate =
  'still' | 'settles' | 'overshoots' | 'oscillates' | 'diverges' | 'leaves' | 'underway';

export interface Roll {
  /** The start, and where each step led; ends early where w has left the domain. */
  readonly stops: readonly Stop[];
  readonly fate: Fate;
  /** How often a step went past the bottom of the valley that it was in. */
  readonly passes: number;
  /** The valley that it ended in, which need not be the one that it began in. */
  readonly end: Valley;
}

/** A slope below this is flat to the eye, and so is a step below it. */
const FLAT = 0.02;
/** Steps beyond the picture after which nobody waits for it to come back. */
const PATIENCE = 200;

function stopAt(curve: CostCurve, eta: number, w: number): Stop {
  const slope = curve.slope(w);
  return { w, cost: curve.value(w), slope, step: -eta * slope + 0 };
}

/**
 * w -> w - eta * dC/dw, again and again.
 * @param valleys those of the curve @param eta above 0 @param most steps at most, from 1
 */
export function roll(
  curve: CostCurve,
  valleys: readonly Valley[],
  start: number,
  eta: number,
  most: number,
): Roll {
  const [low, high] = curve.domain;
  const stops = [stopAt(curve, eta, start)];
  let passes = 0;
  while (stops.length <= most) {
    const last = stops[stops.length - 1];
    if (last.w < low || last.w > high) break;
    const next = stopAt(curve, eta, last.w + last.step);
    const { bottom } = valleyAt(valleys, last.w);
    if ((last.w - bottom) * (next.w - bottom) < 0 && Math.abs(next.w - bottom) > FLAT / 10)
      passes++;
    stops.push(next);
  }
  const last = stops[stops.length - 1];
  return { stops, passes, end: valleyAt(valleys, last.w), fate: fateOf(curve, eta, stops, passes) };
}

/** Whether descent brings a place off the picture into it again. */
function comesBack(curve: CostCurve, eta: number, from: number): boolean {
  const [low, high] = curve.domain;
  let w = from;
  for (let n = 0; n < PATIENCE && Math.abs(w) < 1e6; n++) {
    w -= eta * curve.slope(w);
    if (w >= low && w <= high) return true;
  }
  return false;
}

function fateOf(curve: CostCurve, eta: number, stops: readonly Stop[], passes: number): Fate {
  const [low, high] = curve.domain;
  const last = stops[stops.length - 1];
  if (last.w < low || last.w > high) return comesBack(curve, eta, last.w) ? 'leaves' : 'diverges';
  if (Math.abs(stops[0].slope) < FLAT / 10) return 'still';
  if (Math.abs(last.slope) < FLAT && Math.abs(last.step) < FLAT) {
    return passes > 0 ? 'overshoots' : 'settles';
  }
  if (passes === 0) return 'underway';
  // Steps that shrink from side to side will settle some day; those that do not never will.
  const early = largestStep(stops.slice(-14, -7));
  const late = largestStep(stops.slice(-7));
  return late < 0.9 * early ? 'underway' : 'oscillates';
}

function largestStep(stops: readonly Stop[]): number {
  return stops.reduce((most, { step }) => Math.max(most, Math.abs(step)), 0);
}
