import type { CDPSession, Page } from '@playwright/test';
import { type Clause, isFirst, none, ready, remount, settled } from './protocol.ts';

const MOUNTS = 50;
/** What a browser itself may hold on to, whatever the number of mounts; one a mount would be 50. */
const SLACK = { nodes: 40, jsEventListeners: 15 };

interface Counts {
  nodes: number;
  jsEventListeners: number;
  workers: number;
}

export const leaks: Clause = {
  name: 'gives back its nodes, listeners and workers',
  daily: 'none',
  isLive: true,
  async check(page) {
    await ready(page);
    if (!isFirst(page.url())) return; // mounting is the widget's, whatever its state
    // The first mounts fill caches that are kept on purpose.
    await remount(page, 5);
    const cdp = await page.context().newCDPSession(page);
    const before = await count(page, cdp);
    await remount(page, MOUNTS);
    let after = await count(page, cdp);
    for (let i = 0; i < 3 && faults(before, after).length > 0; i++) {
      await page.waitForTimeout(300); // what is under way, a download for one, holds on to its widget until it ends
      after = await count(page, cdp);
    }
    await cdp.detach();
    none(faults(before, after), `After ${MOUNTS} mounts there are more than before`);
  },
};

function faults(before: Counts, after: Counts): string[] {
  const slack = { ...SLACK, workers: 0 };
  return (['nodes', 'jsEventListeners', 'workers'] as const)
    .filter((what) => after[what] > before[what] + slack[what])
    .map((what) => `${what}: ${before[what]}, then ${after[what]}`);
}

async function count(page: Page, cdp: CDPSession): Promise<Counts> {
  await settled(page, 2000);
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return { nodes, jsEventListeners, workers: page.workers().length };
}
