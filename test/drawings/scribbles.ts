import type { Random } from '../../src/network/random.ts';
import { curve, line, type Strokes } from './curve.ts';

/** A kind of scribble: each call draws another one, in a box of about 100 x 100 hundredths. */
export interface Scribble {
  readonly name: string;
  readonly draw: (random: Random) => Strokes;
}

/** A number from low to high. */
const between = (random: Random, low: number, high: number): number =>
  low + (high - low) * random.uniform();

/** A smooth line through places picked anywhere in the box. */
function tangle(random: Random): Strokes {
  const places = 10 + random.integer(8);
  return [curve(Array.from({ length: 2 * places }, () => between(random, 0, 100)))];
}

/** A pen that keeps its heading for a while and wanders: long enough never to end as one plain stroke. */
function walk(random: Random): Strokes {
  let [x, y, heading] = [50, 50, between(random, 0, 2 * Math.PI)];
  const controls: number[] = [];
  for (let step = 0; step < 32; step++) {
    controls.push(x, y);
    heading += 1.1 * random.normal();
    if (Math.hypot(x - 50, y - 50) > 38)
      heading = Math.atan2(50 - y, 50 - x) + 0.6 * random.normal();
    x += 16 * Math.cos(heading);
    y += 16 * Math.sin(heading);
  }
  return [curve(controls)];
}

/** To and fro across a patch, in one stroke, as one fills an area in. */
function hatching(random: Random): Strokes {
  const turns = 7 + random.integer(5);
  const slant = between(random, -20, 45);
  const controls: number[] = [];
  for (let i = 0; i <= turns; i++) {
    const across = (100 * i) / turns;
    const top = i % 2 === 0;
    controls.push(
      across + (top ? slant : 0) + 3 * random.normal(),
      (top ? 8 : 92) + 6 * random.normal(),
    );
  }
  return [line(controls)];
}

/** Two sets of separate lines, one across the other. */
function crossHatching(random: Random): Strokes {
  const count = 3 + random.integer(3);
  const off = (): number => 3 * random.normal();
  return Array.from({ length: 2 * count }, (_, i) => {
    const at = 10 + (80 * (i >> 1)) / (count - 1);
    return i % 2 === 0
      ? line([at - 10 + off(), 4 + off(), at + 10 + off(), 96 + off()])
      : line([4 + off(), at + off(), 96 + off(), at + off()]);
  });
}

/** Round and round on almost the same place, growing and shrinking. */
function scrawl(random: Random): Strokes {
  const controls: number[] = [];
  const rounds = 4 + random.integer(3);
  for (let i = 0; i < 7 * rounds; i++) {
    const angle = (2 * Math.PI * i) / 7;
    const radius = between(random, 12, 48);
    controls.push(50 + radius * Math.cos(angle), 50 + radius * Math.sin(angle));
  }
  return [curve(controls)];
}

/** A row of loops, as in joined-up writing. */
function loops(random: Random): Strokes {
  const controls: number[] = [];
  const count = 4 + random.integer(3);
  for (let i = 0; i < count; i++) {
    const x = (100 * i) / count;
    const top = between(random, 20, 38);
    controls.push(x, 72, x + 22, 52, x + 18, top, x + 8, top + 4, x + 10, 64);
  }
  return [curve([...controls, 108, 72])];
}

/** Several strokes that have nothing to do with each other. */
function loose(random: Random): Strokes {
  const count = 4 + random.integer(4);
  return Array.from({ length: count }, () =>
    curve(Array.from({ length: 6 }, () => between(random, 0, 100))),
  );
}

export const SCRIBBLES: readonly Scribble[] = [
  { name: 'tangle', draw: tangle },
  { name: 'walk', draw: walk },
  { name: 'hatching', draw: hatching },
  { name: 'cross-hatching', draw: crossHatching },
  { name: 'scrawl', draw: scrawl },
  { name: 'loops', draw: loops },
  { name: 'loose-strokes', draw: loose },
];
