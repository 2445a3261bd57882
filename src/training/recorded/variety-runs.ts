/** What each ingredient of the recogniser's training buys: its recipe, shorter, with one thing more each time. */
import { type Recipe, recipes } from '../recipes.ts';

/** In the order in which they are added: nothing; bent digits; digits traced, and written, by a pen; strangers and letters. */
export const VARIETY_RUNS = ['plain', 'bent', 'traced', 'written', 'strangers'] as const;
export type VarietyRun = (typeof VARIETY_RUNS)[number];

/** A tenth of the recogniser's own training. */
const EPOCHS = 16;

/** @throws Error where the recogniser's recipe has no variety */
export function varietyRecipe(run: VarietyRun): Recipe {
  const { variety, ...recipe } = recipes.recogniser;
  if (!variety) throw new Error('The recogniser’s recipe has no variety.');
  const has = (other: VarietyRun): boolean =>
    VARIETY_RUNS.indexOf(other) <= VARIETY_RUNS.indexOf(run);
  const short = { ...recipe, epochs: EPOCHS };
  if (!has('bent')) return short;
  return {
    ...short,
    variety: {
      ...variety,
      habits: has('written') ? variety.habits : 0,
      traced: has('traced') ? variety.traced : 0,
      pen: has('written') ? variety.pen : 0,
      strangers: has('strangers') ? variety.strangers : 0,
      letters: has('strangers') ? variety.letters : 0,
    },
  };
}
