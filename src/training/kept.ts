import { PlanError, readPlan, type TrainingPlan } from './plan.ts';
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

/** What was kept; null where nothing was, or nothing that makes sense. Never throws. */
export function readKept(text: string | null): Kept | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    const { plan: kept, past } = (value ?? {}) as Record<keyof Kept, unknown>;
    const plan = readPlan(kept);
    const { epoch, growth } = (past ?? {}) as Record<keyof Past, unknown>;
    // The growth of the past obeys the rule of a plan that lasts as long.
    const { epochs, growth: stages } = readPlan({ ...plan, epochs: epoch, growth });
    return typeof stages === 'string' || epochs > plan.epochs
      ? null
      : { plan, past: { epoch: epochs, growth: stages } };
  } catch (error) {
    if (error instanceof PlanError || error instanceof SyntaxError) return null;
    throw error;
  }
}
