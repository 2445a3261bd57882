/** The record of the stuck run and its cures: what `npm run train -- --model stuck` measured. */
import recorded from '../../../../public/models/stuck.json';
import { STUCK, type StuckRecord, type StuckRun, unreadFor } from '@/training/recorded/stuck.ts';

const record: StuckRecord = recorded;

export const RUNS = STUCK.runs;
export const { digit: DIGIT, epochs: EPOCHS } = STUCK;
/** How many test digits there are, of each and of all. */
export const TESTED = record.tested;
export const ALL = TESTED.reduce((sum, n) => sum + n, 0);

/** By epoch, how many of each digit the run reads rightly. */
function rightOf(run: StuckRun): readonly (readonly number[])[] {
  return record.runs.find(({ name }) => name === run)?.right ?? [];
}

/** The recall of a digit by epoch, from epoch 0: shares, 0 to 1. */
export function recallOf(run: StuckRun, digit: number): number[] {
  return rightOf(run).map((right) => right[digit] / TESTED[digit]);
}

/** How many of the digit a run reads rightly after an epoch, and how many of all. */
export function countsAt(run: StuckRun, epoch: number): { own: number; all: number } {
  const right = rightOf(run)[epoch];
  return { own: right[DIGIT], all: right.reduce((sum, n) => sum + n, 0) };
}

/** The first epoch after which a tenth of the digit is read. Every run of the record has one. */
export function wakesAfter(run: StuckRun): number {
  return unreadFor(recallOf(run, DIGIT)) + 1;
}
