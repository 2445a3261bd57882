/** What the stages of the explainer's training are called. */
import { recipes } from '@/training/recipes.ts';
import { STAGE_DIGITS } from '@/training/stages.ts';
import { thousands } from '@/words/numbers.ts';

const { miniBatch, epochs } = recipes.explainer;
const LAST = STAGE_DIGITS.length - 1;

/** What a row of buttons calls the stages: the mini-batches that the network has learned from. */
export const STAGE_NAMES: readonly string[] = STAGE_DIGITS.map((digits, stage) => {
  if (stage === 0) return 'Untrained';
  return stage === LAST ? 'Trained' : thousands(digits / miniBatch);
});

/** A stage in a sentence: 'untrained', 'after 600 mini-batches', 'trained for 30 epochs'. */
export function stageName(stage: number): string {
  if (stage <= 0) return 'untrained';
  if (stage >= LAST) return `trained for ${epochs} epochs`;
  return `after ${thousands(STAGE_DIGITS[stage] / miniBatch)} mini-batches`;
}
