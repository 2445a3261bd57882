import { download } from '@/digits/download.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import { type Activity, activityOf } from '@/inside/activity.ts';
import {
  bestDigits,
  inkedPixels,
  type Match,
  ownPictures,
  searchEdges,
} from '@/inside/explained.ts';
import type { InkRecord } from '@/inside/ink-record.ts';
import { type HeldAt, readWithout, type Reading, wholeReading } from '@/inside/lesions.ts';
import { meanPictures, weightsOf } from '@/inside/portraits.ts';
import type { Examples } from '@/network/examples.ts';
import type { Network } from '@/network/network.ts';
import { models } from './bench.ts';
import { breathing, inPieces } from './in-pieces.ts';
import { Resource } from './needs.ts';
import { DigitsLoadError, explainer, fetchOwn, thousand } from './resources.ts';

/** What a network does with the thousand test digits, and what it loses without each of its hidden neurons. */
export interface Inside {
  readonly network: Network;
  readonly digits: readonly GivenDigit[];
  readonly activity: Activity;
  /** How it reads them, with nothing taken out. */
  readonly whole: Reading;
  /** losses[l][at][j]: the share of digits that are lost when neuron j of hidden layer l alone is held so; below 0 where some are won. */
  readonly losses: Losses;
}
export type Losses = readonly Readonly<Record<HeldAt, readonly number[]>>[];

/** What the first layer of a network looks like. */
export interface Explained {
  readonly network: Network;
  /** Of each neuron of the first layer: the edge and the digit that explain its weights best. */
  readonly edges: readonly Match[];
  readonly means: readonly Match[];
  /** What is particular to the mean of each digit: what `means` names. Each (784). */
  readonly own: readonly Float64Array[];
}

/** Digits packed as examples. */
export function examplesOf(digits: readonly GivenDigit[]): Examples {
  const inputs = new Float64Array(784 * digits.length);
  digits.forEach(({ pixels }, i) => inputs.set(pixels, 784 * i));
  const labels = Uint8Array.from(digits, ({ label }) => label);
  return { count: digits.length, inputs, full: 1, labels };
}

/** Worked out in pieces while the page is read. */
async function lookInside(network: Network): Promise<Inside> {
  await thousand.load();
  const digits = thousand.value;
  const activity = activityOf(network, examplesOf(digits));
  const whole = wholeReading(activity);
  const lossesOf = (layer: number, at: HeldAt): Promise<readonly number[]> =>
    inPieces(
      network.layers[layer].nOut,
      (j) => whole.accuracy - readWithout(activity, { layer, neurons: [j], at }).accuracy,
    );
  const losses: Record<HeldAt, readonly number[]>[] = [];
  for (let layer = 0; layer < network.layers.length - 1; layer++) {
    losses[layer] = {
      zero: await lossesOf(layer, 'zero'),
      mean: await lossesOf(layer, 'mean'),
    };
  }
  return { network, digits, activity, whole, losses };
}

/** Worked out in pieces, too: 3,600 edges take a phone a second or two. */
async function explain(network: Network): Promise<Explained> {
  await thousand.load();
  const examples = examplesOf(thousand.value);
  const pictures = Array.from({ length: network.layers[0].nOut }, (_, j) =>
    weightsOf(network, 0, j),
  );
  const inked = inkedPixels(examples.inputs, 784);
  const own = ownPictures(meanPictures(examples, 784));
  return {
    network,
    edges: await breathing(searchEdges(pictures, inked)),
    means: bestDigits(pictures, own, inked),
    own,
  };
}

/** Asks once about each network: what was found of it is kept for as long as the network is. */
function oncePer<T>(work: (network: Network) => Promise<T>): (network: Network) => Promise<T> {
  const found = new WeakMap<Network, Promise<T>>();
  return (network) => {
    const known = found.get(network) ?? work(network);
    found.set(network, known);
    known.catch(() => found.delete(network));
    return known;
  };
}

/** What there is to see inside a network of 784 inputs and ten outputs. Rejects as the thousand digits do. */
export const insideOf = oncePer(lookInside);
/** How much of its first layer edges and digits explain. Rejects as the thousand digits do. */
export const explainedOf = oncePer(explain);

const ofExplainer = async <T>(work: (network: Network) => Promise<T>): Promise<T> => {
  await explainer.load();
  return work(explainer.value);
};

/** What there is to see inside the explainer network. */
export const inside = new Resource('a look inside the explainer network', () =>
  ofExplainer(insideOf),
);

/** What there is to see inside the classic network. */
export const insideClassic = new Resource('a look inside the classic network', async () => {
  await models.classic.load();
  return insideOf(models.classic.value);
});

/** What the pictures of the explainer's first layer are like. */
export const explained = new Resource('what the weights of the explainer network are like', () =>
  ofExplainer(explainedOf),
);

/** Where the training digits have ink: commands/ink-files.ts counts it. */
export const ink = new Resource('where digits have ink', async (): Promise<InkRecord> => {
  const json = await download(() => fetchOwn('/digits/ink.json'), DigitsLoadError);
  try {
    return JSON.parse(new TextDecoder().decode(json)) as InkRecord;
  } catch (cause) {
    throw new DigitsLoadError('What arrived does not say where digits have ink.', { cause });
  }
});
