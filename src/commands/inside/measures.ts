import type { Digits } from '../../digits/mnist.ts';
import { picture } from '../../digits/packed.ts';
import { type Activity, activityOf } from '../../inside/activity.ts';
import {
  aucTable,
  bestOfEach,
  mixedColumn,
  neuronColumns,
  randomMixture,
} from '../../inside/auc.ts';
import { correlation, quantile } from '../../inside/correlation.ts';
import { bestDigits, bestEdges, type Match, ownPictures } from '../../inside/explained.ts';
import { type HeldAt, lossOfEach } from '../../inside/lesions.ts';
import { NONSENSE, nonsensePicture, shareAbove, topScores } from '../../inside/nonsense.ts';
import { meanPictures, weightsOf } from '../../inside/portraits.ts';
import { selectivities } from '../../inside/selectivity.ts';
import {
  flippingPixels,
  lengthBetween,
  smallestChange,
  withNoise,
} from '../../inside/smallest-change.ts';
import {
  areZeroFrom,
  inkCounts,
  neighbourCorrelation,
  signsOnly,
  spreadFrom,
  withoutSmallest,
} from '../../inside/weights.ts';
import { argmax, feedforward, scoresOf } from '../../network/feedforward.ts';
import type { Network } from '../../network/network.ts';
import { createRandom } from '../../network/random.ts';
import { evaluate } from '../../network/sgd.ts';

/** What was measured, and what came of it, as the table prints it. */
export type Row = readonly [what: string, value: string];

/** What all measures know of the digits that networks learned from. */
export interface TrainingInk {
  /** The pixels with ink in any of them, and those with none. */
  readonly inked: Int32Array;
  readonly never: Int32Array;
  /** How many pixels have ink in fewer than ten, those of `never` among them. */
  readonly rare: number;
  /** What is particular to the mean of each digit. */
  readonly own: readonly Float64Array[];
}

export function trainingInk(training: Digits, nIn: number): TrainingInk {
  const counts = inkCounts(training.inputs, nIn);
  const those = (is: (count: number) => boolean): Int32Array =>
    Int32Array.from(counts.keys()).filter((k) => is(counts[k]));
  return {
    inked: those((n) => n > 0),
    never: those((n) => n === 0),
    rare: those((n) => n < 10).length,
    own: ownPictures(meanPictures(training, nIn)),
  };
}

/** A score above this is sure of itself. */
const SURE = 0.9;
/** Sets of random mixtures, each of as many as the layer has neurons; their best are averaged. */
const MIXTURE_SETS = 20;
/** Layers wider than this are not lesioned neuron by neuron. */
const WIDEST = 64;

const percent = (share: number, places = 1): string => `${(100 * share).toFixed(places)}%`;
const range = (list: readonly number[], write: (x: number) => string): string =>
  `${write(Math.min(...list))} to ${write(Math.max(...list))}`;

/** Every measure of a network. @param changes how many rightly read digits to look for smallest changes of */
export function measureInside(
  network: Network,
  test: Digits,
  ink: TrainingInk,
  changes: number,
): Row[] {
  const activity = activityOf(network, test);
  return [
    ['accuracy', percent(evaluate(network, test).accuracy, 2)],
    ...firstLayer(network, test, ink),
    ...network.layers.slice(0, -1).flatMap((_, l) => hiddenLayer(activity, l)),
    ...nonsense(network, test),
    ...smallest(network, test, changes),
  ];
}

