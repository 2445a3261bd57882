/** What the figure shows before the reader has trained anything: the recorded run, and the recorded thirty. */
import { RECORDED_PLAN } from '@/training/recorded/recorded-runs.ts';
import { RECORDED_POINTS, RECORDED_RUNS } from './recorded.ts';
import type { Row } from './rows.ts';

/** The recorded run. How long it took is not part of it: that is another number on every machine. */
export const OURS: Row = {
  letter: 'A',
  plan: RECORDED_PLAN,
  points: RECORDED_POINTS,
  seconds: null,
  standing: 'ours',
  end: { kind: 'done' },
  record: null,
};

export const OUR_SET = {
  plan: RECORDED_PLAN,
  etas: RECORDED_RUNS.map(({ eta }) => eta),
  runs: RECORDED_RUNS,
  seconds: 0,
} as const;
