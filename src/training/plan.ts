import { type CostName, costs } from '../network/cost.ts';
import type { Start } from '../network/network.ts';
import { TRAIN_COUNT } from './chunks.ts';

/**
 * How many digits there were to learn from at a time: from epoch `epoch` on, numbered from 1, the first `count` that the page
 * fetches.
 */
export interface Growth {
  readonly epoch: number;
  readonly count: number;
}

/** One run of training, whole: what it says decides every weight to the last bit, unless `growth` leaves that to the download. */
export interface TrainingPlan {
  /** 784 inputs, hidden layers, 10 outputs. */
  readonly sizes: readonly number[];
  readonly start: Start;
  readonly cost: CostName;
  readonly eta: number;
  readonly miniBatch: number;
  /** lambda of L2, Nielsen (85). */
  readonly lambda: number;
  readonly epochs: number;
  readonly seed: number;
  /** How many digits to learn from: the first that the page fetches. */
  readonly count: number;
  /**
   * 'wait' begins when all of them are here; 'as-they-come' begins with the first chunk and takes in, before each epoch, what has
   * come by then. A list repeats a run of that kind exactly: it is what the run itself wrote down as it went.
   */
  readonly growth: 'wait' | 'as-they-come' | readonly Growth[];
}

export type Field = keyof TrainingPlan;

/** How far each number of a plan may go: far enough to see what goes wrong, near enough that a phone comes back. */
export const LIMITS = {
  hiddenLayers: 3,
  neurons: 300,
  eta: 100,
  miniBatch: 1000,
  lambda: 1000,
  epochs: 1000,
  seed: 0xffffffff,
  count: TRAIN_COUNT,
} as const;

/** Thrown for a plan that cannot be carried out; its message is for the reader. */
export class PlanError extends Error {
  override readonly name = 'PlanError';
}

const isWhole = (n: unknown, least: number, most: number): n is number =>
  typeof n === 'number' && Number.isInteger(n) && n >= least && n <= most;

const isNumber = (n: unknown): n is number => typeof n === 'number' && Number.isFinite(n);

function growthFault(growth: unknown, epochs: number, count: number): string | undefined {
  if (growth === 'wait' || growth === 'as-they-come') return undefined;
  const list: unknown[] = Array.isArray(growth) ? growth : [];
  let before: Growth = { epoch: 0, count: 0 };
  for (const [i, stage] of list.entries()) {
    const { epoch, count: digits } = (stage ?? {}) as Partial<Growth>;
    const first = i === 0;
    const fits =
      isWhole(epoch, before.epoch + 1, first ? 1 : epochs) &&
      isWhole(digits, before.count + 1, count);
    if (!fits) return growthRule;
    before = { epoch, count: digits };
  }
  return list.length > 0 ? undefined : growthRule;
}

const growthRule = `Digits come at once, as they come, or by a list of epochs and counts that both grow, from epoch 1.`;

/** What is wrong with a plan, field by field, in words for the reader; nothing where all is well. Takes anything. */
export function faultsOf(value: unknown): Partial<Record<Field, string>> {
  const plan = (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Record<Field, unknown>
  >;
  const { sizes, start, cost, eta, miniBatch, lambda, epochs, seed, count, growth } = plan;
  const faults: Partial<Record<Field, string>> = {};
  const whole = (field: Field, n: unknown, least: number, most: number, what: string): void => {
    if (isWhole(n, least, most)) return;
    faults[field] = `${what}: a whole number from ${least} to ${most.toLocaleString('en-GB')}.`;
  };
  const hidden: unknown[] = Array.isArray(sizes) ? sizes.slice(1, -1) : [];
  const fits =
    Array.isArray(sizes) &&
    sizes.length >= 2 &&
    sizes.length <= LIMITS.hiddenLayers + 2 &&
    sizes[0] === 784 &&
    sizes[sizes.length - 1] === 10 &&
    hidden.every((n) => isWhole(n, 1, LIMITS.neurons));
  if (!fits) {
    faults.sizes = `Layers: 784 inputs, up to ${LIMITS.hiddenLayers} hidden layers of 1 to ${LIMITS.neurons} neurons, 10 outputs.`;
  }
  if (start !== 'normal' && start !== 'scaled') faults.start = 'Start: normal or scaled.';
  if (typeof cost !== 'string' || !Object.hasOwn(costs, cost)) {
    faults.cost = `Cost: ${Object.keys(costs).join(' or ')}.`;
  }
  if (!isNumber(eta) || eta <= 0 || eta > LIMITS.eta) {
    faults.eta = `Eta: above 0, up to ${LIMITS.eta}.`;
  }
  if (!isNumber(lambda) || lambda < 0 || lambda > LIMITS.lambda) {
    faults.lambda = `Lambda: from 0 to ${LIMITS.lambda}.`;
  }
  whole('miniBatch', miniBatch, 1, LIMITS.miniBatch, 'Mini-batch');
  whole('epochs', epochs, 1, LIMITS.epochs, 'Epochs');
  whole('seed', seed, 0, LIMITS.seed, 'Seed');
  whole('count', count, 1, LIMITS.count, 'Digits');
  const grows = growthFault(
    growth,
    isWhole(epochs, 1, LIMITS.epochs) ? epochs : LIMITS.epochs,
    isWhole(count, 1, LIMITS.count) ? count : LIMITS.count,
  );
  if (grows !== undefined) faults.growth = grows;
  return faults;
}

/**
 * A plan out of anything: a form, a link, what was kept. A copy of the plan's own fields, so that nothing else travels along.
 * @throws PlanError that names everything that is wrong
 */
export function readPlan(value: unknown): TrainingPlan {
  const faults = Object.values(faultsOf(value));
  if (faults.length > 0) throw new PlanError(faults.join(' '));
  const { sizes, start, cost, eta, miniBatch, lambda, epochs, seed, count, growth } =
    value as TrainingPlan;
  return {
    sizes: [...sizes],
    start,
    cost,
    eta,
    miniBatch,
    lambda,
    epochs,
    seed,
    count,
    growth:
      typeof growth === 'string'
        ? growth
        : growth.map((stage) => ({ epoch: stage.epoch, count: stage.count })),
  };
}

/** How many digits an epoch has by a list of growth; undefined before the list begins. */
export function countAt(growth: readonly Growth[], epoch: number): number | undefined {
  return growth.findLast((stage) => stage.epoch <= epoch)?.count;
}

/** Whether the plan may begin `epoch` when `here` digits have come: how many it then learns from; 0 where it must wait. */
export function digitsFor(plan: TrainingPlan, epoch: number, here: number): number {
  const { growth, count } = plan;
  if (growth === 'as-they-come') return Math.min(here, count);
  const wanted = growth === 'wait' ? count : (countAt(growth, epoch) ?? count);
  return here >= wanted ? wanted : 0;
}
