import type { CostName } from '@/network/cost.ts';
import type { Start } from '@/network/network.ts';
import { type Field, faultsOf, type TrainingPlan } from '@/training/plan.ts';
import { RECORDED_PLAN } from '@/training/recorded/recorded-runs.ts';

/** A plan as the reader writes it into the sentence: numbers are as they were typed. */
export interface Draft {
  /** Neurons in the hidden layers: '30', '16 16', or nothing. */
  readonly hidden: string;
  readonly epochs: string;
  readonly miniBatch: number;
  readonly eta: string;
  readonly cost: CostName;
  readonly start: Start;
  readonly lambda: string;
  readonly seed: string;
  readonly count: number;
}

/** The hidden layers as they were typed: whole numbers with spaces, commas or hyphens between them; NaN where there is anything else. */
function hiddenOf(typed: string): number[] {
  const words = typed.trim();
  if (words === '') return [];
  // A sign before a number is no separator.
  if (!/^\d+(?:(?:\s*[,;x×]\s*|[-–]|\s+)\d+)*$/.test(words)) return [NaN];
  return words.split(/\D+/).map(Number);
}

/** A number as it was typed, with a point or, as most of Europe writes it, a comma; NaN where it is no number. */
function decimalOf(typed: string): number {
  const words = typed.trim();
  // Whether 1,000 is a thousand or one, nobody can tell.
  const isPlain =
    /^(?:\d+[.,]?\d*|[.,]\d+)(?:e-?\d+)?$/.test(words) && !/^[1-9]\d*,\d{3}$/.test(words);
  return isPlain ? Number(words.replace(',', '.')) : NaN;
}

/** A whole number as it was typed, its thousands set apart or not; NaN where it is none. */
function wholeOf(typed: string): number {
  const words = typed.trim();
  return /^\d+$|^\d{1,3}(?:[, ]\d{3})+$/.test(words) ? Number(words.replace(/\D/g, '')) : NaN;
}

/** The draft as a plan, good or not. It waits for all of its digits, so that the plan alone decides every weight. */
export function planOf(draft: Draft): TrainingPlan {
  const { miniBatch, cost, start, count } = draft;
  return {
    sizes: [784, ...hiddenOf(draft.hidden), 10],
    epochs: wholeOf(draft.epochs),
    eta: decimalOf(draft.eta),
    lambda: decimalOf(draft.lambda),
    seed: wholeOf(draft.seed),
    growth: 'wait',
    ...{ miniBatch, cost, start, count },
  };
}

/** The draft that gives the plan. */
export function draftOf(plan: TrainingPlan): Draft {
  const { sizes, epochs, eta, lambda, seed, miniBatch, cost, start, count } = plan;
  return {
    hidden: sizes.slice(1, -1).join(' '),
    epochs: String(epochs),
    eta: String(eta),
    lambda: String(lambda),
    seed: String(seed),
    ...{ miniBatch, cost, start, count },
  };
}

/** What is wrong with the draft, field by field, in words for the reader. */
export function draftFaults(draft: Draft): Partial<Record<Field, string>> {
  const faults = faultsOf(planOf(draft));
  if (!hiddenOf(draft.hidden).some(Number.isNaN)) return faults;
  return {
    ...faults,
    sizes: 'Hidden layers: whole numbers alone, as in 16 16. Nothing for none.',
  };
}

/** The plan that the figure begins with: that of the recorded run. */
export const FIRST: Draft = draftOf(RECORDED_PLAN);

/** Whether two drafts are written alike. */
export function isSameDraft(one: Draft, other: Draft): boolean {
  return (Object.keys(FIRST) as (keyof Draft)[]).every((field) => one[field] === other[field]);
}

/** Whether two plans lead to the same weights. */
export function isSamePlan(one: TrainingPlan, other: TrainingPlan): boolean {
  const key = (plan: TrainingPlan): string =>
    JSON.stringify([plan.growth, Object.entries(draftOf(plan)).sort()]);
  return key(one) === key(other);
}
