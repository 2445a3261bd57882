/** What the site's own networks reach on the test bench, measured when the site is made: what the bench shows before the digits are here. */
import type { ModelName } from '../../training/recipes.ts';
import type { BenchResult, Reading } from './measure.ts';
import type { Shared } from './test-set.ts';

/** One network of ours, measured. */
export interface RecordedNetwork {
  readonly name: ModelName;
  readonly sizes: readonly number[];
  readonly result: BenchResult;
  /** The cell of its matrix that has the most mistakes, label * 10 + answer. */
  readonly cell: number;
  /** The digits of that cell, the surest first; SHOWN at most. */
  readonly readings: readonly Reading[];
}

/** The file that the page fetches: /digits/bench.json. */
export interface BenchRecord {
  /** Bytes of the file of all 10,000 digits. */
  readonly bytes: number;
  readonly networks: readonly RecordedNetwork[];
  /** The explainer and its twin, which differ in their seed alone. */
  readonly twins: Shared;
}

/** So many digits of a cell are shown: five rows of six. */
export const SHOWN = 30;

/** The places of all digits that a record names, in order: those that /digits/bench.digits holds. */
export function namedIn({ networks }: BenchRecord): number[] {
  const all = networks.flatMap(({ readings, result }) => [...readings, ...result.disputed]);
  return [...new Set(all.map(({ index }) => index))].sort((one, other) => one - other);
}
