/** The work that Node, Chromium, Firefox and WebKit must do alike to the last bit: tables of functions, short trainings, smallest changes. */
import { smallestChange } from '../../src/inside/smallest-change.ts';
import { startKernel } from '../../src/kernel/kernel.ts';
import { type Cost, crossEntropy, quadratic } from '../../src/network/cost.ts';
import { exp, log, log1p } from '../../src/network/elementary.ts';
import { type Network, type Start, createNetwork } from '../../src/network/network.ts';
import { type Random, createRandom } from '../../src/network/random.ts';
import * as sgd from '../../src/network/sgd.ts';
import type { Examples } from '../../src/network/examples.ts';
import { fingerprintOf, fingerprintOfNumbers } from '../../src/training/runs/fingerprint.ts';
import type { Evaluation, Plan } from '../../src/network/sgd.ts';

const SEED = 20;
const TABLE = 50_000;
/** So many digits are flipped. */
const CHANGED = 5;

/** SHA-256 of each piece of work, in hexadecimal. */
export type Fingerprints = Readonly<Record<string, string>>;

function table(value: (i: number) => number): string {
  return fingerprintOfNumbers(Float64Array.from({ length: TABLE }, (_, i) => value(i)));
}

/** What src/network/sgd.ts and the kernel have in common. */
interface Trainer {
  epochs(network: Network, digits: Examples, plan: Plan, random: Random): Generator<number, void>;
  evaluate(network: Network, digits: Examples, cost: Cost): Evaluation;
}

/** @returns the weights at the start, the weights after two epochs, and how well they read the digits they learned from */
function train(
  name: string,
  trainer: Trainer,
  start: Start,
  plan: Plan,
  digits: Examples,
): Fingerprints {
  const random = createRandom(SEED);
  const network = createNetwork([784, 30, 10], start, random);
  const before = fingerprintOf(network);
  Array.from(trainer.epochs(network, digits, plan, random));
  const { accuracy, cost } = trainer.evaluate(network, digits, plan.cost);
  return {
    [`${name}, start`]: before,
    [`${name}, trained`]: fingerprintOf(network),
    [`${name}, evaluated`]: fingerprintOfNumbers(Float64Array.of(accuracy, cost)),
  };
}

/** The smallest changes that flip what a network, trained for it, says of the first digits. */
function changes(plan: Plan, digits: Examples): string {
  const random = createRandom(SEED);
  const network = createNetwork([784, 16, 10], 'scaled', random);
  Array.from(sgd.epochs(network, digits, plan, random));
  const pictures = Array.from({ length: CHANGED }, (_, i) => {
    const x = Float64Array.from(
      digits.inputs.subarray(784 * i, 784 * (i + 1)),
      (byte) => byte / digits.full,
    );
    return [...(smallestChange(network, x)?.picture ?? [])];
  });
  return fingerprintOfNumbers(Float64Array.from(pictures.flat()));
}

/**
 * @param digits pictures of 784 bytes with their labels
 * @param program the kernel's file
 */
export async function fingerprints(
  digits: Examples,
  program: Uint8Array<ArrayBuffer>,
): Promise<Fingerprints> {
  const normal = createRandom(SEED);
  const uniform = createRandom(SEED);
  const kernel = await startKernel(program);
  const plan = { epochs: 2, miniBatch: 10 };
  const plain: Plan = { ...plan, cost: quadratic, eta: 3, lambda: 0 };
  const decaying: Plan = { ...plan, cost: crossEntropy, eta: 0.5, lambda: 0.1 };
  return {
    // From subnormal results to the largest, in steps that no power of two divides.
    exp: table((i) => exp(-745 + (i * 1454.7) / TABLE)),
    log: table((i) => log(exp(-745 + (i * 1454.7) / TABLE))),
    log1p: table((i) => log1p((i * 3.7) / TABLE)),
    uniform: table(() => uniform.uniform()),
    normal: table(() => normal.normal()),
    ...train('quadratic', sgd, 'normal', plain, digits),
    'smallest change': changes(decaying, digits),
    ...train('cross-entropy', sgd, 'scaled', decaying, digits),
    ...train('kernel, quadratic', kernel, 'normal', plain, digits),
    ...train('kernel, cross-entropy', kernel, 'scaled', decaying, digits),
  };
}
