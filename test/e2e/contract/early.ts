import type { Page } from '@playwright/test';
import { type Act, act, actsOf, again } from './acts.ts';
import { install } from './in-page.ts';
import { Breach, type Clause, difference, filled, ready, reopen } from './protocol.ts';

/** How many things are done. */
const ACTS = 4;
/** The JavaScript that wakes it: what it is made of, by Astro's name for the part of a page that a component has. */
const SCRIPTS = /\/_astro\/.*\.js$/;

/**
 * What is done before a figure wakes counts as if it had been done after. It is entered asleep first: what a field then held is entered
 * once more into a figure that lives, for there a slider may have another range by then, and a list other places.
 */
export const early: Clause = {
  name: 'keeps what was entered before it woke',
  daily: 'none',
  isLive: true,
  async check(page) {
    await ready(page);
    await filled(page);
    const acts = (await actsOf(page, 3 * ACTS))
      .filter(({ kind, part }) => kind !== 'range' || part === 0.8)
      .slice(0, ACTS);
    if (acts.length === 0) return;
    const awake = await marksOf(page);

    let wake = (): void => undefined;
    const held = new Promise<void>((resolve) => (wake = resolve));
    await page.route(SCRIPTS, async (route) => {
      await held;
      await route.fallback();
    });
    const entered: Act[] = [];
    try {
      await page.reload({ waitUntil: 'commit' });
      await page.waitForSelector('[data-specimen] *', { state: 'attached' });
      await page.evaluate(() =>
        document.readyState === 'loading'
          ? new Promise<void>((go) =>
              document.addEventListener('readystatechange', () => go(), { once: true }),
            )
          : undefined,
      );
      await page.evaluate(install);
      await actsOf(page, 3 * ACTS); // the same controls, asleep
      const asleep = await marksOf(page);
      for (const one of acts) {
        const index = asleep.indexOf(awake[one.index]);
        const same = index < 0 ? one : { ...one, index };
        if (await act(page, same)) entered.push({ ...(await again(page, same)), index: one.index });
      }
    } finally {
      wake();
    }
    await ready(page);
    const now = await filled(page);
    await page.unroute(SCRIPTS);

    await reopen(page);
    await filled(page);
    await actsOf(page, 3 * ACTS);
    for (const one of entered) await act(page, one);
    const late = await filled(page);
    if (now !== late) {
      throw new Breach(
        `What was done before it woke is not as done after, ${difference(late, now)}`,
      );
    }
    await reopen(page);
  },
};

/** What each control of the list is, for others may have come before it by the time the figure lives: its name, and which of that name. */
async function marksOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const names = window.contract.listed.map(window.contract.nameOf);
    return names.map((name, i) => `${name} ${names.slice(0, i).filter((n) => n === name).length}`);
  });
}
