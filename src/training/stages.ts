import { recipes } from './recipes.ts';

const { checkpoints = [] } = recipes.explainer;

/**
 * What the explainer network had learned from at each stage that figures show, in digits, from untrained to trained; all are among its
 * recipe's checkpoints. At the second it reads two digits in three and most of its outputs are still in dispute.
 */
export const STAGE_DIGITS: readonly number[] = [0, 6_000, 30_000, checkpoints.at(-1) ?? 0];

/** The stage that figures begin with. */
export const FIRST_STAGE = 1;

/** Whether there is such a stage. */
export function isStage(stage: number): boolean {
  return Number.isInteger(stage) && stage >= 0 && stage < STAGE_DIGITS.length;
}
