import * as v from 'valibot';
import type { Engine } from '../engine.ts';
import { planSchema, type TrainingPlan } from '../plan.ts';
import type { Point } from '../run.ts';
import { pointsSchema } from '../runs/points.ts';

/** One whole training of a set: what is left of it is its curve. */
export interface EtaRun {
  readonly eta: number;
  /** The start and the ends of all epochs, or as far as it came. The last one is how it ended. Never empty. */
  readonly points: readonly Point[];
  /** How long it trained, without the tests, in seconds. */
  readonly seconds: number;
  /** Why it ended before its plan did, in words for the reader; null where it came to its end. */
  readonly trouble: string | null;
}

/** Whole trainings that differ in eta alone. */
export interface EtaSet {
  /** What they share; its own eta is of no account. */
  readonly plan: TrainingPlan;
  readonly etas: readonly number[];
  /** By the indices of `etas`; null where the set was stopped before. */
  readonly runs: readonly (EtaRun | null)[];
  readonly engine: Engine['name'];
  /** How long the set took by the clock, digits and tests and all, in seconds. */
  readonly seconds: number;
}

const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const eta = v.pipe(v.number(), v.finite(), v.gtValue(0));

/** What a set must be that comes from outside: a store that anything may have written to. */
export const etaSetSchema = v.pipe(
  v.object({
    plan: planSchema,
    etas: v.pipe(v.array(eta), v.minLength(1), v.maxLength(100)),
    runs: v.array(
      v.nullable(
        v.object({
          eta,
          points: pointsSchema,
          seconds: amount,
          trouble: v.nullable(v.pipe(v.string(), v.maxLength(500))),
        }),
      ),
    ),
    engine: v.picklist(['network', 'kernel'] satisfies Engine['name'][]),
    seconds: amount,
  }),
  v.check(
    ({ etas, runs }) =>
      runs.length === etas.length && runs.every((run, i) => run === null || run.eta === etas[i]),
  ),
);
