/**
 * The recogniser's page keeps up with the pen: with everything open, on a processor four times as slow, and for as long as somebody may
 * draw. Times are CPU times of the main thread (main-thread.ts). LONG=1 draws for ten minutes' worth; otherwise for one.
 */
import type { CDPSession, Page } from '@playwright/test';
import { isLong } from '../tools/seed.ts';
import { PadUnderTest } from './drawing.ts';
import { expect, test } from './fixtures.ts';
import { type Mark, quantile, watchMainThread } from './main-thread.ts';

/** Longer tasks are felt; milliseconds. */
const LONGEST_TASK = 50;
const FOUR = [
  [0.5, 0.2, 0.45, 0.23, 0.33, 0.34, 0.33, 0.46, 0.42, 0.52, 0.55, 0.5, 0.64, 0.42],
  [0.65, 0.18, 0.64, 0.4, 0.63, 0.6, 0.62, 0.82],
];
const TABS = ['Why this answer', 'Teach it', 'Four networks', 'Your drawings'];

/** Draws once round the pad as a hand does, a point every 16 ms, however long the page takes for each. */
async function drawRound(pad: PadUnderTest, cdp: CDPSession, turn: number): Promise<void> {
  const at = await pad.screen();
  const place = (i: number): { x: number; y: number } =>
    at(0.5 + 0.28 * Math.cos(turn + i / 8), 0.5 + 0.32 * Math.sin(turn + i / 8));
  const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', i: number): unknown =>
    cdp.send('Input.dispatchMouseEvent', {
      type,
      ...place(i),
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
    });
  await send('mousePressed', 0);
  const moves: unknown[] = [];
  for (let i = 1; i < 50; i++) {
    moves.push(send('mouseMoved', i));
    await pad.page.waitForTimeout(16);
  }
  await Promise.all(moves);
  await send('mouseReleased', 49);
}

/** From now on the page notes when a point comes in, when there is more ink, and when there is another reading. */
async function note(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noting = (name: string) => (): void => void performance.mark(name);
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    addEventListener('pointermove', noting('point'), { capture: true });
    const follow = (selector: string, name: string): void => {
      const place = document.querySelector(selector);
      if (place === null) throw new Error(`There is no ${selector}.`);
      new MutationObserver(noting(name)).observe(place, all);
    };
    follow('[role=application] svg', 'ink');
    follow('.reading', 'reading');
  });
}

/** What the thread worked from each point that left ink to its ink, and to the reading after it. */
function delays(marks: readonly Mark[]): { ink: number[]; reading: number[] } {
  const ink: number[] = [];
  const reading: number[] = [];
  marks.forEach(({ name, worked }, i) => {
    const next = marks.at(i + 1);
    if (name !== 'point' || next?.name !== 'ink') return;
    ink.push(next.worked - worked);
    const read = marks.slice(i).find((mark) => mark.name === 'reading');
    if (read) reading.push(read.worked - worked);
  });
  return { ink, reading };
}

function report(what: string, numbers: object): void {
  test.info().annotations.push({ type: what, description: JSON.stringify(numbers) });
}

test('ink follows the pen and scores follow the ink on a slow processor, whatever panel is open', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const pad = new PadUnderTest(page);
  await pad.open();
  const cdp = await page.context().newCDPSession(page);
  await pad.byMouse(FOUR);
  await expect(page.locator('.alike li')).toHaveCount(8);
  await note(page);
  const ink: number[] = [];
  const reading: number[] = [];
  for (const [turn, name] of TABS.entries()) {
    await page.getByRole('tab', { name }).click();
    await expect(page.locator('.panel:not([hidden])')).not.toHaveText(/^\s*One moment\.\s*$/);
    await pad.clear();
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const { marks } = await watchMainThread(browser, page, () => drawRound(pad, cdp, turn));
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const found = delays(marks);
    expect(found.ink.length, name).toBeGreaterThan(10);
    ink.push(...found.ink);
    reading.push(...found.reading);
    report(name, {
      ink: [0.5, 0.95].map((share) => quantile(found.ink, share)),
      reading: [0.5, 0.95].map((share) => quantile(found.reading, share)),
    });
  }
  expect(quantile(ink, 0.95)).toBeLessThan(17);
  // Half of that where nothing else runs: who shares a core has a slower one.
  expect(quantile(reading, 0.5)).toBeLessThan(100);
});

