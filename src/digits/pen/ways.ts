import type { Random } from '../../network/random.ts';
import type { Form } from './hand.ts';

/** One way to write something, with what varies from hand to hand drawn at random. */
export type Write = (random: Random) => Form;

/** What one of several ways makes, each drawn as often as its share says. */
export function oneOf(random: Random, ways: readonly (readonly [number, Write])[]): Form {
  let left = random.uniform() * ways.reduce((sum, [share]) => sum + share, 0);
  for (const [share, way] of ways) {
    left -= share;
    if (left < 0) return way(random);
  }
  return ways[0][1](random);
}

/** Points on an ellipse, `from` and `to` in turns from the top, above 0 counterclockwise (to the left first). */
export function oval(
  [cx, cy]: readonly [number, number],
  [rx, ry]: readonly [number, number],
  from: number,
  to: number,
): number[] {
  const pieces = Math.max(3, Math.round(8 * Math.abs(to - from)));
  const points: number[] = [];
  for (let i = 0; i <= pieces; i++) {
    const turn = from + ((to - from) * i) / pieces;
    points.push(cx - rx * wave(turn), cy - ry * wave(turn + 0.25));
  }
  return points;
}

/** Much like the sine of so many turns: parabolas, since sine itself differs between engines. */
function wave(turns: number): number {
  const u = turns - Math.floor(turns) - 0.5;
  return 16 * u * (Math.abs(u) - 0.5);
}
