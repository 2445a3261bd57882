import { median } from 'd3';
import { PIXELS } from '../../digits/mnist.ts';
import type { PackedDigits } from '../../digits/packed.ts';
import { startKernel, type Kernel } from '../../kernel/kernel.ts';
import type { LoadedNetwork } from '../../kernel/loaded-network.ts';
import { costs } from '../../network/cost.ts';
import { argmax, feedforward, scoresOf } from '../../network/feedforward.ts';
import { createNetwork, type Network } from '../../network/network.ts';
import { createRandom } from '../../network/random.ts';
import { CHUNKS } from '../../training/chunks.ts';
import { byEpoch, type HeldDigits } from '../../training/recorded/by-epoch.ts';
import { MOMENTS, type Moments, type MomentsRecord } from '../../training/recorded/moments.ts';
import { holdDigits, readPacked } from './held-digits.ts';
import { readKernel } from '../kernel-file.ts';
import { writeRecord } from './record-file.ts';

const { plan } = MOMENTS;
const cost = costs[plan.cost];
const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

/** Digit i, 784 numbers from 0 to 1. */
function pixelsOf({ inputs, full }: PackedDigits, i: number): Float64Array {
  return Float64Array.from(inputs.subarray(i * PIXELS, (i + 1) * PIXELS), (ink) => ink / full);
}

/** Trains the first epoch from a seed up to each of some steps, and looks. @param steps rising */
function afterSteps<Seen>(
  kernel: Kernel,
  { train }: HeldDigits,
  seed: number,
  steps: readonly number[],
  look: (loaded: LoadedNetwork, network: Network) => Seen,
): Seen[] {
  const random = createRandom(seed);
  const network = createNetwork(plan.sizes, plan.start, random);
  const order = random.shuffle(Uint32Array.from({ length: train.count }, (_, i) => i));
  const loaded = kernel.load(network);
  let done = 0;
  const seen = steps.map((step) => {
    const [from, to] = [done, step].map((n) => n * plan.miniBatch);
    loaded.descend(train, order.subarray(from, to), { ...plan, cost }, train.count);
    done = step;
    loaded.writeTo(network);
    return look(loaded, network);
  });
  loaded.release();
  return seen;
}

/** The median weighted input of a digit's own output over the digits of its kind. */
function medianOf(network: Network, digits: PackedDigits, digit: number): number {
  const last = network.layers.length - 1;
  const zs = [...digits.labels].flatMap((label, i) => {
    if (label !== digit) return [];
    return [feedforward(network, pixelsOf(digits, i)).zs[last][digit]];
  });
  return Number((median(zs) ?? NaN).toFixed(2));
}

/** The explainer network as its recipe has it, but with another lambda; its eta falls in a straight line. */
export function withLambda(kernel: Kernel, { train }: HeldDigits, lambda: number): Network {
  const { sizes, start, seed, eta, etaLeft, epochs, miniBatch, cost: name } = MOMENTS.l2.recipe;
  const random = createRandom(seed);
  const network = createNetwork(sizes, start, random);
  const order = Uint32Array.from({ length: train.count }, (_, i) => i);
  const loaded = kernel.load(network);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const share = 1 - ((1 - etaLeft) * epoch) / (epochs - 1);
    const descent = { cost: costs[name], eta: eta * share, miniBatch, lambda };
    loaded.descend(train, random.shuffle(order), descent, train.count);
    loaded.settle();
  }
  loaded.writeTo(network);
  loaded.release();
  return network;
}

/** Answers of a network that score as high as is asked for, and how many of them are right. */
function answersBetween(network: Network, digits: PackedDigits): { count: number; right: number } {
  const { from, to } = MOMENTS.l2;
  let [count, right] = [0, 0];
  digits.labels.forEach((label, i) => {
    const scores = scoresOf(feedforward(network, pixelsOf(digits, i)));
    const answer = argmax(scores);
    if (scores[answer] < from || scores[answer] >= to) return;
    count++;
    if (answer === label) right++;
  });
  return { count, right };
}

/**
 * Trains what chapter 5 tells of by the fast trainer, on the digits that the page fetches, and writes to moments.json what was seen on the
 * way: the same numbers each time, and the same that the page comes to.
 * @param recipe which moments
 */
export async function trainMoments(folder: string, recipe: Moments = MOMENTS): Promise<void> {
  const kernel = await startKernel(readKernel());
  const digits = await holdDigits(kernel);
  const { count: tested } = digits.test;

  const first = afterSteps(kernel, digits, plan.seed, recipe.steps, (loaded) => {
    const { accuracy, cost: mean } = loaded.evaluate(digits.test, cost);
    return { right: Math.round(accuracy * tested), cost: Number(mean.toFixed(5)) };
  }).map((seen, i) => ({ step: recipe.steps[i], ...seen }));

  const fast = recipe.etas.map((eta) => {
    const [end] = [...byEpoch(kernel, { ...plan, eta }, digits)].slice(-1);
    const right = sum(end.right);
    console.log(`eta ${eta}: ${right} of ${tested}`);
    return { eta, right, unread: end.right.filter((n) => n === 0).length };
  });

  const { seed, digit, steps, epochs } = recipe.stuck;
  const test = await readPacked(CHUNKS.test.name);
  const look = (network: Network): number => medianOf(network, test, digit);
  const record: MomentsRecord = {
    recipe,
    tested,
    first,
    fast,
    stuck: {
      steps: afterSteps(kernel, digits, seed, steps, (_, network) => look(network)),
      epochs: [...byEpoch(kernel, { ...plan, seed, epochs }, digits)]
        .slice(1)
        .map(({ network }) => look(network)),
    },
    l2: recipe.l2.lambdas.map((lambda) => ({
      lambda,
      ...answersBetween(withLambda(kernel, digits, lambda), test),
    })),
  };
  writeRecord(folder, 'moments', record);
}
