/**
 * The smallest change of a picture that flips a network's answer: small and aimed, where noise of the same length does nothing (Szegedy
 * et al. 2013, arXiv 1312.6199). Found as in DeepFool (Moosavi-Dezfooli et al. 2016, arXiv 1511.04599), but so that the changed picture is
 * still one, with ink from 0 to 1: the outputs are taken for straight near the picture at hand, the nearest picture that would flip them is
 * worked out, and again from there.
 */
import { sigmoid } from '../network/activation.ts';
import { ShapeError } from '../network/errors.ts';
import {
  argmax,
  createActive,
  createPass,
  feedforward,
  findActive,
  type ForwardPass,
  forwardFrom,
  forwardInto,
  scoresOf,
} from '../network/feedforward.ts';
import type { Network } from '../network/network.ts';
import type { Random } from '../network/random.ts';

export interface Change {
  /** The changed picture, each number from 0 to 1. */
  readonly picture: Float64Array;
  /** How far it is from where it began: the root of the summed squares of the changes, in pixels of full ink. */
  readonly length: number;
  /** What the network says now. */
  readonly answer: number;
}

/** Where the change leads. */
type Aim = readonly [from: number, to: number];

/** The length of a step of the walk, in pixels of full ink, and the most steps. */
const STEP = 0.2;
const STEPS = 60;
/** A walk may be so many times as long as the nearest flip that is known: the way there is not the shortest. */
const DETOUR = 1.6;
/** Rounds of working out the nearest picture; past some ten it hardly moves any more. */
const ROUNDS = 8;
/** Past a straight guess, this much of its length. */
const BEYOND = 1.5;
/** Looks along a line for where the answer first changes. */
const LOOKS = 100;
/** Halvings between two looks: to a millionth of the line. */
const HALVINGS = 14;
/** Halvings for how far to go along the slope within the picture's bounds. */
const STEP_HALVINGS = 50;

/** Runs pictures through one network, with room that is asked for once. */
class Runner {
  readonly network: Network;
  readonly pass: ForwardPass;
  readonly #active;
  readonly #back: Float64Array[];

  constructor(network: Network) {
    this.network = network;
    this.pass = createPass(network);
    this.#active = createActive(network);
    this.#back = network.sizes.map((n) => new Float64Array(n));
  }

