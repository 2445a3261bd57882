import { SEED } from '../../tools/seed.ts';
import { Breach, type Clause, difference, filled, none, reopen, state } from './protocol.ts';
import { synthetic } from './synthetic.ts';

/** Milliseconds that it may take to answer a press, and how often and how long it is then seen to hold still: what goes in circles may be back where it was at one look, and not at four. */
const ANSWER = 500;
const LOOKS = 4;
const BETWEEN = 230;

export const motion: Clause = {
  name: 'moves nothing where the reader wants no motion',
  daily: 'none',
  isLive: true,
  async check(page) {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    try {
      await reopen(page);
      const play = page.locator('[data-specimen]').getByRole('button', { name: /^Play/ });
      if ((await play.count()) > 0) {
        await filled(page);
        await play.first().evaluate((one: HTMLElement) => one.click());
        await page.waitForTimeout(ANSWER);
        const before = await state(page);
        for (let look = 0; look < LOOKS; look++) {
          await page.waitForTimeout(BETWEEN);
          const after = await state(page);
          if (after !== before) {
            throw new Breach(`It goes on changing after Play, ${difference(before, after)}`);
          }
        }
      }
      await synthetic(page, SEED + 2, 400);
      const moving = await page.evaluate(() =>
        window.contract
          .frame()
          .getAnimations({ subtree: true })
          .filter(({ playState, effect }) => {
            const { duration, iterations } = effect?.getComputedTiming() ?? {};
            const isLong = typeof duration === 'number' && duration > 10;
            return playState === 'running' && (isLong || iterations === Infinity);
          })
          .map(({ effect }) =>
            window.contract.nameOf((effect as KeyframeEffect).target as Element),
          ),
      );
      none(moving, 'It moves, though the reader wants no motion');
    } finally {
      await page.emulateMedia({ reducedMotion: null });
    }
  },
};
