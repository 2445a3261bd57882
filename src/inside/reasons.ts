/**
 * Why a network gives its answer, in ink: what each pixel's ink does for the lead of one output over another, and the least disc of ink
 * that the answer stands on. Both are measured by taking ink away and reading again, not by a slope, which holds for a speck of ink only.
 *
 * Such a picture may show the digit and hardly the network (Adebayo et al. 2018, "Sanity checks for saliency maps", arXiv 1810.03292):
 * `untrained` gives a network of the same sizes that has learned nothing, to hold the same picture of it beside.
 */
import { sigmoid } from '../network/activation.ts';
import { ShapeError } from '../network/errors.ts';
import { feedforward, type ForwardPass, forwardFrom, scoresOf } from '../network/feedforward.ts';
import { createNetwork, emptyNetwork, type Network } from '../network/network.ts';
import { createRandom } from '../network/random.ts';

/** A picture's side, in pixels. */
const SIDE = 28;

/** Two outputs: the lead of the first over the second is z_first - z_second. */
export type Aim = readonly [first: number, second: number];

/** Reads a picture again and again with some of its pixels blank; the first layer alone is worked out by what is missing. */
class BlankedReader {
  readonly #network: Network;
  readonly #x: Float64Array;
  /** The first layer's weighted inputs with all ink there. */
  readonly #z: Float64Array;
  readonly #pass: ForwardPass;

  /** @throws as feedforward does */
  constructor(network: Network, x: Float64Array) {
    this.#network = network;
    this.#x = x;
    this.#pass = feedforward(network, x);
    this.#z = this.#pass.zs[0].slice();
  }

  /** Runs the network on the picture without the ink of these pixels. Holds until the next run. */
  without(pixels: readonly number[]): ForwardPass {
    const [{ nIn, nOut, weights }] = this.#network.layers;
    const z = this.#pass.zs[0];
    const a = this.#pass.activations[1];
    for (let j = 0; j < nOut; j++) {
      const row = j * nIn;
      let sum = this.#z[j];
      for (const k of pixels) sum -= weights[row + k] * this.#x[k];
      z[j] = sum;
      a[j] = sigmoid.f(sum);
    }
    forwardFrom(this.#network, this.#pass, 1);
    return this.#pass;
  }
}

function lead({ zs }: ForwardPass, [first, second]: Aim): number {
  const z = zs[zs.length - 1];
  return z[first] - z[second];
}

/**
 * How far the lead of one output over another falls when the ink of a pixel is taken away: above 0 where the ink speaks for the first,
 * below 0 where it speaks for the second, 0 where there is none. In the unit of z. Comes in portions of a pixel, for a page to breathe.
 * @param x numbers from 0 to 1, as many as the network takes
 * @returns as many numbers as x
 * @throws ShapeError for outputs that are none, and as feedforward does
 */
export function* inkEffects(
  network: Network,
  x: Float64Array,
  aim: Aim,
): Generator<undefined, Float64Array> {
  const nOut = network.sizes[network.sizes.length - 1];
  for (const j of aim) {
    if (Number.isInteger(j) && j >= 0 && j < nOut) continue;
    throw new ShapeError(`This network has outputs 0 to ${nOut - 1}; got ${j}.`);
  }
  const reader = new BlankedReader(network, x);
  const whole = lead(reader.without([]), aim);
  const effects = new Float64Array(x.length);
  for (let k = 0; k < x.length; k++) {
    if (x[k] === 0) continue;
    effects[k] = whole - lead(reader.without([k]), aim);
    yield;
  }
  return effects;
}

/** A disc of ink on a picture. */
export interface Disc {
  /** Its middle, as pixels are counted: the middle of the first pixel is (0, 0). */
  readonly column: number;
  readonly row: number;
  /** In pixels: it takes each pixel whose middle is so near or nearer. */
  readonly radius: number;
  /** The inked pixels that it takes, in order. */
  readonly pixels: readonly number[];
  /** How much ink that is: the sum of their numbers. */
  readonly ink: number;
}

/** Half pixels; from 6 on a disc takes half of most digits, which says nothing any more. */
const RADII = Array.from({ length: 12 }, (_, i) => (i + 1) / 2);

/**
 * The discs that can be rubbed out: round each pixel of the box round the ink, with each radius from half a pixel to six; those that take
 * least ink first, of equals the smaller. Those that take none are left out. Comes in portions of a pixel.
 */
export function* discsOn(x: ArrayLike<number>): Generator<undefined, Disc[]> {
  const inked = Array.from({ length: SIDE * SIDE }, (_, k) => k).filter((k) => x[k] > 0);
  const rows = inked.map((k) => Math.floor(k / SIDE));
  const columns = inked.map((k) => k % SIDE);
  const discs: Disc[] = [];
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      discs.push(...discsRound(column, row));
      yield;
    }
  }
  return discs.sort((one, other) => one.ink - other.ink || one.radius - other.radius);

  function discsRound(column: number, row: number): Disc[] {
    const squares = inked.map((_, i) => {
      const [down, across] = [rows[i] - row, columns[i] - column];
      return down * down + across * across;
    });
    const found: Disc[] = [];
    for (const radius of RADII) {
      const pixels = inked.filter((_, i) => squares[i] <= radius * radius);
      if (pixels.length === (found.at(-1)?.pixels.length ?? 0)) continue; // as with the radius before
      const ink = pixels.reduce((sum, k) => sum + x[k], 0);
      found.push({ column, row, radius, pixels, ink });
    }
    return found;
  }
}

