import { recipes } from '../../training/recipes.ts';
import { STAGE_DIGITS } from '../../training/stages.ts';
import { thousands } from './words.ts';

/** What a row of buttons calls the stages: the mini-batches that the network has learned from. */
export const STAGE_NAMES: readonly string[] = STAGE_DIGITS.map((digits, stage) => {
  if (stage === 0) return 'Untrained';
  return stage === STAGE_DIGITS.length - 1
    ? 'Trained'
    : thousands(digits / recipes.explainer.miniBatch);
});
