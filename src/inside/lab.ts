import { preprocess } from '../digits/preprocess.ts';
import { inkOf, SETTINGS, stagesOf } from '../digits/steps.ts';
import type { Drawing } from '../digits/strokes.ts';
import { argmax, feedforward, scoresOf } from '../network/feedforward.ts';
import type { Network } from '../network/network.ts';
import { quantile } from './correlation.ts';

/** What each step from strokes to 784 numbers is worth: networks on the same drawings with every setting of the five steps. */

/** How many drawings a network reads rightly. */
export interface LabOfNetwork {
  /** By the settings of digits/steps.ts. */
  readonly right: readonly number[];
  /** With all steps on, but the centre of mass at 14 pixels from the edge, the middle of the picture: half a pixel too far to the left and up. */
  readonly half: number;
}

/** How long one reading takes, in microseconds: the median of many. */
export interface ReadingTime {
  /** From the strokes to 784 numbers. */
  readonly preprocess: number;
  /** From there to ten scores. */
  readonly feedforward: number;
}

/** How a network does on pen drawings that are turned by some degrees. Shares are from 0 to 1, null where there is nothing to take one of. */
export interface ShippedReading {
  readonly rotation: number;
  readonly accuracy: number | null;
  readonly perDigit: readonly (number | null)[];
  /** Of the wrong answers, and of the right ones, those that the page would not stand by. */
  readonly flaggedWrong: number | null;
  readonly flaggedRight: number | null;
}

/** lab.json, which `npm run lab -- --strokes FILE` writes. */
export interface LabRecord {
  /** Drawings that were read, and the people who wrote them: nothing was chosen on any of them. */
  readonly drawings: number;
  readonly writers: number;
  /** How they were put on the pad: the longer side, in 28ths of it, drawn by lot from `from` to `to`. */
  readonly drawn: {
    readonly from: number;
    readonly to: number;
    readonly place: string;
    readonly seed: number;
  };
  readonly networks: Readonly<Record<string, LabOfNetwork & { readonly sha256: string }>>;
  /** How the recogniser does as it ships: upright, turned to the left, turned to the right. */
  readonly shipped: readonly ShippedReading[];
  readonly reading: ReadingTime & { readonly where: string };
}

/** Half a pixel. */
const HALF = 0.5;

/** Has every network read every drawing with every setting. @param labels what each was meant to be */
export function measureLab(
  networks: readonly Network[],
  drawings: readonly Drawing[],
  labels: readonly number[],
): LabOfNetwork[] {
  const work = countingLab(networks, drawings, labels);
  let counted = work.next();
  while (counted.done !== true) counted = work.next();
  const bySetting = counted.value;
  const half = networks.map(() => 0);
  drawings.forEach((drawing, i) => {
    const { centre } = stagesOf(drawing, SETTINGS[SETTINGS.length - 1]);
    const picture = inkOf(
      centre.map(({ points, width }) => ({ points: points.map((v) => v - HALF), width })),
    );
    countRight(networks, picture, labels[i], half);
  });
  return networks.map((_, n) => ({ right: bySetting[n], half: half[n] }));
}

/**
 * The same in portions, one a drawing and setting, and without the half pixel. @returns of each network, by the settings of
 * digits/steps.ts, how many drawings it reads rightly; on the way the share that is done, 0 to 1
 */
export function* countingLab(
  networks: readonly Network[],
  drawings: readonly Drawing[],
  labels: readonly number[],
): Generator<number, number[][]> {
  const bySetting = SETTINGS.map(() => networks.map(() => 0));
  let done = 0;
  for (const [i, drawing] of drawings.entries()) {
    for (const [setting, steps] of SETTINGS.entries()) {
      countRight(networks, stagesOf(drawing, steps).pixels, labels[i], bySetting[setting]);
      yield ++done / (drawings.length * SETTINGS.length);
    }
  }
  return networks.map((_, n) => bySetting.map((right) => right[n]));
}

/** One more for each network that reads a picture as what it was meant to be. Mutates `right`. */
function countRight(
  networks: readonly Network[],
  picture: Float64Array,
  label: number,
  right: number[],
): void {
  networks.forEach((network, n) => {
    if (argmax(scoresOf(feedforward(network, picture))) === label) right[n]++;
  });
}

/** The work of one reading: a multiplication and an addition for each weight. */
export function multiplyAdds(sizes: readonly number[]): number {
  return sizes.slice(1).reduce((sum, nOut, l) => sum + nOut * sizes[l], 0);
}

/** Times single readings, one after the other. @param now a clock, in milliseconds */
export function measureReading(
  network: Network,
  drawings: readonly Drawing[],
  now: () => number,
): ReadingTime {
  const times = drawings.map((drawing) => {
    const start = now();
    const picture = preprocess(drawing);
    const between = now();
    feedforward(network, picture);
    return [between - start, now() - between] as const;
  });
  const micros = (part: 0 | 1): number =>
    Number(
      (
        1000 *
        quantile(
          times.map((time) => time[part]),
          0.5,
        )
      ).toPrecision(2),
    );
  return { preprocess: micros(0), feedforward: micros(1) };
}
