/** Runs stages on two processors, none hiding another: what stands on a failed one is left out and said to be, all else goes on. */
import type { Counts } from './counts.ts';
import type { Stage } from './stages.ts';

const PROCESSORS = 2;

/** How a stage ended. */
export interface End extends Counts {
  readonly name: string;
  readonly title: string;
  readonly seconds: number;
  /** Why it did not run at all, if so: it stands on a stage that failed. It counts as one failure then. */
  readonly leftOut?: string;
}

/** What running a stage comes to, without its name and time. */
export type Outcome = Counts;

/**
 * Starts each stage once what it needs has ended and enough processors are free, in the order of the names; a later one may go first
 * where there is room for it and not for the earlier.
 * @param names of the stages to run; a stage that is needed and not named is taken to have ended well
 * @param run runs one to its end. @param isAlone whether nothing runs beside it
 * @returns how each ended, in the order of the names
 */
export async function schedule(
  stages: Readonly<Record<string, Stage>>,
  names: readonly string[],
  run: (name: string, isAlone: boolean) => Promise<Outcome>,
): Promise<End[]> {
  const ends = new Map<string, End>();
  const waiting = [...names];
  const running = new Map<string, Promise<void>>();
  const busy = (): number =>
    [...running.keys()].reduce((sum, name) => sum + stages[name].processors, 0);
  const mayGo = (name: string): boolean =>
    (stages[name].needs ?? []).every((need) => ends.has(need) || !names.includes(need));

  while (ends.size < names.length) {
    for (const name of waiting.filter(mayGo)) {
      const { title, processors, needs = [] } = stages[name];
      const broken = needs.find((need) => (ends.get(need)?.failed ?? 0) > 0);
      if (broken !== undefined) {
        waiting.splice(waiting.indexOf(name), 1);
        const leftOut = `not run, since '${broken}' failed`;
        const none = { passed: 0, failed: 1, skipped: 0, failures: [leftOut] };
        ends.set(name, { name, title, seconds: 0, leftOut, ...none });
      } else if (busy() + processors <= PROCESSORS) {
        waiting.splice(waiting.indexOf(name), 1);
        const begun = performance.now();
        const work = run(name, processors === PROCESSORS).then((outcome) => {
          running.delete(name);
          ends.set(name, { name, title, seconds: (performance.now() - begun) / 1000, ...outcome });
        });
        running.set(name, work);
      }
    }
    if (running.size > 0) await Promise.race(running.values());
    else if (!waiting.some(mayGo) && ends.size < names.length) {
      throw new Error(`These stages wait for one another: ${waiting.join(', ')}.`);
    }
  }
  return names.map((name) => ends.get(name)).filter((end) => end !== undefined);
}

/** The table of all stages, the failures below it, and as the last line the count of all. */
export function summary(ends: readonly End[]): string {
  const rows = ends.map(({ name, passed, failed, seconds, leftOut }) => [
    name,
    ...(leftOut === undefined ? [passed, failed, seconds.toFixed(0)] : ['-', leftOut, '-']).map(
      String,
    ),
  ]);
  const head = ['stage', 'passed', 'failed', 'seconds'];
  const widths = head.map((word, i) => Math.max(word.length, ...rows.map((row) => row[i].length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ');
  const table = [head, ...rows].map(line).join('\n');
  const failures = ends
    .filter(({ failed, leftOut }) => failed > 0 && leftOut === undefined)
    .map(({ name, title, failures: found }) =>
      [`\n${name} (${title}):`, ...found.map((one) => `  - ${one}`)].join('\n'),
    );
  const sum = (key: 'passed' | 'failed'): number => ends.reduce((all, end) => all + end[key], 0);
  return [table, ...failures, `\n${sum('passed')} passed, ${sum('failed')} failed`].join('\n');
}
