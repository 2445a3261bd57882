import * as v from 'valibot';
import { endsWithin, growthList, planSchema, type TrainingPlan } from './plan.ts';
import type { Past } from './run.ts';

/**
 * What is kept of a run, so that a closed tab loses nothing: its plan, and how far it had come. From these the same network can be
 * trained again, to the last bit.
 */
export interface Kept {
  readonly plan: TrainingPlan;
  readonly past: Past;
}

/** Where it is kept. Both may throw, where the browser keeps nothing for anybody, or has no more room. */
export interface Keeper {
  read(): string | null;
  /** @param text null to forget it */
  write(text: string | null): void;
}

export function writeKept({ plan, past }: Kept): string {
  return JSON.stringify({ plan, past: { epoch: past.epoch, growth: past.growth } });
}

const keptSchema = v.pipe(
  v.object({
    plan: planSchema,
    past: v.object({ epoch: v.pipe(v.number(), v.integer(), v.minValue(1)), growth: growthList }),
  }),
  v.check(
    ({ plan, past: { epoch, growth } }) =>
      epoch <= plan.epochs && endsWithin(growth, epoch, plan.count),
  ),
);

/** What was kept; null where nothing was, or nothing that makes sense. Never throws. */
export function readKept(text: string | null): Kept | null {
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const { success, output } = v.safeParse(keptSchema, value);
  return success ? output : null;
}
