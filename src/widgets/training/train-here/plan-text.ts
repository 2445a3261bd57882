/** What a link says of the figure's plan, and of a network that can be trained again from it. */
import { NetworkTextError, readNetworkText, writeNetworkText } from '@/reader/network-text.ts';
import { readPlan, type TrainingPlan } from '@/training/plan.ts';
import type { RunRecord } from '@/training/runs/record.ts';
import { type SharedNetwork, sharedOf } from '@/training/runs/shared.ts';
import { draftOf, planOf } from './plan-draft.ts';

/** A plan as its fields in this order, with '_' between them; layers have '-' between. */
const FIELDS = 9;
const MOST_CHARACTERS = 100;

export function writePlanText(plan: TrainingPlan): string {
  const { hidden, epochs, miniBatch, eta, cost, start, lambda, seed, count } = draftOf(plan);
  const layers = hidden.replaceAll(' ', '-');
  return [layers, epochs, miniBatch, eta, cost, start, lambda, seed, count].join('_');
}

/** The plan that a link names; null for what is none. */
export function readPlanText(text: string): TrainingPlan | null {
  const parts = text.length > MOST_CHARACTERS ? [] : text.split('_');
  if (parts.length !== FIELDS) return null;
  const [hidden, epochs, miniBatch, eta, cost, start, lambda, seed, count] = parts;
  const typed = { hidden, epochs, eta, lambda, seed, cost: 'quadratic', start: 'normal' } as const;
  const plan = planOf({ ...typed, miniBatch: Number(miniBatch), count: Number(count) });
  try {
    return readPlan({ ...plan, cost, start });
  } catch {
    return null;
  }
}

export function sharedTextOf(record: RunRecord): string | null {
  return writeNetworkText(sharedOf(record));
}

/** The network that a link names, or in words why it names none. */
export function readSharedText(text: string): SharedNetwork | string {
  try {
    return readNetworkText(text);
  } catch (error) {
    if (error instanceof NetworkTextError) return error.message;
    throw error;
  }
}
