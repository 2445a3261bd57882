/** All that chapter 6 measures of a trained network, as plain numbers: what the table prints and the record keeps. */
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
import {
  bestDigits,
  bestEdges,
  bestRings,
  type Match,
  ownPictures,
} from '../../inside/explained.ts';
import { type HeldAt, lossOfEach } from '../../inside/lesions.ts';
import { NONSENSE, nonsensePicture, shareAbove, topScores } from '../../inside/nonsense.ts';
import { meanPictures, slopePictures } from '../../inside/portraits.ts';
import { selectivities } from '../../inside/selectivity.ts';
import {
  flippingPixels,
  lengthBetween,
  smallestChange,
  withNoise,
} from '../../inside/smallest-change.ts';
import {
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

/** Of a hidden layer: for each neuron, how much of its picture of pixels the best edge explains, the best ring, the best mean digit; 0 to 1. */
export interface PictureMeasures {
  readonly edges: readonly number[];
  readonly rings: readonly number[];
  readonly digits: readonly number[];
}

/** Of a hidden layer. */
export interface LayerMeasures {
  /** Which, from 1. */
  readonly layer: number;
  /** The best AUC of each digit, as a mean over the ten: of single neurons, and of as many random mixtures. */
  readonly neurons: number;
  readonly mixtures: number;
  /** How many test digits fewer are read without each neuron, and how that goes with its preference for one digit (a correlation). */
  readonly lost: Readonly<Record<HeldAt, readonly number[]>>;
  readonly foretold: Readonly<Record<HeldAt, number>>;
}

export interface Measured {
  /** How many of the test digits are read right: as it is, with the smaller half of its first weights at 0, with their signs alone. */
  readonly right: number;
  readonly half: number;
  readonly signs: number;
  /** The correlation of the weights of neighbouring pixels. */
  readonly neighbours: number;
  /** The standard deviation of the weights from pixels that no training digit inks; 0 where all are alike. */
  readonly blankSpread: number;
  /** Its hidden layers, the first one first. */
  readonly pictures: readonly PictureMeasures[];
  /** Those that are not wider than WIDEST. */
  readonly layers: readonly LayerMeasures[];
  /** By kind: the share of pictures with a score above SURE; of 'blank' and 'full', of which there is one each, the highest score. */
  readonly nonsense: Readonly<Record<string, number>>;
  /** The least change that flips a digit which is read right: medians of its length and the digit's own, and what else flips them. */
  readonly change: {
    readonly count: number;
    readonly length: number;
    readonly ink: number;
    /** The shares that noise of the same length flips, and some single pixel. */
    readonly noise: number;
    readonly pixel: number;
  };
}

/** A score above this is sure of itself. */
export const SURE = 0.9;
/** Sets of random mixtures, each of as many as the layer has neurons; their best are averaged. */
const MIXTURE_SETS = 20;
/** Layers wider than this are not measured neuron by neuron. */
export const WIDEST = 64;

/** Enough places that nothing printed rounds twice. */
const rounded = (value: number): number => Number(value.toFixed(4));

/** Every measure of a network. @param changes how many rightly read digits to look for smallest changes of */
export function measureInside(
  network: Network,
  test: Digits,
  ink: TrainingInk,
  changes: number,
): Measured {
  const activity = activityOf(network, test);
  const rightIn = (other: Network): number =>
    Math.round(evaluate(other, test).accuracy * test.count);
  const [first] = network.layers;
  const hidden = network.layers.slice(0, -1);
  return {
    right: rightIn(network),
    half: rightIn(withoutSmallest(network, 0, 0.5)),
    signs: rightIn(signsOnly(network, 0)),
    neighbours: rounded(neighbourCorrelation(first, ink.inked)),
    blankSpread: rounded(spreadFrom(first, ink.never)),
    pictures: hidden.map((_, l) => explained(slopePictures(activity, l), ink)),
    layers: hidden.flatMap(({ nOut }, l) => (nOut > WIDEST ? [] : [hiddenLayer(activity, l)])),
    nonsense: nonsense(network, test),
    change: smallest(network, test, changes),
  };
}

/** How much the patterns explain of pictures. */
export function explained(
  seen: readonly ArrayLike<number>[],
  { inked, own }: TrainingInk,
): PictureMeasures {
  const shares = (matches: readonly Match[]): number[] =>
    matches.map(({ share }) => rounded(share));
  return {
    edges: shares(bestEdges(seen, inked)),
    rings: shares(bestRings(seen, inked)),
    digits: shares(bestDigits(seen, own, inked)),
  };
}

function hiddenLayer(activity: Activity, l: number): LayerMeasures {
  const { labels } = activity;
  const layer = activity.layers[l];
  const meanOf = (columns: readonly Float64Array[]): number =>
    bestOfEach(aucTable(columns, labels)).reduce((sum, best) => sum + best / 10, 0);
  const random = createRandom(1);
  const mixed = Array.from({ length: MIXTURE_SETS }, () =>
    meanOf(
      Array.from({ length: layer.nOut }, () =>
        mixedColumn(layer.activations, randomMixture(layer.nOut, random)),
      ),
    ),
  );
  const selective = selectivities(layer, labels);
  const lost = { zero: lossOfEach(activity, l, 'zero'), mean: lossOfEach(activity, l, 'mean') };
  const counts = (shares: Float64Array): number[] =>
    Array.from(shares, (share) => Math.round(share * labels.length));
  return {
    layer: l + 1,
    neurons: rounded(meanOf(neuronColumns(layer))),
    mixtures: rounded(mixed.reduce((sum, auc) => sum + auc / MIXTURE_SETS, 0)),
    lost: { zero: counts(lost.zero), mean: counts(lost.mean) },
    foretold: {
      zero: rounded(correlation(lost.zero, selective)),
      mean: rounded(correlation(lost.mean, selective)),
    },
  };
}

/** By kind, as Measured has it. */
export function nonsense(network: Network, test: Digits): Record<string, number> {
  return Object.fromEntries(
    NONSENSE.map((kind): [string, number] => {
      const random = createRandom(1);
      const many = kind === 'blank' || kind === 'full' ? 1 : test.count;
      const tops = topScores(
        network,
        Array.from({ length: many }, (_, i) => nonsensePicture(kind, picture(test, i), random)),
      );
      return [kind, rounded(many === 1 ? tops[0].score : shareAbove(tops, SURE))];
    }),
  );
}

function smallest(network: Network, test: Digits, changes: number): Measured['change'] {
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
  return {
    count: lengths.length,
    length: rounded(quantile(lengths, 0.5)),
    ink: rounded(quantile(inks, 0.5)),
    noise: rounded(noisy / lengths.length),
    pixel: rounded(byPixel / lengths.length),
  };
}
