import type { Verdict } from '@/recogniser/verdict.ts';
import type { NetworkKey } from '../demo-tools.ts';

/** What one network makes of the drawing. */
export interface Vote {
  readonly key: NetworkKey;
  readonly name: string;
  readonly sizes: readonly number[];
  /** How good it is, in a few words; empty while that is not known. */
  readonly accuracy: string;
  /** Null where there is nothing to read. */
  readonly scores: Float64Array | null;
  readonly verdict: Verdict;
  /** The digit that it scores highest; null where there is nothing to read. */
  readonly best: number | null;
}
