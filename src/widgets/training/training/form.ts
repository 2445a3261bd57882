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
  lambda: number | null | undefined;
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
  lambda: 0,
  epochs: 30,
  seed: 1,
  count: 60_000,
  growth: 'as-they-come',
};

/** Eta from its power of ten, to two digits, as the page prints it. */
export function etaOf(power: number): number {
  return Number((10 ** power).toPrecision(2));
}

/** The form as a plan, good or not. */
export function planOf(form: Form): TrainingPlan {
  const hidden = form.hidden.split(/[^0-9.]+/).filter((word) => word !== '');
  return {
    sizes: [784, ...hidden.map(Number), 10],
    start: form.start,
    cost: form.cost,
    eta: etaOf(form.etaPower),
    miniBatch: form.miniBatch,
    lambda: form.lambda ?? NaN,
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
    ...{ start, cost, miniBatch, lambda, epochs, seed, count },
  };
}

/** What is wrong with the form, field by field. */
export function formFaults(form: Form): Partial<Record<Field, string>> {
  return faultsOf(planOf(form));
}
