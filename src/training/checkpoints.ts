import type { Checkpoint } from './run.ts';

/** So many checkpoints of a run are kept; they are 0.2 MB each for 784-30-10. */
const MOST = 48;

/**
 * The checkpoints with another behind them. When they become too many, every second one goes; the start and the newest always stay.
 */
export function withCheckpoint(
  checkpoints: readonly Checkpoint[],
  checkpoint: Checkpoint,
): readonly Checkpoint[] {
  const kept = checkpoints.length < MOST ? checkpoints : checkpoints.filter((_, i) => i % 2 === 0);
  return [...kept, checkpoint];
}
