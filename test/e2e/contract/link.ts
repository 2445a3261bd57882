import type { Page } from '@playwright/test';
import { act, actsOf } from './acts.ts';
import { Breach, type Clause, difference, filled, ready } from './protocol.ts';

/** How many things are done before the link is copied, in the whole measure and every day. */
const ACTS = { whole: 12, daily: 6 };

/**
 * What a figure shows comes back by the link that can be copied from it: on another device, which kept nothing. A guess, and what one has
 * in hand (`data-hand`: a tool, a bet that is kept on the device), are the reader's and not the figure's; so is which digit of its kind a
 * strip has on offer (`data-offer`), namely the last that the reader saw. What is chosen of it is the figure's.
 */
export const link: Clause = {
  name: 'comes back by its link as it was',
  daily: 'none',
  isLive: true,
  async check(page, share) {
    const address = page.url().split(/[?#]/)[0];
    // What the specimen's reader begins with no link can say: it is made up for the specimen.
    await ready(page);
    if (await page.evaluate(() => 'beginsElsewhere' in window.contract.frame().dataset)) return;
    try {
      await open(page, `${address}?linked`);
      const stays = await page.evaluate(() =>
        window.contract.controls().map((one) => one.closest('[data-guess], [data-hand]') !== null),
      );
      for (const one of await actsOf(page, ACTS[share < 1 ? 'daily' : 'whole']))
        if (!stays[one.index]) await act(page, one);
      await filled(page);
      const before = await shown(page);
      const address2 = await page.evaluate(() => {
        const detail = { link: '' };
        document.dispatchEvent(new CustomEvent('workbench:link', { detail }));
        return detail.link;
      });
      const url = new URL(address2);
      url.searchParams.set('linked', '');
      await page.evaluate(() => localStorage.clear());
      await open(page, url.href);
      const after = await shown(page);
      if (after !== before) {
        throw new Breach(`It comes back otherwise by ${url.search}, ${difference(before, after)}`);
      }
    } finally {
      await page.evaluate(() => localStorage.clear());
      await page.goto(address);
    }
  },
};

/** Opens an address anew, though only its hash may differ. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
  await ready(page);
  await filled(page);
}

/** The words and the pictures, without where the focus may go and what can be undone. */
async function shown(page: Page): Promise<string> {
  return page.evaluate(() => {
    const lines = window.contract.state(window.contract.frame(), '[data-offer]').split('\n');
    return lines
      .map((line) =>
        line.replace(
          / (tabindex|aria-disabled|disabled|aria-activedescendant|data-cursor)=\S*/g,
          '',
        ),
      )
      .join('\n');
  });
}
