/** What the hidden neurons of a run have learned: the weights into them, and what those began with. */
import { createNetwork, type Network } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import type { TrainingPlan } from '@/training/plan.ts';
import type { Checkpoint } from '@/training/run.ts';

/** The weights into the first layer of neurons at an epoch, or how they have changed. */
export interface Weights {
  readonly epoch: number;
  /** How many neurons. */
  readonly count: number;
  /** Neuron by neuron, 784 each. */
  readonly values: ArrayLike<number>;
}

const first = ({ layers }: Network): ArrayLike<number> => layers[0].weights;

let known: { readonly plan: TrainingPlan; readonly network: Network } | null = null;

/** The network that a plan begins with; made once for as long as one asks for the same plan. */
function startOf(plan: TrainingPlan): Network {
  if (known?.plan !== plan) {
    known = { plan, network: createNetwork(plan.sizes, plan.start, createRandom(plan.seed)) };
  }
  return known.network;
}

/** The nearest checkpoint up to an epoch; the newest where none is asked for. */
export function checkpointAt(
  checkpoints: readonly Checkpoint[],
  epoch: number | null,
): Checkpoint | undefined {
  return epoch === null ? checkpoints.at(-1) : checkpoints.findLast((one) => one.epoch <= epoch);
}

/**
 * @param isWhole the weights themselves, and not how they have changed since the start
 * @param begun the network that it began with, where that is at hand
 */
export function weightsOf(
  plan: TrainingPlan,
  { epoch, network }: Pick<Checkpoint, 'epoch' | 'network'>,
  isWhole: boolean,
  begun?: Network,
): Weights {
  const now = first(network);
  const count = plan.sizes[1];
  if (isWhole) return { epoch, count, values: now };
  const start = first(begun ?? startOf(plan));
  const values = new Float32Array(now.length);
  for (let i = 0; i < values.length; i++) values[i] = now[i] - start[i];
  return { epoch, count, values };
}

/** Weights that are enough to see how large they are: all of some hundred neurons would have to be sorted ten times a second. */
const SAMPLE = 4000;

/** Some of the values, equally far apart. */
export function sampleOf(values: ArrayLike<number>): number[] {
  const count = Math.min(SAMPLE, values.length);
  return Array.from({ length: count }, (_, i) => values[Math.floor((i * values.length) / count)]);
}
