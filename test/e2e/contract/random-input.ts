import { type Clause, Breach, Complaints, none, ready, settled } from './protocol.ts';
import { SEED } from '../../tools/seed.ts';
import { synthetic } from './synthetic.ts';
import { trusted } from './trusted.ts';

const SYNTHETIC = Number(process.env['EVENTS'] ?? 10_000);
const TRUSTED = 300;

export const randomInput: Clause = {
  name: 'outlives 10,000 random events and 300 trusted ones',
  daily: 'first',
  isLive: true,
  async check(page, share) {
    await ready(page);
    const address = page.url();
    const complaints = new Complaints(page);
    const seed = `with SEED=${SEED}`;
    try {
      none(
        await synthetic(page, SEED, share * SYNTHETIC),
        `Random events made it say nonsense, ${seed}`,
      );
      await trusted(page, SEED, share * TRUSTED);
      await settled(page, 1000);
      none(
        await page.evaluate(() => window.contract.badWords(window.contract.frame())),
        `Trusted events made it say nonsense, ${seed}`,
      );
    } finally {
      none(await complaints.close(), `Random events made it complain, ${seed}`);
    }
    const isThere = await page.evaluate(() => window.contract.frame().childElementCount > 0);
    if (!isThere) throw new Breach(`Random events left nothing of the widget, ${seed}.`);
    // What a widget writes into its own link is its own affair.
    if (page.url().split(/[?#]/)[0] !== address.split(/[?#]/)[0]) {
      throw new Breach(`Random events led to ${page.url()}, ${seed}.`);
    }
  },
};
