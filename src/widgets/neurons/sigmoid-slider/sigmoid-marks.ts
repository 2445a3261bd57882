/** What the sigmoid slider draws: our sigmoid and what lies on it, as paths in the pixels of a plot. */
import { sigmoid } from '@/network/activation.ts';
import { dotsAlong, type Frame, tangentAt } from '@/plot/charts/along-curve.ts';

/** The axis of weighted inputs goes from here … */
export const LOW = -14;
/** … to here: the explainer network's lie within it, all but one or two in a hundred. */
export const HIGH = 14;

/** The curve, sampled every tenth. */
export const CURVE: readonly (readonly [number, number])[] = Array.from(
  { length: (HIGH - LOW) * 10 + 1 },
  (_, i) => [LOW + i / 10, sigmoid.f(LOW + i / 10)] as const,
);

/** z within the axis. */
export function onAxis(z: number): number {
  return Math.min(HIGH, Math.max(LOW, z));
}

/** Dots on the curve, as a path of round caps. @param zs ascending */
export function curveDots(zs: Iterable<number>, frame: Frame): string {
  return dotsAlong((z) => sigmoid.f(z), zs, frame);
}

/**
 * How far each dot has risen or fallen: an upright stroke at its z from the activation that it had to the one it has. Strokes of less
 * than a pixel are left out, and so are those too near to the one before.
 * @param zs ascending @param change what was added to all of them
 */
export function rises(zs: Iterable<number>, change: number, frame: Frame): string {
  let path = '';
  let last = -Infinity;
  for (const z of zs) {
    const x = frame.x(z);
    const from = frame.y(sigmoid.f(z - change));
    const to = frame.y(sigmoid.f(z));
    if (x - last < 2.5 || Math.abs(from - to) < 1) continue;
    last = x;
    path += `M${x.toFixed(1)} ${from.toFixed(1)}V${to.toFixed(1)}`;
  }
  return path;
}

/** The tangent at z, so many pixels to either side. */
export function tangent(z: number, length: number, frame: Frame): string {
  return tangentAt({ x: z, y: sigmoid.f(z), slope: sigmoid.prime(z) }, length, frame);
}

/** The z whose point of the curve is nearest to a place, to a twentieth: where a hand that drags along the curve means to be. */
export function nearestOnCurve(x: number, y: number, frame: Frame): { z: number; pixels: number } {
  let z = LOW;
  let least = Infinity;
  for (let at = LOW * 20; at <= HIGH * 20; at++) {
    const distance = Math.hypot(frame.x(at / 20) - x, frame.y(sigmoid.f(at / 20)) - y);
    if (distance < least) [z, least] = [at / 20, distance];
  }
  return { z, pixels: least };
}