test('no panel holds the page up, opened or drawn beside, and all 60,000 are looked through elsewhere', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const pad = new PadUnderTest(page);
  await pad.open();
  const longest: Record<string, number> = {};
  const watch = async (what: string, act: () => Promise<void>): Promise<void> => {
    const { tasks } = await watchMainThread(browser, page, act);
    longest[what] = Math.max(...tasks);
  };
  const alike = page.locator('.alike');
  await watch('the first strokes, and what comes of them', async () => {
    await pad.byMouse(FOUR);
    await expect(alike.locator('li')).toHaveCount(8);
    await expect(page.locator('.least')).toContainText('Without it');
  });
  await watch('weights that have learned nothing', async () => {
    await pad.press('The same for random weights');
    await expect(page.getByText(/agrees with it at r = /)).toBeVisible();
  });
  await watch('another stroke', async () => {
    const before = await alike.locator('..').innerText();
    await pad.byMouse([[0.2, 0.2, 0.3, 0.3, 0.5, 0.35]]);
    await expect.poll(() => alike.locator('..').innerText()).not.toBe(before);
  });
  await watch('all 60,000 fetched', async () => {
    await page.getByRole('button', { name: /Look through all 60,000/ }).click();
    await expect(alike.getByText('of the 60,000 training digits')).toBeVisible();
  });
  const took: number[] = [];
  await watch('all 60,000 looked through', async () => {
    for (let i = 0; i < 5; i++) {
      const before = await alike.innerText();
      await pad.byMouse([[0.2 + i / 10, 0.2, 0.3 + i / 10, 0.7]]);
      await expect.poll(() => alike.innerText()).not.toBe(before);
      const words = await page.getByText(/^Looked through in \d+ ms\./).innerText();
      took.push(Number(/\d+/.exec(words)?.[0]));
    }
  });
  for (const name of TABS.toReversed()) {
    await watch(name, async () => {
      await page.getByRole('tab', { name }).click();
      await expect(page.locator('.panel:not([hidden])')).not.toHaveText(/^\s*One moment\.\s*$/);
    });
  }
  report('longest tasks', longest);
  report('milliseconds for 60,000', took);
  // A machine that does something else besides takes up to twice as long as one that does not.
  expect(Math.min(...took)).toBeLessThan(120);
  expect(Object.entries(longest).filter(([, task]) => task >= LONGEST_TASK)).toEqual([]);
});

test('whoever draws for minutes leaves nothing behind', async ({ page }) => {
  test.setTimeout(isLong ? 600_000 : 60_000);
  const pad = new PadUnderTest(page);
  await pad.open();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  // Pressed from within: what a test keeps of each press it makes would be counted, too.
  const clear = await page
    .getByRole('button', { name: 'Clear', exact: true })
    .evaluateHandle((button: HTMLElement) => () => button.click());
  /** A drawing of three strokes, and a cleared pad. */
  const drawing = async (i: number): Promise<void> => {
    const x = 0.2 + (i % 7) / 20;
    await pad.byMouse([...FOUR, [x, 0.3, x + 0.1, 0.5, x + 0.2, 0.7]]);
    await page.waitForTimeout(isLong ? 200 : 20); // in the long run panels follow each
    await clear.evaluate((press) => press());
  };
  /** With the same on the page each time. */
  const measure = async (): Promise<Record<'heap' | 'nodes' | 'listeners', number>> => {
    await pad.byMouse(FOUR);
    await expect(page.locator('.least')).toContainText('Without it');
    await page.waitForTimeout(1000);
    for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    await clear.evaluate((press) => press());
    const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };
  // Three minutes of a busy hand's twenty drawings each, the first of which the engine takes to compile what it runs often; then eight.
  const [early, all] = isLong ? [60, 220] : [20, 44];
  let done = 0;
  while (done < early) await drawing(done++);
  await measure(); // what comes with the first answer to why is here from now on
  const before = await measure();
  while (done < all) await drawing(done++);
  const after = await measure();
  report('heap, nodes and listeners', { before, after });
  // In the short form what the engine keeps of the first minutes counts for more.
  expect(after.heap).toBeLessThan((isLong ? 1.05 : 1.06) * before.heap);
  expect(after.nodes).toBeLessThan(1.05 * before.nodes);
  expect(after.listeners).toBeLessThan(1.05 * before.listeners);
});
