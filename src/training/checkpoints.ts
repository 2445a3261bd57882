import type { Checkpoint } from './run.ts';

/** Checkpoints of a run that are kept: at 0.2 MB each for 784-30-10, some 10 MB. */
const MOST = 48;

/**
 * The checkpoints with another behind them. As they become too many, those at every second, every fourth epoch and so on are left; the
 * start and the newest always stay.
 */
export function withCheckpoint(
  checkpoints: readonly Checkpoint[],
  checkpoint: Checkpoint,
): readonly Checkpoint[] {
  let stride = 1;
  while (checkpoint.epoch / stride > MOST - 2) stride *= 2;
  return [...checkpoints.filter(({ epoch }) => epoch % stride === 0), checkpoint];
}
