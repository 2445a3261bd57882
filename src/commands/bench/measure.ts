/** Something to be timed again and again. */
export interface Task {
  /** Does the work once. Runs need not be alike, but must take alike. */
  readonly run: () => void | Promise<void>;
}

/** The middle of numbers; between two middles, halfway. NaN where there are none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * Times tasks in turn, round after round, so that a busy minute of the machine falls on all of them. A first round, in which engines
 * find out what is worth compiling well, is not counted.
 * @param now a clock in milliseconds
 * @returns the median milliseconds of each task's run
 */
export async function interleave(
  tasks: readonly Task[],
  repeats: number,
  now: () => number,
): Promise<Map<Task, number>> {
  const times = new Map(tasks.map((task): [Task, number[]] => [task, []]));
  for (let round = 0; round <= repeats; round++) {
    for (const [task, list] of times) {
      const start = now();
      await task.run();
      if (round > 0) list.push(now() - start);
    }
  }
  return new Map([...times].map(([task, list]) => [task, median(list)]));
}
