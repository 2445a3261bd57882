import { layoutFaults } from '../layout/in-page.ts';
import { type Clause, none, ready } from './protocol.ts';

const NARROW = { width: 320, height: 800 };

export const width: Clause = {
  name: 'lies as it should and never scrolls sideways, 320 px wide',
  daily: 'first',
  async check(page) {
    const size = page.viewportSize();
    await page.setViewportSize(NARROW);
    try {
      await ready(page);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      const wide = await page.evaluate(() => {
        const frame = window.contract.frame();
        // What is folded away will be opened by somebody. (Not the page's own menu, which then lies over the figure.)
        for (const fold of frame.querySelectorAll('details')) fold.open = true;
        const found: string[] = [];
        for (const element of frame.querySelectorAll('*')) {
          if (element.closest('pre') !== null || element.parentElement?.closest('svg')) continue;
          const scrolls =
            /auto|scroll/.test(getComputedStyle(element).overflowX) &&
            element.scrollWidth > element.clientWidth + 1;
          if (scrolls) found.push(`${window.contract.nameOf(element)} scrolls sideways by itself`);
        }
        return found;
      });
      const faults = await page.evaluate(layoutFaults, '[data-specimen]');
      none([...faults, ...wide], 'On a screen 320 px wide');
    } finally {
      if (size !== null) await page.setViewportSize(size);
    }
  },
};
