import { type Clause, none, ready } from './protocol.ts';

const NARROW = { width: 320, height: 800 };

export const width: Clause = {
  name: 'never scrolls sideways, 320 px wide',
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
        // What is folded away will be opened by somebody.
        for (const fold of document.querySelectorAll('details')) fold.open = true;
        const found: string[] = [];
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth > clientWidth)
          found.push(`the page is ${scrollWidth - clientWidth} px too wide`);
        for (const element of window.contract.frame().querySelectorAll('*')) {
          if (element.closest('pre') !== null || element.parentElement?.closest('svg')) continue;
          const style = getComputedStyle(element);
          const box = element.getBoundingClientRect();
          // Hidden from the eye, for listeners only; its place on the screen is of no account.
          if (box.width <= 1 || style.clipPath !== 'none' || style.position === 'fixed') continue;
          if (box.right > clientWidth + 0.5 || box.left < -0.5) {
            found.push(
              `${window.contract.nameOf(element)} reaches from ${box.left} to ${box.right} px`,
            );
          }
          const scrolls =
            /auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
          if (scrolls) found.push(`${window.contract.nameOf(element)} scrolls sideways by itself`);
        }
        return found;
      });
      none(wide, 'On a screen 320 px wide');
    } finally {
      if (size !== null) await page.setViewportSize(size);
    }
  },
};
