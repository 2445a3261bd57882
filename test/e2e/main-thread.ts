/** What a page's main thread did, from a trace that Chromium keeps: in CPU time of that thread, which other work on the machine hardly changes. */
import type { Page } from '@playwright/test';

/** One entry of a trace, as far as it is wanted. Times are in microseconds. */
interface Entry {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** CPU time of the thread. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

/** One task of the main thread, from its beginning to its end. */
export interface Task {
  /** Milliseconds of CPU time. */
  readonly cpu: number;
  /** Microseconds since some moment. */
  readonly began: number;
  /** What happened in it, by the names that the trace has; events of the DOM as `event:pointermove`. */
  readonly parts: readonly string[];
}

/** The tasks of the main thread of the page while something is done on it, in their order. */
export async function tasksDuring(page: Page, act: () => Promise<void>): Promise<Task[]> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('There is no browser to be traced.');
  await browser.startTracing(page, {
    categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  let text = '';
  try {
    await act();
  } finally {
    text = (await browser.stopTracing()).toString();
  }
  const { traceEvents } = JSON.parse(text) as { traceEvents: Entry[] };
  const seen = traceEvents.find(({ args }) => args?.data?.type === 'pointermove');
  if (seen === undefined) throw new Error('The trace has no pointer in it.');
  const own = traceEvents
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === seen.pid && tid === seen.tid)
    .sort((one, other) => one.ts - other.ts);
  const tasks: { began: number; ends: number; cpu: number; parts: string[] }[] = [];
  for (const { name, ts, dur = 0, tdur = 0, args } of own) {
    const last = tasks.at(-1);
    const isWithin = last !== undefined && ts < last.ends;
    if (!isWithin && name.endsWith('RunTask')) {
      tasks.push({ began: ts, ends: ts + dur, cpu: tdur / 1000, parts: [] });
    } else if (isWithin) {
      last.parts.push(name === 'EventDispatch' ? `event:${args?.data?.type ?? ''}` : name);
    }
  }
  return tasks;
}

/** A share of some numbers is no more than this. @param share from 0 to 1 */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
