/** A network of the reader's own, used everywhere on the site: on every page, over a reload, in two tabs, and given up by one press. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { readModel } from '../../src/network/files.ts';
import { createNetwork, type Network } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { OWN_NETWORK } from '../../src/reader/device.ts';
import { OWN_DAMAGED, writeOwn } from '../../src/reader/own-network.ts';
import { fingerprintOf } from '../../src/training/runs/fingerprint.ts';
import { expect, readThrough, ready, test } from './fixtures.ts';

const CHAPTER = '/neurons/';
const FIGURE = '#network-at-work';

/** As the run B of somebody's shelf would be. */
function kept(network: Network): string {
  return writeOwn({ letter: 'B', network, fingerprint: fingerprintOf(network), text: null });
}

const sameSizes = async (): Promise<string> =>
  kept(readModel(await readFile('public/models/explainer-b.safetensors')));
const otherSizes = (sizes: readonly number[]): string =>
  kept(createNetwork(sizes, 'scaled', createRandom(4)));

/** Puts it on the device before the page that is opened next. */
async function use(page: Page, text: string): Promise<void> {
  await page.goto('/credits/');
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [OWN_NETWORK, text]);
}

async function open(page: Page): Promise<{ name: Locator; bar: Locator; figure: Locator }> {
  await page.goto(CHAPTER);
  const figure = page.locator(FIGURE);
  await figure.scrollIntoViewIfNeeded();
  await ready(figure);
  return { figure, name: figure.locator('.figure-network'), bar: page.locator('[data-example]') };
}

test('stands in every figure that can show it, over a reload and in two tabs, and one press brings ours back', async ({
  page,
  context,
}) => {
  const found: string[] = [];
  page.on('console', (message) => {
    if (/hydrat|mismatch/i.test(message.text())) found.push(message.text());
  });
  const { name: ours } = await open(page);
  await expect(ours).toHaveText('explainer network, 784-16-16-10');
  await use(page, await sameSizes());
  const { name, bar, figure } = await open(page);
  await expect(name).toHaveText('your network B, 784-16-16-10');
  await expect(bar.getByRole('status')).toHaveText(
    "Figures show your network B. The text speaks of the chapter's example.",
  );
  await page.reload();
  await figure.scrollIntoViewIfNeeded();
  await ready(figure);
  await expect(name).toHaveText('your network B, 784-16-16-10');
  const other = await open(await context.newPage());
  await expect(other.name).toHaveText('your network B, 784-16-16-10');
  await bar.getByRole('button', { name: 'Back to ours' }).click();
  for (const tab of [{ name, bar }, other]) {
    await expect(tab.name).toHaveText('explainer network, 784-16-16-10');
    await expect(tab.bar).toBeHidden();
  }
  expect(await page.evaluate((key) => localStorage.getItem(key), OWN_NETWORK)).toBeNull();
  expect(found).toEqual([]);
});

test('of other sizes gives way to ours, and the page says so', async ({ page }) => {
  await use(page, otherSizes([784, 30, 10]));
  const { name, bar } = await open(page);
  await expect(name).toHaveText('explainer network (yours has other sizes), 784-16-16-10');
  await expect(bar.getByRole('status')).toHaveText(
    'Your network B has other sizes (784-30-10): here ours.',
  );
});

for (const [what, text] of [
  ['damaged', '{"letter":"B","sizes":[784,16,16,10],"bits":32,"numbers":"AAAA"}'],
  ['hostile', '{"letter":"<img src=x onerror=alert(1)>","sizes":{"length":4}}'],
] as const) {
  test(`is passed over with words where it is ${what}`, async ({ page }) => {
    await use(page, text);
    const { name, bar } = await open(page);
    await expect(name).toHaveText('explainer network, 784-16-16-10');
    await expect(bar.getByRole('status')).toHaveText(OWN_DAMAGED);
    await bar.getByRole('button', { name: 'Back to ours' }).click();
    await expect(bar).toBeHidden();
  });
}

for (const chapter of ['/neurons/', '/cost/', '/gradient-descent/', '/backpropagation/']) {
  test(`that has learned nothing is shown in ${chapter} as it is, and every number is one`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await use(page, kept(createNetwork([784, 16, 16, 10], 'normal', createRandom(8))));
    await page.goto(chapter);
    await readThrough(page);
    await expect(page.locator('[data-example-words]')).toContainText('your network B');
    const said = await page.locator('main').innerText();
    expect(said.match(/.{0,40}(NaN|undefined|Infinity|∞).{0,40}/g)).toBeNull();
  });
}

for (const [where, address] of [
  ["the recogniser's page", '/recogniser/'],
  ['the pad of the home page', '/'],
] as const) {
  for (const sizes of [
    [784, 10],
    [784, 30, 10],
    [784, 300, 300, 300, 10],
  ]) {
    test(`${sizes.join('-')} reads on ${where}, and ours is fetched when it is asked for`, async ({
      page,
    }) => {
      const models: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/models/recogniser')) models.push(request.url());
      });
      await use(page, otherSizes(sizes));
      await page.goto(address);
      const pad = page.locator('div.recogniser');
      await pad.scrollIntoViewIfNeeded();
      await expect(pad).toContainText('Your network B reads here.');
      expect(models).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await pad.getByRole('button', { name: 'Back to ours' }).click();
      await expect(pad).not.toContainText('Your network');
      await expect.poll(() => models.length).toBe(1);
    });
  }
}
