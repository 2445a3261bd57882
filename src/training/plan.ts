import * as v from 'valibot';
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
  eta: 1000,
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

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** A list of growth as a run writes it down: epochs and counts both grow, from epoch 1. */
export const growthList = v.pipe(
  v.array(v.object({ epoch: whole(1, LIMITS.epochs), count: whole(1, LIMITS.count) })),
  v.check(
    (list) =>
      list.length > 0 &&
      list.every(({ epoch, count }, i) =>
        i === 0 ? epoch === 1 : epoch > list[i - 1].epoch && count > list[i - 1].count,
      ),
  ),
);

/** Whether a list of growth ends within so many epochs and digits. */
export function endsWithin(list: readonly Growth[], epochs: number, digits: number): boolean {
  return list.every(({ epoch, count }) => epoch <= epochs && count <= digits);
}

const costNames = Object.keys(costs) as CostName[];

/** What a plan must be to be carried out. What comes out is a copy of its own fields, and nothing else travels along. */
export const planSchema = v.pipe(
  v.object({
    sizes: v.pipe(
      v.array(whole(1, 784)),
      v.minLength(2),
      v.maxLength(LIMITS.hiddenLayers + 2),
      v.check((sizes) => sizes[0] === 784 && sizes.at(-1) === 10),
      v.check((sizes) => sizes.slice(1, -1).every((n) => n <= LIMITS.neurons)),
    ),
    start: v.picklist(['normal', 'scaled'] satisfies Start[]),
    cost: v.picklist(costNames),
    eta: v.pipe(v.number(), v.gtValue(0), v.maxValue(LIMITS.eta)),
    miniBatch: whole(1, LIMITS.miniBatch),
    lambda: v.pipe(v.number(), v.minValue(0), v.maxValue(LIMITS.lambda)),
    epochs: whole(1, LIMITS.epochs),
    seed: whole(0, LIMITS.seed),
    count: whole(1, LIMITS.count),
    growth: v.union([v.picklist(['wait', 'as-they-come']), growthList]),
  }),
  v.forward(
    v.partialCheck(
      [['growth'], ['epochs'], ['count']],
      ({ growth, epochs, count }) =>
        typeof growth === 'string' || endsWithin(growth, epochs, count),
    ),
    ['growth'],
  ),
);

const wholeRule = (what: string, least: number, most: number): string =>
  `${what}: a whole number from ${least} to ${most.toLocaleString('en-GB')}.`;

/** What each field must be, in words for the reader. */
const RULES: Readonly<Record<Field, string>> = {
  sizes: `Layers: 784 inputs, up to ${LIMITS.hiddenLayers} hidden layers of 1 to ${LIMITS.neurons} neurons, 10 outputs.`,
  start: 'Start: normal or scaled.',
  cost: `Cost: ${costNames.join(' or ')}.`,
  eta: `Eta: above 0, up to ${LIMITS.eta.toLocaleString('en-GB')}.`,
  miniBatch: wholeRule('Mini-batch', 1, LIMITS.miniBatch),
  lambda: `Lambda: from 0 to ${LIMITS.lambda.toLocaleString('en-GB')}.`,
  epochs: wholeRule('Epochs', 1, LIMITS.epochs),
  seed: wholeRule('Seed', 0, LIMITS.seed),
  count: wholeRule('Digits', 1, LIMITS.count),
  growth:
    'Digits come at once, as they come, or by a list of epochs and counts that both grow, from epoch 1.',
};

const isField = (key: unknown): key is Field => typeof key === 'string' && key in RULES;

/** What is wrong with a plan, field by field, in words for the reader; nothing where all is well. Takes anything. */
export function faultsOf(value: unknown): Partial<Record<Field, string>> {
  const isObject = typeof value === 'object' && value !== null; // what is none lacks every field
  const faults: Partial<Record<Field, string>> = {};
  for (const { path } of v.safeParse(planSchema, isObject ? value : {}).issues ?? []) {
    const field = path?.[0].key;
    if (isField(field)) faults[field] = RULES[field];
  }
  return faults;
}

/**
 * A plan out of anything: a form, a link, what was kept.
 * @throws PlanError that names everything that is wrong
 */
export function readPlan(value: unknown): TrainingPlan {
  const { success, output } = v.safeParse(planSchema, value);
  if (!success) throw new PlanError(Object.values(faultsOf(value)).join(' '));
  return output;
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
