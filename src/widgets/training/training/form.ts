import type { CostName } from '@/network/cost.ts';
import type { Start } from '@/network/network.ts';
import { type Field, faultsOf, type TrainingPlan } from '@/training/plan.ts';

/** A plan as the reader fills it in: numbers may be missing, and sizes are words. */
export interface Form {
  /** Neurons in the hidden layers: "30", "16 16", or nothing. */
  hidden: string;
  start: Start;
  cost: CostName;
  /** The power of ten of eta: the slider is logarithmic. */
  etaPower: number;
  miniBatch: number;
  /** As it was typed: "0.5". */
  lambda: string;
  epochs: number | null | undefined;
  seed: number | null | undefined;
  count: number;
  growth: 'wait' | 'as-they-come';
}

/** How the form stands at first: it reaches 95% within an epoch or two. */
export const FIRST: Form = {
  hidden: '30',
  start: 'scaled',
  cost: 'quadratic',
  etaPower: Math.log10(3),
  miniBatch: 10,
  lambda: '0',
  epochs: 30,
  seed: 1,
  count: 60_000,
  growth: 'as-they-come',
};

/** Eta from its power of ten, to two digits, as the page prints it. */
export function etaOf(power: number): number {
  return Number((10 ** power).toPrecision(2));
}

/** The hidden layers as they were typed: whole numbers with spaces, commas or hyphens between them; NaN where there is anything else. */
function hiddenOf(typed: string): number[] {
  const words = typed.trim();
  if (words === '') return [];
  // A sign before a number is no separator.
  if (!/^\d+(?:(?:\s*[,;x×]\s*|[-–]|\s+)\d+)*$/.test(words)) return [NaN];
  return words.split(/\D+/).map(Number);
}

/** Lambda as it was typed, with a point or, as most of Europe writes it, a comma; NaN where it is no number. */
function lambdaOf(typed: string): number {
  const words = typed.trim();
  // Whether 1,000 is a thousand or one, nobody can tell.
  const isPlain =
    /^(?:\d+[.,]?\d*|[.,]\d+)(?:e-?\d+)?$/.test(words) && !/^[1-9]\d*,\d{3}$/.test(words);
  return isPlain ? Number(words.replace(',', '.')) : NaN;
}

/** The form as a plan, good or not. */
export function planOf(form: Form): TrainingPlan {
  return {
    sizes: [784, ...hiddenOf(form.hidden), 10],
    start: form.start,
    cost: form.cost,
    eta: etaOf(form.etaPower),
    miniBatch: form.miniBatch,
    lambda: lambdaOf(form.lambda),
    epochs: form.epochs ?? NaN,
    seed: form.seed ?? NaN,
    count: form.count,
    growth: form.growth,
  };
}

/** The form that gives the plan, as near as a form can: for a run that was brought back. */
export function formOf(plan: TrainingPlan): Form {
  const { sizes, start, cost, eta, miniBatch, lambda, epochs, seed, count, growth } = plan;
  return {
    hidden: sizes.slice(1, -1).join(' '),
    etaPower: Math.log10(eta),
    growth: growth === 'wait' ? 'wait' : 'as-they-come',
    lambda: String(lambda),
    ...{ start, cost, miniBatch, epochs, seed, count },
  };
}

/** What is wrong with the form, field by field. */
export function formFaults(form: Form): Partial<Record<Field, string>> {
  const faults = faultsOf(planOf(form));
  if (hiddenOf(form.hidden).some(Number.isNaN)) {
    return {
      ...faults,
      sizes: 'Hidden layers: whole numbers alone, as in 16 16. Nothing for none.',
    };
  }
  return faults;
}
