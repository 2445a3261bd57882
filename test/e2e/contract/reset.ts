import {
  Breach,
  type Clause,
  difference,
  filled,
  ready,
  remount,
  settled,
  state,
} from './protocol.ts';
import { SEED } from '../../tools/seed.ts';
import { synthetic } from './synthetic.ts';

const SYNTHETIC = 1500;
/** How long a fresh mount may take to come to rest, in milliseconds. */
const PATIENCE = 4000;

/**
 * After Reset the widget equals a fresh mount of itself. That leaves the reader's own choices out of it, the digit for one: they are
 * not the widget's to reset, and a fresh mount begins with the same.
 */
export const reset: Clause = {
  name: 'is as at first after Reset',
  daily: 'first',
  isLive: true,
  async check(page, share) {
    await ready(page);
    const reason = await page.evaluate(() => window.contract.frame().dataset['noReset']);
    if (reason !== undefined) {
      if (reason.length < 20)
        throw new Breach('It has no Reset, and its specimens do not say why.');
      return;
    }
    const button = page
      .locator('[data-specimen]')
      .getByRole('button', { name: 'Reset', exact: true });
    if ((await button.count()) !== 1) {
      throw new Breach(`It has ${await button.count()} buttons named Reset instead of one.`);
    }
    await synthetic(page, SEED + 1, share * SYNTHETIC); // other events than those before
    await button.evaluate((one: HTMLElement) => one.click());
    // One that is busy for good is so afresh, too.
    const after = await filled(page).catch(() => settled(page));
    await remount(page);
    const end = performance.now() + PATIENCE;
    let fresh = await settled(page);
    while (fresh !== after && performance.now() < end) {
      await page.waitForTimeout(100);
      fresh = await state(page);
    }
    if (fresh !== after) {
      throw new Breach(
        `After Reset (SEED=${SEED}) it differs from a fresh one, ${difference(fresh, after)}`,
      );
    }
  },
};
