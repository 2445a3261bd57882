/** What is printed, from a window of any width, with grounds and without: it says what the screen says. */
import type { Page } from '@playwright/test';
import { expect, readThrough, test } from './fixtures.ts';

/** Elements whose ground, being something else than the paper's, would be left out where the reader does not ask for grounds. */
function lostGrounds(page: Page): Promise<string[]> {
  return page.locator('[data-figure] *, .recogniser *').evaluateAll((elements) =>
    elements
      .filter((element) => {
        const { backgroundColor, backgroundImage, printColorAdjust } = getComputedStyle(element);
        const hasGround = backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none';
        return hasGround && printColorAdjust !== 'exact' && element.checkVisibility();
      })
      .map((element) => element.outerHTML.slice(0, 100)),
  );
}

/** Buttons that only act: nobody can press them on paper. */
function deadButtons(page: Page): Promise<string[]> {
  return page
    .locator('main button.button:visible')
    .evaluateAll((buttons) =>
      buttons
        .filter((button) => !button.matches('[aria-pressed=true], [aria-expanded=true]'))
        .map((button) => button.outerHTML.slice(0, 100)),
    );
}

for (const [address, isLong] of [
  ['/recogniser/', false],
  ['/neurons/', true],
  ['/backpropagation/', true],
  ['/training/', true],
] as const) {
  test(`${address} keeps its grounds and leaves its buttons out`, async ({ page }) => {
    await page.goto(address);
    if (isLong) await readThrough(page);
    await page.emulateMedia({ media: 'print' });
    expect(await lostGrounds(page)).toEqual([]);
    expect(await deadButtons(page)).toEqual([]);
  });
}

for (const address of ['/neurons/', '/cost/', '/gradient-descent/', '/backpropagation/']) {
  test(`${address} printed at once has a still in the place of every picture that has not woken`, async ({
    page,
  }) => {
    await page.goto(address);
    await page.emulateMedia({ media: 'print' });
    const bare = await page.locator('astro-island[ssr] canvas').evaluateAll((canvases) =>
      canvases
        .filter((canvas) => {
          // One that is waking in this very moment is painted before its island counts as awake.
          const { width, height } = canvas as HTMLCanvasElement;
          const painted = (canvas as HTMLCanvasElement).getContext('2d');
          if (painted?.getImageData(0, 0, width, height).data.some((value) => value > 0))
            return false;
          const stills = canvas.parentElement?.querySelectorAll('svg, img, [data-digit]') ?? [];
          const isSeen = canvas.parentElement?.checkVisibility() ?? false;
          return isSeen && ![...stills].some((still) => still.checkVisibility());
        })
        .map((canvas) => canvas.parentElement?.outerHTML.slice(0, 120)),
    );
    expect(bare).toEqual([]);
  });
}

test('the recogniser has its numerals and hidden neurons on paper, and its diagram again on the screen', async ({
  page,
}) => {
  await page.goto('/recogniser/');
  const lamps = page.getByRole('img', { name: /^Hidden layer 1/ });
  const numerals = page.locator('.recogniser .bars .numeral');
  await expect(lamps).toBeHidden();
  // As wide as the paper, from a window that was wide: first the medium changes, then the paper is laid out.
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 720, height: 1000 });
  await expect(lamps).toBeVisible();
  await expect(numerals).toHaveCount(10);
  for (const numeral of await numerals.all()) await expect(numeral).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(lamps).toBeHidden();
});

test('a figure may begin where there is room for its head and its first part', async ({ page }) => {
  await page.goto('/neurons/');
  await page.emulateMedia({ media: 'print' });
  const whole = await page
    .locator('[data-figure]')
    .evaluateAll((figures) =>
      figures
        .filter((figure) => getComputedStyle(figure).breakInside === 'avoid')
        .map(({ id }) => id),
    );
  expect(whole).toEqual([]);
});
