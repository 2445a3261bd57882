/**
 * What the main thread does, from Chromium's own trace, in its CPU time: a machine that is busy with something else stretches the time of
 * the clock, and hardly this.
 */
import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** When it began, and what the thread had worked by then; microseconds. */
  readonly ts: number;
  readonly tts?: number;
  /** How long it took, and how much of that the thread worked; microseconds. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly chrome_mojo_event_info?: { readonly mojo_interface_tag?: string } };
}

/** Something that the page under test noted. */
export interface Mark {
  readonly name: string;
  /** What the main thread had worked by then, in milliseconds since some moment. */
  readonly worked: number;
}

export interface MainThread {
  /** CPU time of each of its tasks, in milliseconds, but for what the test itself runs in the page. */
  readonly tasks: readonly number[];
  /** What `performance.mark` noted, in order. */
  readonly marks: readonly Mark[];
}

const HERE = 'main thread under test';

/** Watches a page's main thread while something is done there. */
export async function watchMainThread(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<MainThread> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  let trace: Buffer;
  try {
    await page.evaluate((name) => performance.mark(name), HERE);
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const here = traceEvents.find(({ name }) => name === HERE);
  if (here === undefined) throw new Error('The trace knows nothing of the page.');
  const own = traceEvents
    .filter(({ pid, tid, ts }) => pid === here.pid && tid === here.tid && ts >= here.ts)
    .sort((one, other) => one.ts - other.ts);
  const ofTest = own.filter(
    ({ args }) =>
      args?.chrome_mojo_event_info?.mojo_interface_tag === 'blink.mojom.DevToolsSession',
  );
  const tasks = own.filter(({ name, ph, ts, dur = 0, tdur }) => {
    const holds = (one: TraceEvent): boolean => one.ts >= ts && one.ts <= ts + dur;
    // One that was under way when the trace ended has no end there.
    return ph === 'X' && name.endsWith('RunTask') && tdur !== undefined && !ofTest.some(holds);
  });
  const marks = own.filter(
    ({ cat, ph }) => cat.includes('blink.user_timing') && 'RIn'.includes(ph),
  );
  if (tasks.length === 0) throw new Error('This Chromium does not say what its threads worked.');
  return {
    tasks: tasks.map(({ tdur = NaN }) => tdur / 1000),
    marks: marks.map(({ name, tts = NaN }) => ({ name, worked: tts / 1000 })),
  };
}

/** So much of them is at most this. @param share 0.95 for 95% */
export function quantile(numbers: readonly number[], share: number): number {
  if (numbers.length === 0) throw new Error('There is nothing to measure.');
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
