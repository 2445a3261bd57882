/** What pages do when their JavaScript or their data do not come: every page with islands, in each of the ways not to come. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page, Route } from '@playwright/test';
import { PATIENCE } from '../../src/islands/patient.ts';
import { chapters, dist, pages } from './built-site.ts';
import { expect, ready, readThrough, test } from './fixtures.ts';

test.describe.configure({ timeout: 120_000 });

/** Pages with islands, and where the JavaScript of each island is, in the order of the page. */
const withIslands = pages
  .map((address) => {
    const file = address.endsWith('/') ? `${address}index.html` : address;
    const html = readFileSync(path.join(dist, file), 'utf8');
    const found = html.matchAll(/<astro-island[^>]* component-url="([^"]+)"/g);
    return { address, scripts: [...found].map(([, url]) => url) };
  })
  .filter(({ scripts }) => scripts.length > 0);

/** What the console says of files that do not come, and Astro of their islands. */
const MISSED = /Failed to load resource|Error hydrating/;
const MODELS = /\/models\/.*\.packed$/;

const notices = (page: Page): Locator => page.locator('[data-trouble]');
const again = (page: Page): Locator => page.getByRole('button', { name: 'Try again' }).first();

/**
 * Answers for some files of the site in a way of its own until it is told to stop. It stays in between then: without it, the browser
 * would go on with the requests that had no answer.
 */
async function instead(
  page: Page,
  isMeant: (url: URL) => boolean,
  answer: (route: Route) => Promise<void> | undefined,
): Promise<() => void> {
  let isOver = false;
  await page.route(isMeant, (route) => (isOver ? route.continue() : answer(route)));
  return () => {
    isOver = true;
  };
}

/** Files by their addresses on the site, whatever is asked of them. */
const among =
  (paths: readonly string[]) =>
  ({ pathname }: URL): boolean =>
    paths.includes(pathname);

const never = (): undefined => undefined;

/** Lets the page's clock reach the end of its patience, again where the page had not begun to wait, until it says so. */
async function waitInVain(page: Page, words: string): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward(1000 * PATIENCE);
    await expect(page.getByText(words).first()).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });
}

/** Brings the first island into sight; its content, for an island has no box. */
const showFirst = (page: Page): Promise<void> =>
  page.locator('astro-island > *').first().scrollIntoViewIfNeeded();

/** Waits until the first island, the only one that was held back, has come alive, and nothing says that it has not. */
async function firstAlive(page: Page): Promise<void> {
  await expect(page.locator('astro-island').first()).not.toHaveAttribute('ssr');
  await expect(notices(page)).toHaveCount(0);
}

/** To the end, a screen at a time, without waiting for anything to come alive. */
async function scrollToTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise((go) => setTimeout(go, 50));
    }
  });
}

for (const { address, scripts } of withIslands) {
  test.describe(address, () => {
    test('comes alive by itself when a lost connection is back', async ({
      page,
      context,
      faults,
    }) => {
      faults.expect(MISSED);
      const stop = await instead(page, among(scripts), (route) => route.abort());
      await page.goto(address, { waitUntil: 'networkidle' });
      await context.setOffline(true);
      stop();
      await scrollToTheEnd(page);
      await expect(notices(page).last()).toContainText('something it needs did not load.');
      // The last one to come near tries twice, a second apart.
      await expect(page.locator('astro-island[ssr]')).toHaveCount(scripts.length);
      await context.setOffline(false);
      await readThrough(page);
      await expect(notices(page)).toHaveCount(0);
    });

    test('says that the site may be a new one where a script is gone', async ({ page, faults }) => {
      faults.expect(MISSED);
      const stop = await instead(page, among(scripts.slice(0, 1)), (route) =>
        route.fulfill({ status: 404, body: 'gone' }),
      );
      await page.goto(address);
      await showFirst(page);
      await expect(notices(page).first()).toContainText(
        'something it needs is no longer there. The site may have been renewed since you opened this page; reloading it helps then.',
      );
      await expect(page.getByRole('button', { name: 'Reload the page' })).toBeInViewport();
      stop();
      await again(page).click();
      await firstAlive(page);
    });

    test('does not wait for ever for a script that nobody sends', async ({ page }) => {
      await page.clock.install();
      const stop = await instead(page, among(scripts.slice(0, 1)), never);
      const asked = page.waitForRequest((request) => request.url().endsWith(scripts[0]));
      await page.goto(address);
      await showFirst(page);
      await asked;
      await waitInVain(page, 'something it needs has not come yet.');
      await expect(page.getByRole('button', { name: 'Reload the page' })).toHaveCount(0);
      await again(page).click();
      await expect(notices(page).first()).toContainText('Trying again');
      await waitInVain(page, 'Reloading the page may help.');
      stop();
      await again(page).click();
      await firstAlive(page);
    });
  });
}

for (const address of ['/', '/recogniser/', ...chapters]) {
  test(`${address} does not wait for ever for a network that nobody sends`, async ({ page }) => {
    await page.clock.install();
    const stop = await instead(page, ({ pathname }) => MODELS.test(pathname), never);
    const asked = page.waitForRequest(MODELS);
    await page.goto(address);
    await showFirst(page);
    await asked;
    await waitInVain(page, 'Nothing came for 20 seconds.');
    stop();
    await again(page).click();
    await expect(page.getByText('Nothing came for 20 seconds.')).toHaveCount(0);
    await firstAlive(page);
  });
}

test('a script that is late wakes its figure, and the notice goes', async ({ page }) => {
  await page.clock.install();
  const [{ address, scripts }] = withIslands.filter((one) => one.address === chapters[0]);
  let send = (): Promise<void> => Promise.reject(new Error('Nobody has asked yet.'));
  await instead(page, among(scripts.slice(0, 1)), (route) => {
    send = () => route.continue();
  });
  const asked = page.waitForRequest((request) => request.url().endsWith(scripts[0]));
  await page.goto(address);
  await showFirst(page);
  await asked;
  await waitInVain(page, 'has not come yet.');
  await send();
  await expect(notices(page)).toHaveCount(0);
  await ready(page.locator('[data-figure]').first());
});

test('a copied link says so where its script does not come', async ({ page, faults }) => {
  faults.expect(MISSED);
  await page.route(/\/link\.[^/]*\.js$/, (route) => route.abort());
  await page.goto(chapters[0]);
  const copy = page.locator('copy-link').first();
  await copy.scrollIntoViewIfNeeded();
  await copy.getByRole('button').click();
  await expect(copy.getByRole('status')).toHaveText('It did not load: try again.');
});
