/** The runs that the figure shows before the reader has trained anything, as curves. */
import stored from '../../../../public/models/training-runs.json';
import { download } from '@/digits/download.ts';
import { inflate } from '@/digits/packed.ts';
import { fetchOwn } from '@/islands/resources.ts';
import {
  LEARNED_EPOCHS,
  LEARNED_MAX,
  LEARNED_STEPS,
  type RecordedCurve,
  type RecordedRuns,
} from '@/training/recorded/recorded-runs.ts';
import type { Point } from '@/training/run.ts';
import type { EtaRun } from '@/training/etas/eta-set.ts';

const recorded = stored as unknown as RecordedRuns;

/** Digits that either set is tested on. */
const TESTED = 10_000;

function pointsOf(
  curve: RecordedCurve,
  recall: (epoch: number) => readonly number[] | undefined,
): Point[] {
  const score = (set: 'test' | 'seen', at: number) => ({
    accuracy: curve[set][at] / TESTED,
    cost: curve[`${set}Cost`][at],
  });
  return curve.test.map((_, at) => ({
    at,
    seconds: 0,
    test: score('test', at),
    seen: score('seen', at),
    recall: (recall(at) ?? []).map((hits, digit) => hits / recorded.counts[digit]),
  }));
}

export const RECORDED_BYTES = recorded.download;

/** The recorded run. How long it took is not part of it: that is another number on every machine. */
export const RECORDED_POINTS: readonly Point[] = pointsOf(
  recorded.run,
  (at) => recorded.run.recall[at],
);

/** The same plan with thirty learning rates; of these, recall is known after the first and the last epoch. */
export const RECORDED_RUNS: readonly EtaRun[] = recorded.etas.map(({ eta, curve, recall }) => {
  const last = curve.test.length - 1;
  const points = pointsOf(curve, (at) =>
    at === 1 ? recall[0] : at === last ? recall[1] : undefined,
  );
  return { eta, points, seconds: 0, trouble: null };
});

/** By how much the weights into the recorded run's hidden neurons have changed, at one of LEARNED_EPOCHS. */
export interface Learned {
  readonly epoch: number;
  /** Neuron by neuron, 784 each. */
  readonly change: Float32Array;
}

let asked: Promise<readonly Learned[]> | null = null;

/** What the recorded run had learned on its way. Asked again after a failure it tries again. Rejects with words for the reader. */
export function loadLearned(): Promise<readonly Learned[]> {
  asked ??= fetchLearned().catch((error: unknown) => {
    asked = null;
    throw error;
  });
  return asked;
}

async function fetchLearned(): Promise<readonly Learned[]> {
  const file = await download(() => fetchOwn('/models/training-run.learned'), Error);
  const steps = new Int8Array((await inflate(file)).buffer);
  const length = 784 * recorded.plan.sizes[1];
  return LEARNED_EPOCHS.map((epoch, i) => ({
    epoch,
    change: Float32Array.from(
      steps.subarray(i * length, (i + 1) * length),
      (step) => (step * LEARNED_MAX) / LEARNED_STEPS,
    ),
  }));
}
