import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { budgetOf, chapters, pages } from './built-site.ts';
import { LOOKS, TAGS, arrived, axeOn, violations } from './contract/axe.ts';
import { expect, looking, readThrough, settled, test } from './fixtures.ts';
import { expectToLieWell } from './layout/every-width.ts';

/** The rules of axe whose outcome may differ from one theme or width to the next. */
const RULES_OF_LOOK = [
  'color-contrast',
  'target-size',
  'link-in-text-block',
  'scrollable-region-focusable',
];

test('the build has a home page, the recogniser and a page for what is not there', () => {
  expect(pages).toEqual(expect.arrayContaining(['/', '/recogniser/', '/404.html']));
});

test('an address that does not exist answers 404 with a page of ours', async ({ page, faults }) => {
  faults.expect(/404/);
  const response = await page.goto('/no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('a[href="/"]').first()).toBeVisible();
});

for (const address of pages) {
  test.describe(address, () => {
    // In one worker, one after the other, for the sake of the page that they share.
    looking.describe.configure({ mode: 'default' });

    looking('opens, comes alive and keeps within its budget of bytes', async ({ look }) => {
      const page = await look.fresh();
      const sizes = { script: 0, style: 0, html: 0, other: 0 };
      const bodies: Promise<void>[] = [];
      const weigh = (response: Response): void => {
        bodies.push(
          response.body().then((body) => {
            const type = response.headers()['content-type'] ?? '';
            const bytes = gzipSync(body).length;
            if (/javascript/.test(type)) sizes.script += bytes;
            else if (/css/.test(type)) sizes.style += bytes;
            else if (/html/.test(type)) sizes.html += bytes;
            else if (!/font/.test(type)) sizes.other += bytes;
          }),
        );
      };
      page.on('response', weigh);
      const response = await page.goto(address, { waitUntil: 'networkidle' });
      page.off('response', weigh); // what comes with scrolling is outside the budget, and may outlast the test
      expect(response?.status()).toBe(200);
      await Promise.all(bodies);
      const budget = budgetOf(address);
      expect.soft(sizes.html, 'HTML').toBeLessThanOrEqual(budget.html);
      expect.soft(sizes.style, 'CSS').toBeLessThanOrEqual(budget.style);
      expect.soft(sizes.script, 'JavaScript').toBeLessThanOrEqual(budget.script);
      expect.soft(sizes.other, 'data and pictures').toBeLessThanOrEqual(budget.other);

      await readThrough(page);
      await expect(page.locator('h1')).toHaveCount(1);
      // Where the running text names such a thing, it is meant, and stands there as code.
      await page.locator('.chapter-text > p code').evaluateAll((names) => {
        for (const name of names) if (name instanceof HTMLElement) name.style.display = 'none';
      });
      expect(await page.locator('body').innerText()).not.toMatch(/\bNaN\b|\bundefined\b|\[object /);
    });

    looking(
      'has no fault that axe knows, light and dark, 320 and 1280 px wide',
      async ({ look }) => {
        test.setTimeout(180_000);
        const page = await look(address);
        await readThrough(page);
        const [first] = LOOKS;
        for (const look of LOOKS) {
          await page.emulateMedia({ colorScheme: look.colorScheme });
          await page.setViewportSize({ width: look.width, height: 800 });
          await page.evaluate(arrived);
          const axe = axeOn(page);
          if (look === first) {
            axe.withTags(TAGS);
          } else {
            axe.withRules(RULES_OF_LOOK);
            // Figures are looked at one by one by their contract, in every look.
            if (chapters.includes(address)) axe.exclude('figure astro-island');
          }
          const name = `${look.colorScheme}, ${look.width} px wide`;
          expect.soft(await violations(axe), name).toEqual([]);
        }
        await page.emulateMedia({ colorScheme: null });
      },
    );

    // Last of those with script, for it leaves the page with other letters and its folds open.
    looking('lies as it should, 320 to 1600 px wide', async ({ look }) => {
      looking.setTimeout(180_000);
      const page = await look(address);
      if (chapters.includes(address)) await settled(page);
      await readThrough(page);
      await expectToLieWell(page);
    });

    looking.describe('without script', () => {
      looking.use({ javaScriptEnabled: false });

      looking('has its title and its text', async ({ look }) => {
        const page = await look(address);
        await expect(page.locator('h1')).toBeVisible();
        const text = await page.locator('main').innerText();
        expect(text.split(/\s+/).length).toBeGreaterThan(20);
      });
    });
  });
}