/** A disc without which a network answers something else. */
export interface Found {
  readonly disc: Disc;
  /** The picture without it. */
  readonly picture: Float64Array;
  /** What the network says of that: its outputs. */
  readonly scores: Float64Array;
}

/**
 * The disc with the least ink of `discsOn` without which the answer is another. Comes in portions of a disc.
 * @param x numbers from 0 to 1, (28, 28) row-major
 * @param answerOf what is answered of a picture and its scores; two answers are the same where these are
 * @returns undefined where no disc changes the answer
 * @throws as feedforward does
 */
export function* leastDisc(
  network: Network,
  x: Float64Array,
  answerOf: (picture: Float64Array, scores: Float64Array) => string,
): Generator<undefined, Found | undefined> {
  const reader = new BlankedReader(network, x);
  const answer = answerOf(x, scoresOf(feedforward(network, x)));
  const picture = x.slice();
  for (const disc of yield* discsOn(x)) {
    for (const k of disc.pixels) picture[k] = 0;
    if (answerOf(picture, scoresOf(reader.without(disc.pixels))) !== answer) {
      // The picture itself has the last word: its sums are rounded otherwise than those by what is missing.
      const scores = scoresOf(feedforward(network, picture));
      if (answerOf(picture, scores) !== answer) return { disc, picture, scores };
    }
    for (const k of disc.pixels) picture[k] = x[k];
    yield;
  }
  return undefined;
}

/** The seed of the weights that have learned nothing. */
const SEED = 2018;

const known = new Map<string, Network>();

/**
 * A network of these sizes that has learned nothing: scaled random weights, always the same. Made once, in portions of a neuron: a phone
 * takes a moment for all of it.
 */
export function* untrained(sizes: readonly number[]): Generator<undefined, Network> {
  const key = sizes.join('-');
  let network = known.get(key);
  if (network !== undefined) return network;
  network = emptyNetwork(sizes);
  const random = createRandom(SEED);
  for (const { nIn, nOut, weights, biases } of network.layers) {
    for (let j = 0; j < nOut; j++) {
      const [neuron] = createNetwork([nIn, 1], 'scaled', random).layers;
      weights.set(neuron.weights, j * nIn);
      biases.set(neuron.biases, j);
      yield;
    }
  }
  known.set(key, network);
  return network;
}
