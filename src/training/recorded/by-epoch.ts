import type { HeldExamples } from '../../kernel/held-examples.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { costs } from '../../network/cost.ts';
import { cloneNetwork, createNetwork, type Network } from '../../network/network.ts';
import { createRandom } from '../../network/random.ts';
import type { TrainingPlan } from '../plan.ts';

/** A run at the end of an epoch, or at its start, epoch 0. */
export interface AfterEpoch {
  readonly epoch: number;
  /** A copy. */
  readonly network: Network;
  /** How many of each digit, 0 to 9, it reads rightly of those that it is tested on. */
  readonly right: readonly number[];
}

/** The digits that a run learns from and is tested on, in the kernel's memory. */
export interface HeldDigits {
  readonly train: HeldExamples;
  readonly test: HeldExamples;
}

/**
 * Trains by a plan on the fast trainer, tested at the start and after each epoch: the run that the page comes to by the same plan, to the
 * last bit. Leave it before its end by `break`, so that it gives its memory back.
 * @param digits all that the plan counts on
 */
export function* byEpoch(
  kernel: Kernel,
  plan: TrainingPlan,
  { train, test }: HeldDigits,
): Generator<AfterEpoch, void> {
  const random = createRandom(plan.seed);
  const network = createNetwork(plan.sizes, plan.start, random);
  const cost = costs[plan.cost];
  const after = (epoch: number): AfterEpoch => {
    const { confusion } = kernel.evaluate(network, test, cost);
    const right = Array.from({ length: 10 }, (_, digit) => confusion[11 * digit]);
    return { epoch, network: cloneNetwork(network), right };
  };
  yield after(0);
  for (const epoch of kernel.epochs(network, train, { ...plan, cost }, random)) yield after(epoch);
}
