/** All that the test bench measures of a network, at once; and which digits lie in a cell of its matrix. */
import { type Bin, calibrationOf } from './calibration.ts';
import { confusionOf, hitsIn } from './confusion.ts';
import { type Answers, answersOf, DIGITS, type Scored } from './scored.ts';
import { DISPUTED, halvesOf, type Share } from './test-set.ts';
import { type Answered, answeredBy } from './threshold.ts';

/** A digit of the set in the eyes of a network. */
export interface Reading {
  /** Its place in the test set, from 0. */
  readonly index: number;
  /** What its writer meant, 0 to 9, as the set has it. */
  readonly label: number;
  /** What the network takes it for, 0 to 9. */
  readonly answer: number;
  /** The score of the answer, 0 to 1. */
  readonly top: number;
  /** The score of the label, 0 to 1; the same as `top` for a hit. */
  readonly meant: number;
}

/** What was measured of one network on a set of digits. */
export interface BenchResult extends Answered {
  readonly count: number;
  /** (10, 10) row-major, [label * 10 + answer]. */
  readonly confusion: readonly number[];
  /** How many mistakes have a top score of SURE or more. */
  readonly sureMistakes: number;
  readonly calibration: readonly Bin[];
  readonly halves: readonly [Share, Share];
  /** The disputed digits that the set has, in its order. */
  readonly disputed: readonly Reading[];
}

/** From this score on a network counts as sure of its answer. */
export const SURE = 0.9;

/** Measures a network by its scores. @throws ShapeError as checkScored does */
export function measureBench(scored: Scored, answers: Answers = answersOf(scored)): BenchResult {
  const { count, labels } = scored;
  const confusion = confusionOf(answers, labels);
  let sureMistakes = 0;
  labels.forEach((label, i) => {
    if (answers.answer[i] !== label && answers.top[i] >= SURE) sureMistakes++;
  });
  return {
    count,
    confusion: [...confusion],
    sureMistakes,
    ...answeredBy(answers, labels),
    calibration: calibrationOf(answers, labels),
    halves: halvesOf(answers, labels),
    disputed: DISPUTED.filter((index) => index < count).map((index) =>
      readingOf(scored, answers, index),
    ),
  };
}

/** How many mistakes there are in all. */
export function mistakesIn({ count, confusion }: Pick<BenchResult, 'count' | 'confusion'>): number {
  return count - hitsIn(confusion);
}

/** One digit, by its place in the set, from 0. */
export function readingOf({ scores, labels }: Scored, answers: Answers, index: number): Reading {
  const label = labels[index];
  return {
    index,
    label,
    answer: answers.answer[index],
    top: answers.top[index],
    meant: scores[DIGITS * index + label],
  };
}

/**
 * The digits of a cell of the matrix: mistakes with the surest first, hits with the least sure first, so that what is worth a look comes
 * first. Equals stand in the order of the set.
 * @param cell label * 10 + answer
 */
export function readingsIn(scored: Scored, answers: Answers, cell: number): Reading[] {
  const found: Reading[] = [];
  scored.labels.forEach((label, i) => {
    if (DIGITS * label + answers.answer[i] === cell) found.push(readingOf(scored, answers, i));
  });
  const way = isHit(cell) ? 1 : -1;
  return found.sort((one, other) => way * (one.top - other.top) || one.index - other.index);
}

/** Whether a cell of the matrix counts digits that were read rightly. */
export function isHit(cell: number): boolean {
  return cell % (DIGITS + 1) === 0;
}
