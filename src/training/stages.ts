/** After how many digits the explainer network on its way is kept. Most happens in the first epoch; then after 1, 2, 3, 5, 8, 12, 18, 24 and 30. */
export const CHECKPOINTS: readonly number[] = [
  ...[0, 500, 2000, 6000, 15_000, 30_000, 60_000, 120_000, 180_000],
  ...[300_000, 480_000, 720_000, 1_080_000, 1_440_000, 1_800_000],
];

/**
 * What the explainer network had learned from at each stage that figures show, in digits, from untrained to trained; all are among its
 * checkpoints. At the second it reads two digits in three and most of its outputs are still in dispute.
 */
export const STAGE_DIGITS: readonly number[] = [0, 6_000, 30_000, CHECKPOINTS.at(-1) ?? 0];

/** The stage that figures begin with. */
export const FIRST_STAGE = 1;

/** Whether there is such a stage. */
export function isStage(stage: number): boolean {
  return Number.isInteger(stage) && stage >= 0 && stage < STAGE_DIGITS.length;
}
