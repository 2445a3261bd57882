/** The bar at the foot of a chapter, while a figure shows something else than the chapter speaks of. */
import type { Locator, Page } from '@playwright/test';
import { axeOn, violations } from './contract/axe.ts';
import { expect, readThrough, test } from './fixtures.ts';

const ADDRESS = '/neurons/';

/** The numerals that the figures' pickers stand at. */
const chosen = (page: Page): Promise<string[]> =>
  page
    .locator('[data-figure] .picker input:checked')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

/** Opens the chapter, and chooses another digit in the figure of the whole network. @returns the bar, and what stood there before */
async function chooseAnother(page: Page): Promise<{ bar: Locator; before: string[] }> {
  await page.goto(ADDRESS);
  await readThrough(page);
  const bar = page.locator('[data-example]');
  await expect(bar).toBeHidden();
  const before = await chosen(page);
  expect(before.length).toBeGreaterThan(1);
  const picker = page.locator('#network-at-work .picker');
  await picker.getByRole('radio', { name: /^7, digit/ }).check({ force: true });
  await expect(bar).toBeVisible();
  return { bar, before };
}

for (const [name, width] of [
  ['a wide window', 1280],
  ['the narrowest phone', 320],
] as const) {
  test.describe(`in ${name}`, () => {
    test.use({ viewport: { width, height: 740 } });

    test('it says what is shown, and one press brings the example back in all figures', async ({
      page,
    }) => {
      const { bar, before } = await chooseAnother(page);
      await expect(bar.getByRole('status')).toHaveText(
        /^Figures show the 7 that you chose\. The text speaks of the chapter's example\.$/,
      );
      expect(await chosen(page)).not.toEqual(before);
      await bar.getByRole('button', { name: "Back to the chapter's example" }).click();
      await expect(bar).toBeHidden();
      await expect.poll(() => chosen(page)).toEqual(before);
    });

    test('it leaves room: what has the focus is never under it, and it passes axe', async ({
      page,
    }) => {
      const { bar } = await chooseAnother(page);
      const box = await bar.boundingBox();
      expect(box?.height ?? Infinity).toBeLessThan(740 / 5);
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? Infinity) <= width).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const hidden: string[] = [];
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press('Tab');
        const under = await page.evaluate(() => {
          const here = document.activeElement;
          const foot = document.querySelector('[data-example]');
          if (!here || !foot || foot.contains(here)) return null;
          const { top } = foot.getBoundingClientRect();
          const focused = here.getBoundingClientRect();
          return focused.height > 0 && focused.top >= top - 1 ? here.outerHTML.slice(0, 100) : null;
        });
        if (under !== null) hidden.push(under);
      }
      expect(hidden).toEqual([]);
      // At the end of the chapter it lies below all, on nothing.
      await page.locator('footer').last().scrollIntoViewIfNeeded();
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      const clash = await page.evaluate(() => {
        const foot = document.querySelector('[data-example]');
        const last = foot?.previousElementSibling;
        if (!foot || !last) return 'no bar';
        return last.getBoundingClientRect().bottom > foot.getBoundingClientRect().top + 1;
      });
      expect(clash).toBe(false);
      expect(await violations(axeOn(page).include('[data-example]'))).toEqual([]);
    });
  });
}
