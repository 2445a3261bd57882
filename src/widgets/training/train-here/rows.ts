/** The runs of the figure, as its pictures and its list show them. */
import type { EtaRun, EtaSet } from '@/training/etas/eta-set.ts';
import type { TrainingPlan } from '@/training/plan.ts';
import type { Point } from '@/training/run.ts';
import type { RunEnd, RunRecord } from '@/training/runs/record.ts';
import { canGo, type TrainingState } from '@/training/state.ts';

/** How a run stands: recorded when the site was made, in training or at rest here, or one of the thirty. */
export type Standing = 'ours' | 'training' | 'resting' | 'kept' | 'thirty';

/** A run to be looked at. */
export interface Row {
  /** Null for one of the thirty. */
  readonly letter: string | null;
  readonly plan: TrainingPlan;
  /** Empty before the first test of a run that has just begun. */
  readonly points: readonly Point[];
  /** How long it trained; null where that was on another machine. */
  readonly seconds: number | null;
  readonly standing: Standing;
  /** How it ended; null while it has not. */
  readonly end: RunEnd | null;
  readonly record: RunRecord | null;
}

export function rowOfRecord(record: RunRecord): Row {
  const { letter, plan, points, seconds, end } = record;
  return { letter, plan, points, seconds, standing: 'kept', end, record };
}

/** The curves' points so far, and where the network is now, which may be between two epochs. */
export function pointsOf({ points, latest }: TrainingState): readonly Point[] {
  const last = points.at(-1);
  return latest && last && latest.at > last.at ? [...points, latest] : points;
}

/** The run that the page trains now, or has just trained; null before the first. */
export function rowOfState(letter: string, state: TrainingState): Row | null {
  const { plan, phase, progress, message } = state;
  if (plan === null) return null;
  const end: RunEnd | null =
    phase === 'failed'
      ? { kind: 'failed', message: message ?? '' }
      : phase === 'done' || phase === 'cancelled'
        ? { kind: phase === 'done' ? 'done' : 'cut' }
        : null;
  return {
    ...{ letter, plan, points: pointsOf(state), seconds: progress.seconds, end, record: null },
    standing: phase === 'running' ? 'training' : canGo(state) ? 'resting' : 'kept',
  };
}

/** A run of the thirty. @param isOurs whether it was recorded when the site was made */
export function rowOfEta({ plan }: Pick<EtaSet, 'plan'>, run: EtaRun, isOurs: boolean): Row {
  const { eta, points, seconds, trouble } = run;
  return {
    ...{ letter: null, plan: { ...plan, eta }, points, standing: 'thirty', record: null },
    seconds: isOurs ? null : seconds,
    end: trouble === null ? { kind: 'done' } : { kind: 'failed', message: trouble },
  };
}

/** The point that is looked at: the last one up to the epoch, or the newest. */
export function pointAt(points: readonly Point[], epoch: number | null): Point | null {
  if (epoch === null) return points.at(-1) ?? null;
  return points.findLast(({ at }) => at <= epoch) ?? null;
}

/** Recall early on, after the first epoch, and where one looks: each the nearest before of which it is known. */
export function recallsOf(
  points: readonly Point[],
  epoch: number | null,
): { readonly before: Point | null; readonly after: Point | null } {
  const known = points.filter(({ recall }) => recall.length > 0);
  const first = known.find(({ at }) => at >= 1) ?? known.at(0) ?? null;
  return { before: first, after: pointAt(known, epoch) };
}

/** The digit that is read rightly least often; null where nothing is known. */
export function worstOf({ recall }: Pick<Point, 'recall'>): number | null {
  let worst: number | null = null;
  recall.forEach((share, digit) => {
    if (worst === null || share < recall[worst]) worst = digit;
  });
  return worst;
}
