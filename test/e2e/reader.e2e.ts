/** The state that all figures share, and what they do while what they stand on is not here, on the workbench's page for it. */
import type { Locator, Page } from '@playwright/test';
import { expect, ready, test } from './fixtures.ts';

const PAGE = '/workbench/reader/';
const DIGITS = '**/digits/sample-1000.digits';

const figure = (page: Page, id: string): Locator => page.locator(`#${id}`);
const says = (scope: Locator, what: string): Locator => scope.locator(`[data-says="${what}"]`);
const press = (scope: Locator, name: string): Promise<void> =>
  scope.getByRole('button', { name, exact: true }).click();

/** What Svelte and Astro say when server and browser do not agree. */
function warnings(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (/hydrat|mismatch/i.test(message.text())) found.push(message.text());
  });
  return found;
}

test('an island comes alive as the server made it, and shares what is chosen with one that wakes later', async ({
  page,
}) => {
  const found = warnings(page);
  await page.goto(PAGE);
  const [one, two] = [figure(page, 'one'), figure(page, 'two')];
  await ready(one);
  await expect(says(one, 'digit')).toHaveText('3, number 32 of the test set');
  await press(one, 'Another digit');
  await press(one, 'Another neuron');
  await expect(says(one, 'digit')).not.toHaveText('3, number 32 of the test set');
  const chosen = await says(one, 'digit').innerText();
  await expect(says(two, 'digit')).toHaveText('3, number 32 of the test set');
  await two.scrollIntoViewIfNeeded();
  await ready(two);
  await expect(says(two, 'digit')).toHaveText(chosen);
  await expect(says(two, 'neuron')).toHaveText('layer 2, neuron 7');
  await press(two, 'A drawing');
  await expect(says(one, 'source')).toContainText('the drawing');
  await page.reload();
  await ready(one);
  await expect(says(one, 'digit')).toHaveText(chosen);
  await expect(says(one, 'source')).toContainText('the drawing');
  expect(found).toEqual([]);
});

test('a link carries what a figure shows to a device that never saw it, and the address bar stays as it was', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto(PAGE);
  const one = figure(page, 'one');
  await ready(one);
  for (const name of ['Another digit', 'Another neuron', 'A drawing', 'Press', 'Link']) {
    await press(one, name);
  }
  const link = await says(one, 'link').innerText();
  expect(link).toMatch(
    /\/workbench\/reader\/\?digit=\d+&neuron=2\.7&neurons=1\.10&stage=1&drawing=[\w.-]+&one\.presses=1#one$/,
  );
  expect(page.url()).toBe(new URL(PAGE, baseURL).href);
  const texts = (scope: Locator): Promise<string[]> => scope.locator('dd').allInnerTexts();
  const before = (await texts(one)).slice(0, -1);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(link);
  await ready(figure(other, 'one'));
  await expect.poll(async () => (await texts(figure(other, 'one'))).slice(0, -1)).toEqual(before);
  await elsewhere.close();
});

test('hostile links change nothing', async ({ page }) => {
  for (const query of [
    '?digit=-1&neuron=0.3&drawing=%00',
    '?digit=9999999999&neuron=3.10&drawing=....&one.presses=1e9',
    '?digit=<script>&neuron=__proto__&constructor=1&one.__proto__=2&drawing=AAAA',
    '?digit=10000',
  ]) {
    await page.goto(PAGE + query);
    await ready(figure(page, 'one'));
    await expect(says(figure(page, 'one'), 'digit')).toHaveText('3, number 32 of the test set');
    await expect(says(figure(page, 'one'), 'neuron')).toHaveText('layer 1, neuron 10');
    await expect(says(figure(page, 'one'), 'source')).toContainText('the digit');
    await expect(says(figure(page, 'one'), 'presses')).toHaveText('0');
  }
});

test('while a download fails a figure stays readable and says so; trying again brings it to life', async ({
  page,
  faults,
}) => {
  faults.expect(/ERR_FAILED|Failed to load resource/);
  await page.route(DIGITS, (route) => route.abort());
  await page.goto(PAGE);
  const one = figure(page, 'one');
  const trouble = one.getByRole('status');
  await expect(trouble).toContainText('The download did not finish.');
  await expect(says(one, 'digit')).toBeVisible();
  await expect(one.locator('astro-island[ssr]')).toHaveCount(1);
  const again = trouble.getByRole('button', { name: 'Try again' });
  const box = await again.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await again.click();
  await expect(trouble).toContainText('The download did not finish.');
  await page.unroute(DIGITS);
  await again.click();
  await ready(one);
  await expect(trouble).toHaveCount(0);
  await expect(one).toBeFocused();
  await press(one, 'Press');
  await expect(says(one, 'presses')).toHaveText('1');
});

test('a figure tries again by itself when the browser is online again', async ({
  page,
  faults,
}) => {
  faults.expect(/ERR_FAILED|Failed to load resource/);
  await page.route(DIGITS, (route) => route.abort());
  await page.goto(PAGE);
  const one = figure(page, 'one');
  await expect(one.getByRole('status')).toContainText('did not load');
  await page.unroute(DIGITS);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await ready(one);
  await expect(one.getByRole('status')).toHaveCount(0);
});

test('where storage is denied everything works and nothing is thrown', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('Denied.', 'SecurityError');
      },
    });
  });
  await page.goto(PAGE);
  const one = figure(page, 'one');
  await ready(one);
  await press(one, 'Another neuron');
  await expect(says(one, 'neuron')).toHaveText('layer 2, neuron 7');
});

test('the credits page forgets what is kept on the device, and says so', async ({ page }) => {
  await page.goto(PAGE);
  await ready(figure(page, 'one'));
  await press(figure(page, 'one'), 'Another neuron');
  await page.evaluate(() => localStorage.setItem('theme', 'dark'));
  // What was chosen is kept once the hand rests.
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(2);
  await page.goto('/credits/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Forget it all' }).click();
  await expect(page.getByRole('status')).toHaveText(
    'Forgotten. Nothing is kept on this device now.',
  );
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});
