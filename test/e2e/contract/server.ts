import { install } from './in-page.ts';
import { Breach, type Clause, none } from './protocol.ts';

/** Its page runs no script: all is as the server sent it. */
export const server: Clause = {
  name: 'is readable without script',
  daily: 'every',
  isScriptless: true,
  async check(page) {
    await page.evaluate(install);
    const { words, bad, bare } = await page.evaluate(() => {
      const frame = window.contract.frame();
      // A fold opens without script.
      for (const fold of frame.querySelectorAll('details')) fold.open = true;
      // A canvas is empty without script: a picture stands in its place, beside it or within what holds it.
      const picture = 'svg, img, picture';
      const hasPicture = (canvas: Element): boolean => {
        let around = canvas.parentElement;
        for (let i = 0; i < 2 && around && around !== frame; i++, around = around.parentElement) {
          const seen = [...around.querySelectorAll(picture)].some((one) => {
            const { width, height } = one.getBoundingClientRect();
            return width > 2 && height > 2 && one.checkVisibility({ visibilityProperty: true });
          });
          if (seen) return true;
        }
        return false;
      };
      const canvases = [...frame.querySelectorAll('canvas')];
      const seen = frame.innerText.trim() !== '' || frame.querySelector(picture) !== null;
      return {
        words: seen,
        bad: window.contract.badWords(frame),
        bare: canvases.filter((one) => !hasPicture(one)).map(window.contract.nameOf),
      };
    });
    if (!words) throw new Breach('Without script there is nothing to read or to see.');
    none(bad, 'The server sent words that come of something gone wrong');
    none(bare, 'Without script no picture stands in the place of a canvas');
  },
};
