/** What chapter 6 holds its measures against: noise, mixtures, a network's own start, and a network without L2. */
import type { Digits } from '../../digits/mnist.ts';
import { mixedWeights, randomMixture } from '../../inside/auc.ts';
import { correlation } from '../../inside/correlation.ts';
import { weightsOf } from '../../inside/portraits.ts';
import { createNetwork, type Network } from '../../network/network.ts';
import { createRandom, type Random } from '../../network/random.ts';
import { recipes } from '../../training/recipes.ts';
import { explained, nonsense, type PictureMeasures, type TrainingInk } from './measures.ts';

export interface Controls {
  /** What the patterns explain of weights that never learned, each drawn for itself … */
  readonly rough: PictureMeasures;
  /** … of noise as smooth as the explainer network's weights … */
  readonly smooth: PictureMeasures;
  /** … and of random mixtures of the pictures of its first layer. */
  readonly mixtures: PictureMeasures;
  /** The share of pairs, a neuron of that layer and a mixture of it, in which the neuron's picture is more of an edge. */
  readonly edgier: number;
  /** The share of the classic network's first weights, on pixels ever inked, that the weights which it began with explain. */
  readonly started: number;
  /** The explainer network trained without L2, and else the same. */
  readonly bare: { readonly nonsense: Readonly<Record<string, number>> };
}

/** Smooth pictures and mixtures: so many of each. */
const MANY = 64;
const SIDE = 28;
/**
 * Noise is smoothed by these weights along rows and then along columns. Neighbours then correlate with 4 / 5, by the binomial sum
 * n / (n + 1): about as in the explainer network.
 */
const SMOOTH = [1, 4, 6, 4, 1];

/** Of both ends a weight of it falls outside the picture and is left out. */
function smoothed(random: Random): Float64Array {
  const along = (
    picture: Float64Array,
    step: number,
    placeOf: (k: number) => number,
  ): Float64Array =>
    picture.map((_, k) =>
      SMOOTH.reduce((sum, weight, i) => {
        const place = placeOf(k) + i - 2;
        return place < 0 || place >= SIDE ? sum : sum + weight * picture[k + (i - 2) * step];
      }, 0),
    );
  const noise = Float64Array.from({ length: SIDE * SIDE }, () => random.normal());
  const rows = along(noise, 1, (k) => k % SIDE);
  return along(rows, SIDE, (k) => Math.floor(k / SIDE));
}

/** @param explainer, classic the networks as they were trained @param bare the explainer network without L2 */
export function measureControls(
  { explainer, classic, bare }: Readonly<Record<'explainer' | 'classic' | 'bare', Network>>,
  test: Digits,
  ink: TrainingInk,
): Controls {
  const [layer] = explainer.layers;
  const random = createRandom(1);
  const picturesOf = (network: Network): Float64Array[] =>
    Array.from({ length: network.layers[0].nOut }, (_, j) => weightsOf(network, 0, j));
  const start = (name: 'explainer' | 'classic'): Network =>
    createNetwork(recipes[name].sizes, 'normal', createRandom(recipes[name].seed));
  const mixtures = explained(
    Array.from({ length: MANY }, () => mixedWeights(layer, randomMixture(layer.nOut, random))),
    ink,
  );
  const { edges } = explained(picturesOf(explainer), ink);
  const pairs = edges.flatMap((neuron) => mixtures.edges.map((mixture) => neuron > mixture));
  return {
    rough: explained(picturesOf(start('explainer')), ink),
    smooth: explained(
      Array.from({ length: MANY }, () => smoothed(random)),
      ink,
    ),
    mixtures,
    edgier: Number((pairs.filter(Boolean).length / pairs.length).toFixed(4)),
    started: Number(
      (correlationOn(ink.inked, picturesOf(start('classic')), picturesOf(classic)) ** 2).toFixed(4),
    ),
    bare: { nonsense: nonsense(bare, test) },
  };
}

/** The correlation of two networks' first weights from some pixels, all neurons together. */
function correlationOn(
  pixels: Int32Array,
  one: readonly Float64Array[],
  other: readonly Float64Array[],
): number {
  const on = (pictures: readonly Float64Array[]): number[] =>
    pictures.flatMap((picture) => Array.from(pixels, (k) => picture[k]));
  return correlation(on(one), on(other));
}