  run(x: Float64Array): void {
    findActive(x, 0, x.length, 1, this.#active);
    forwardInto(this.network, this.pass, this.#active);
  }

  answer(x: Float64Array): number {
    this.run(x);
    return argmax(scoresOf(this.pass));
  }

  /** Tells whether the answer at start + t (end - start) is another than `answer`. */
  alongLine(start: Float64Array, end: Float64Array, answer: number): (t: number) => boolean {
    const { zs, activations } = this.pass;
    this.run(start);
    const z0 = zs[0].slice();
    this.run(end);
    const z1 = zs[0].slice();
    return (t) => {
      for (let j = 0; j < z0.length; j++) {
        zs[0][j] = z0[j] + t * (z1[j] - z0[j]);
        activations[1][j] = sigmoid.f(zs[0][j]);
      }
      forwardFrom(this.network, this.pass, 1);
      return argmax(scoresOf(this.pass)) !== answer;
    };
  }

  /** How far output `to` is above output `from`, as weighted inputs, in the last run. */
  lead([from, to]: Aim): number {
    const z = this.pass.zs[this.pass.zs.length - 1];
    return z[to] - z[from];
  }

  /** The slope of that lead along every pixel, in the last run: the chain rule, layer by layer. Holds until asked again. */
  slope([from, to]: Aim): Float64Array {
    const { layers } = this.network;
    const last = layers.length - 1;
    this.#back[last + 1].fill(0);
    this.#back[last + 1][to] = 1;
    this.#back[last + 1][from] = -1;
    for (let l = last; l >= 0; l--) {
      const { nIn, nOut, weights } = layers[l];
      const after = this.#back[l + 1];
      const before = this.#back[l].fill(0);
      for (let j = 0; j < nOut; j++) {
        const slope = after[j];
        if (slope === 0) continue;
        const row = j * nIn;
        for (let k = 0; k < nIn; k++) before[k] += weights[row + k] * slope;
      }
      if (l === 0) continue;
      const z = this.pass.zs[l - 1];
      for (let k = 0; k < nIn; k++) before[k] *= sigmoid.prime(z[k]);
    }
    return this.#back[0];
  }
}

const within = (ink: number): number => Math.max(0, Math.min(1, ink));

/** The slope of z_to - z_from along every input, at x. (nIn) @throws as feedforward does, and ShapeError for outputs that are none */
export function leadSlope(network: Network, x: Float64Array, aim: Aim): Float64Array {
  checkOutputs(network, aim);
  feedforward(network, x);
  const runner = new Runner(network);
  runner.run(x);
  return runner.slope(aim).slice();
}

function checkOutputs({ sizes }: Network, outputs: readonly number[]): void {
  const nOut = sizes[sizes.length - 1];
  for (const j of outputs) {
    if (Number.isInteger(j) && j >= 0 && j < nOut) continue;
    throw new ShapeError(`This network has outputs 0 to ${nOut - 1}; got ${j}.`);
  }
}

/**
 * The picture nearest to `start`, with ink from 0 to 1, at which the lead would be `wanted` if it went on straight from what it is at
 * `start`: start + t slope, cut to the bounds, with the t that just suffices. Undefined when no picture suffices.
 */
function nearestStraight(
  start: Float64Array,
  slope: Float64Array,
  wanted: number,
): Float64Array | undefined {
  /** What the lead gains at t. It grows with t, up to where all pixels are at their bounds. */
  const gain = (t: number): number => {
    let sum = 0;
    for (let k = 0; k < start.length; k++) {
      sum += slope[k] * (within(start[k] + t * slope[k]) - start[k]);
    }
    return sum;
  };
  let high = 1e-3;
  for (let doubled = 0; gain(high) < wanted; doubled++, high *= 2)
    if (doubled > 60) return undefined;
  let low = 0;
  for (let i = 0; i < STEP_HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (gain(middle) < wanted) low = middle;
    else high = middle;
  }
  return start.map((ink, k) => within(ink + high * slope[k]));
}

/**
 * Goes from `start` towards `end` and stops where the answer first changes. On a straight line the first layer's weighted inputs go straight
 * too, so that looks cost only the later layers. Undefined when it never changes.
 * @returns the picture there, by at most a millionth of the way too far
 */
function firstFlip(
  runner: Runner,
  start: Float64Array,
  end: Float64Array,
  answer: number,
): Float64Array | undefined {
  const at = (t: number): Float64Array => start.map((ink, k) => ink + t * (end[k] - ink));
  const flips = runner.alongLine(start, end, answer);
  let look = 1;
  while (look <= LOOKS && !flips(look / LOOKS)) look++;
  if (look > LOOKS) return undefined;
  let low = (look - 1) / LOOKS;
  let high = look / LOOKS;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (flips(middle)) high = middle;
    else low = middle;
  }
  // The picture itself has the last word: its sums are rounded otherwise than those along the line.
  for (let picture = at(high); high <= 1; picture = at((high += 1e-7))) {
    if (runner.answer(picture) !== answer) return picture;
  }
  return undefined;
}

/** The straight distance between two pictures of a size, in pixels of full ink. */
export function lengthBetween(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let squares = 0;
  for (let k = 0; k < one.length; k++) squares += (one[k] - other[k]) * (one[k] - other[k]);
  return Math.sqrt(squares);
}

/**
 * Walks from x up the slope of the lead, in short steps, until the answer is another: where a straight guess from a flat stretch of the
 * sigmoids would leap far past, this arrives. Undefined when it gets nowhere before it is `most` away.
 */
function* walkTowards(
  runner: Runner,
  x: Float64Array,
  aim: Aim,
  most: number,
): Generator<undefined, Float64Array | undefined> {
  let here = x;
  for (let step = 0; step < STEPS; step++) {
    yield;
    if (runner.answer(here) !== aim[0]) return here;
    const slope = runner.slope(aim);
    const next = steppedAlong(here, slope);
    if (next === undefined || lengthBetween(next, x) > most) return undefined;
    here = next;
  }
  return undefined;
}

/** One step of the length STEP along the slope, in those pixels that have room to go that way; undefined when none has. */
function steppedAlong(here: Float64Array, slope: Float64Array): Float64Array | undefined {
  const hasRoom = (k: number): boolean => (slope[k] > 0 ? here[k] < 1 : here[k] > 0);
  let squares = 0;
  for (let k = 0; k < here.length; k++) if (hasRoom(k)) squares += slope[k] * slope[k];
  if (squares === 0) return undefined;
  const t = STEP / Math.sqrt(squares);
  return here.map((ink, k) => within(ink + t * slope[k]));
}

/**
 * The nearest flip that this search finds towards another answer: it walks there, and from where the answer changes works out which nearest
 * picture would do, if all went on straight, and so on for as long as that gets nearer.
 * @param most no picture that is farther off is wanted
 */
function* changeTowards(
  runner: Runner,
  x: Float64Array,
  aim: Aim,
  most: number,
): Generator<undefined, Float64Array | undefined> {
  const walked = yield* walkTowards(runner, x, aim, DETOUR * most);
  if (walked === undefined) return undefined;
  let best = firstFlip(runner, x, walked, aim[0]);
  if (best === undefined) return undefined;
  let least = lengthBetween(best, x);
  let here = best;
  for (let round = 0; round < ROUNDS; round++) {
    yield;
    runner.run(here);
    // As if straight from here, told as from x: lead(x') = lead(here) + slope (x' - here), which is to be a hair above 0.
    const slope = runner.slope(aim);
    let wanted = 1e-6 - runner.lead(aim);
    for (let k = 0; k < x.length; k++) wanted += slope[k] * (here[k] - x[k]);
    const next = nearestStraight(x, slope, wanted);
    const length = next === undefined ? 0 : lengthBetween(next, x);
    if (next === undefined || length === 0) break;
    // It may fall short; a little farther on the same way the answer may change yet, and beyond the best so far nobody looks.
    const reach = Math.min(BEYOND, least / length);
    const end = x.map((ink, k) => within(ink + reach * (next[k] - ink)));
    const found = firstFlip(runner, x, end, aim[0]);
    if (found === undefined) {
      // Too far for a straight guess: half of the way there.
      here = here.map((ink, k) => (ink + next[k]) / 2);
      continue;
    }
    const nearer = lengthBetween(found, x);
    const gain = least - nearer;
    [best, least, here] = [found, nearer, found];
    if (gain < 1e-3 * least) break;
  }
  return best;
}

/**
 * The smallest change that this search finds by which the network answers something else, whatever that is. Along the line from x to it no
 * change of nine tenths of its length or less flips the answer, as far as a hundred looks tell; that no picture elsewhere is nearer nobody
 * can promise. In portions, for a large network takes too long for a page to stand still.
 * @param x numbers from 0 to 1, as many as the network takes
 * @returns undefined when nothing was found, as with a network of one answer
 * @throws ShapeError for a wrong length, ValueError for NaN or Infinity
 */
export function* searchChange(
  network: Network,
  x: ArrayLike<number>,
): Generator<undefined, Change | undefined> {
  const start = Float64Array.from(x);
  const scores = scoresOf(feedforward(network, start));
  const answer = argmax(scores);
  const runner = new Runner(network);
  let best: Change | undefined;
  // The likeliest first: once a near one is known, those that are farther off are soon given up.
  const others = [...scores.keys()].filter((output) => output !== answer);
  for (const output of others.sort((one, other) => scores[other] - scores[one])) {
    const picture = yield* changeTowards(runner, start, [answer, output], best?.length ?? Infinity);
    if (picture === undefined) continue;
    const length = lengthBetween(picture, start);
    if (best !== undefined && length >= best.length) continue;
    best = { picture, length, answer: runner.answer(picture) };
  }
  return best;
}

/** The same at once. */
export function smallestChange(network: Network, x: ArrayLike<number>): Change | undefined {
  const search = searchChange(network, x);
  for (;;) {
    const { done, value } = search.next();
    if (done === true) return value;
  }
}

/**
 * Noise of a length: a picture x with a change of each pixel drawn from N(0, 1), cut to ink from 0 to 1, and scaled so that what is left
 * of it is as long as asked. @param length in pixels of full ink, above 0 and well below what x has room for
 */
export function withNoise(x: ArrayLike<number>, length: number, random: Random): Float64Array {
  const direction = Float64Array.from(x, () => random.normal());
  const changed = (t: number): Float64Array => direction.map((step, k) => within(x[k] + t * step));
  let high = length / Math.sqrt(x.length);
  while (lengthBetween(changed(high), x) < length && high < 1e6) high *= 2;
  let low = 0;
  for (let i = 0; i < STEP_HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (lengthBetween(changed(middle), x) < length) low = middle;
    else high = middle;
  }
  return changed(high);
}

/**
 * The single pixels that flip the answer when they are toggled: ink above a half becomes ground, all other full ink. By their numbers, in order.
 * @throws as feedforward does
 */
export function flippingPixels(network: Network, x: ArrayLike<number>): number[] {
  const before = feedforward(network, x);
  const answer = argmax(scoresOf(before));
  const pass = createPass(network);
  const [{ nIn, nOut, weights }] = network.layers;
  const flipping: number[] = [];
  for (let k = 0; k < nIn; k++) {
    const step = (x[k] > 0.5 ? 0 : 1) - x[k];
    for (let j = 0; j < nOut; j++) {
      pass.zs[0][j] = before.zs[0][j] + weights[j * nIn + k] * step;
      pass.activations[1][j] = sigmoid.f(pass.zs[0][j]);
    }
    forwardFrom(network, pass, 1);
    if (argmax(scoresOf(pass)) !== answer) flipping.push(k);
  }
  return flipping;
}