function firstLayer(network: Network, test: Digits, ink: TrainingInk): Row[] {
  const [layer] = network.layers;
  const pictures = Array.from({ length: layer.nOut }, (_, j) => weightsOf(network, 0, j));
  const shares = (matches: readonly Match[]): string =>
    range(
      matches.map(({ share }) => share),
      (share) => percent(share, 0),
    );
  return [
    ['correlation of neighbouring weights', neighbourCorrelation(layer, ink.inked).toFixed(2)],
    ['explained by the best edge', shares(bestEdges(pictures, ink.inked))],
    ['explained by the best mean digit', shares(bestDigits(pictures, ink.own, ink.inked))],
    [
      'accuracy with half of the first weights at 0',
      percent(evaluate(withoutSmallest(network, 0, 0.5), test).accuracy),
    ],
    [
      'accuracy with the signs of the first weights alone',
      percent(evaluate(signsOnly(network, 0), test).accuracy),
    ],
    ['pixels blank in all training digits', String(ink.never.length)],
    ['pixels inked in fewer than ten', String(ink.rare)],
    [
      'spread of weights from blank pixels',
      areZeroFrom(layer, ink.never) ? 'exactly 0' : spreadFrom(layer, ink.never).toPrecision(3),
    ],
  ];
}

function hiddenLayer(activity: Activity, l: number): Row[] {
  const { labels } = activity;
  const layer = activity.layers[l];
  const name = `layer ${l + 1}`;
  const meanOf = (columns: readonly Float64Array[]): number =>
    bestOfEach(aucTable(columns, labels)).reduce((sum, best) => sum + best / 10, 0);
  if (layer.nOut > WIDEST) return [];
  const random = createRandom(1);
  const mixed = Array.from({ length: MIXTURE_SETS }, () =>
    meanOf(
      Array.from({ length: layer.nOut }, () =>
        mixedColumn(layer.activations, randomMixture(layer.nOut, random)),
      ),
    ),
  );
  const mixtures = mixed.reduce((sum, auc) => sum + auc / MIXTURE_SETS, 0);
  const selective = selectivities(layer, labels);
  return [
    [`${name}: best neuron of each digit, mean AUC`, meanOf(neuronColumns(layer)).toFixed(3)],
    [`${name}: best of as many mixtures`, mixtures.toFixed(3)],
    ...(['zero', 'mean'] as const).flatMap((at: HeldAt): Row[] => {
      const lost = lossOfEach(activity, l, at);
      const points = (share: number): string => (100 * share).toFixed(2);
      return [
        [
          `${name} held at ${at}: points lost, median / most / least`,
          [quantile(lost, 0.5), Math.max(...lost), Math.min(...lost)].map(points).join(' / '),
        ],
        [
          `${name} held at ${at}: correlation of loss and selectivity`,
          correlation(lost, selective).toFixed(2),
        ],
      ];
    }),
  ];
}

function nonsense(network: Network, test: Digits): Row[] {
  return NONSENSE.map((kind): Row => {
    const random = createRandom(1);
    const many = kind === 'blank' || kind === 'full' ? 1 : test.count;
    const tops = topScores(
      network,
      Array.from({ length: many }, (_, i) => nonsensePicture(kind, picture(test, i), random)),
    );
    if (many === 1) return [`${kind}: highest score`, tops[0].score.toFixed(2)];
    return [`${kind}: scores above ${SURE}`, percent(shareAbove(tops, SURE))];
  });
}

function smallest(network: Network, test: Digits, changes: number): Row[] {
  const random = createRandom(1);
  const lengths: number[] = [];
  const inks: number[] = [];
  let noisy = 0;
  let byPixel = 0;
  const blank = new Float64Array(network.sizes[0]);
  const answerTo = (x: Float64Array): number => argmax(scoresOf(feedforward(network, x)));
  for (let i = 0; i < test.count && lengths.length < changes; i++) {
    const x = picture(test, i);
    if (answerTo(x) !== test.labels[i]) continue;
    const change = smallestChange(network, x);
    if (change === undefined) continue;
    lengths.push(change.length);
    inks.push(lengthBetween(x, blank));
    if (answerTo(withNoise(x, change.length, random)) !== test.labels[i]) noisy++;
    if (flippingPixels(network, x).length > 0) byPixel++;
  }
  return [
    [`smallest change, median of ${lengths.length}`, quantile(lengths, 0.5).toFixed(2)],
    ['length of those digits, median', quantile(inks, 0.5).toFixed(2)],
    ['flipped by noise of the same length', percent(noisy / lengths.length)],
    ['flipped by some single pixel', percent(byPixel / lengths.length)],
  ];
}
