/** The panels of the recogniser's page: a whole round, and what stands between. Long because each has a way of its own through the page. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import models from '../../public/models/models.json' with { type: 'json' };
import { axeOn, violations } from './contract/axe.ts';
import { PadUnderTest } from './drawing.ts';
import { expect, ready, test } from './fixtures.ts';

/** What stands at the plate while our own network reads. */
const OURS = new RegExp(`^Recogniser network, ${models.recogniser.sizes.join('-')}`);

/** An open 4 whose arms lean towards each other. */
const FOUR_OR_NINE = [
  [0.5, 0.2, 0.45, 0.23, 0.33, 0.34, 0.33, 0.46, 0.42, 0.52, 0.55, 0.5, 0.64, 0.42],
  [0.65, 0.18, 0.64, 0.4, 0.63, 0.6, 0.62, 0.82],
];
const LINE = [[0.5, 0.2, 0.5, 0.5, 0.49, 0.8]];

const headline = (page: Page): ReturnType<Page['locator']> => page.locator('.verdict .headline');
const tab = (page: Page, name: string): ReturnType<Page['getByRole']> =>
  page.getByRole('tab', { name });
const drawn = async (page: Page, strokes = FOUR_OR_NINE): Promise<PadUnderTest> => {
  const pad = new PadUnderTest(page);
  await pad.open();
  await pad.clear();
  await pad.byMouse(strokes);
  await expect(page.getByText(/^Is it an? \d\?$/)).toBeVisible();
  return pad;
};

test('a whole round: draw, No, teach, undo, teach again, keep, reload', async ({ page }) => {
  test.setTimeout(180_000);
  const pad = await drawn(page);
  const before = await page.locator('.bars').first().textContent();
  const asked = await page.getByText(/^Is it an? \d\?$/).textContent();
  const answer = /\d/.exec(asked ?? '')?.[0];
  await pad.press('No, teach it');
  await expect(tab(page, 'Teach it')).toHaveAttribute('aria-selected', 'true');
  const chosen = page.locator('.teach').getByRole('radio', { name: /^\d$/, checked: true });
  await expect(chosen).toHaveCount(1);
  const other = (await chosen.getAttribute('id'))?.slice(-1);
  expect(other).toMatch(/^\d$/);
  expect(other).not.toBe(answer);
  await expect(page.locator('.teach .sentence')).toHaveText(
    /^One step would .*(price|no test digit|win).*[\d,]+ weights would move\.$/,
    { timeout: 60_000 },
  );
  await pad.press('Take this step');
  await expect(page.getByText(/^Recogniser network, taught 1 step,/)).toBeVisible();
  await expect(page.locator('.done')).toHaveText(/^Taken, with eta 0\.\d+\./);
  expect(await page.locator('.bars').first().textContent()).not.toBe(before);

  await page.locator('.teach').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText(OURS)).toBeVisible();
  expect(await page.locator('.bars').first().textContent()).toBe(before);

  await pad.press('Take this step');
  await expect(page.getByText(/taught 1 step,/)).toBeVisible();
  await pad.press('Keep it as my network');
  await expect(page.getByText('Your taught network reads here.')).toBeVisible();

  await page.reload();
  await ready(page);
  await expect(page.getByText('Your taught network reads here.')).toBeVisible();
  await page.locator('.answer').hover();
  await tab(page, 'Your drawings').click();
  await expect(
    page.getByText(`${other}, not sure`).or(page.getByText(`${other}, read as ${answer}`)),
  ).toBeVisible();
  await pad.press('Back to ours');
  await expect(page.getByText(OURS)).toBeVisible();
});

test('the least disc is rubbed out, the answer changes, and comes back', async ({ page }) => {
  const pad = await drawn(page, LINE);
  const answer = (await headline(page).textContent()) ?? '';
  await pad.press('Rub it out');
  await expect(headline(page)).not.toHaveText(answer);
  await pad.press('Put it back');
  await expect(headline(page)).toHaveText(answer);
  await pad.press('The same for random weights');
  await expect(page.getByText(/agrees with it at r = /)).toBeVisible();
});

test('all 60,000 are looked through after a press that says how much comes', async ({ page }) => {
  test.setTimeout(120_000);
  await drawn(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  expect(asked.filter((url) => url.includes('/digits/train'))).toEqual([]);
  await page
    .getByRole('button', { name: /Look through all 60,000.*\(fetches 2\.\d MB, once\)/ })
    .click();
  await expect(page.locator('.alike').getByText('of the 60,000 training digits')).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.locator('.alike li')).toHaveCount(8);
  expect(asked.filter((url) => url.includes('/digits/train'))).toHaveLength(3);
});

test('the network that is chosen lights the plate', async ({ page }) => {
  await drawn(page);
  await tab(page, 'Four networks').click();
  await expect(page.locator('.rows label')).toHaveCount(3);
  await page.getByRole('radio', { name: /^Classic network/ }).check();
  await expect(page.getByText(/^Classic network, 784-30-10/)).toBeVisible();
  await page.getByRole('radio', { name: /^Recogniser network/ }).check();
  await expect(page.getByText(OURS)).toBeVisible();
});

test('drawings are saved as a file, drawn again, followed by a second tab, and forgotten', async ({
  page,
  context,
}) => {
  const pad = await drawn(page, LINE);
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(page.getByText(/Counted\. Kept under Your drawings: 1 of 1/)).toBeVisible();
  await tab(page, 'Your drawings').click();
  await expect(page.locator('.panel .sentence')).toHaveText(/^It read your one drawing rightly\./);

  const download = page.waitForEvent('download');
  await pad.press('Save as a file');
  const records = JSON.parse(await readFile(await (await download).path(), 'utf8')) as unknown[];
  expect(records).toMatchObject([{ writer: 'you', label: 1 }]);

  await pad.clear();
  await page.getByRole('button', { name: 'Draw it again: a 1' }).click();
  await expect(headline(page)).toHaveText('It reads a 1.');

  const other = await context.newPage();
  await new PadUnderTest(other).open();
  await other.locator('.answer').hover();
  await tab(other, 'Your drawings').click();
  await expect(other.locator('.panel li')).toHaveCount(1);
  await pad.press('Forget them all');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.locator('.panel li')).toHaveCount(1);
  await pad.press('Forget them all');
  await page.getByRole('button', { name: 'Forget', exact: true }).click();
  await expect(page.locator('.panel li')).toHaveCount(0);
  await expect(other.locator('.panel li')).toHaveCount(0);
  await other.close();
});

test('whoever opens a copied link sees the drawing and the very same scores', async ({
  page,
  browser,
  faults,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const pad = await drawn(page);
  await pad.press('Copy a link to the drawing');
  await expect(page.getByText('Link copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(1500);
  const seen = async (one: Page): Promise<unknown> => [
    await headline(one).textContent(),
    await one.locator('.bars').first().allInnerTexts(),
    await one.locator('.pad path.ink').evaluateAll((all) => all.map((ink) => ink.outerHTML)),
  ];
  const shared = await seen(page);

  const elsewhere = await browser.newContext({ viewport: page.viewportSize() });
  const other = await elsewhere.newPage();
  await faults.watch(other, new URL(link).origin);
  await other.goto(link);
  await ready(other);
  await expect(other.getByText(/^Is it an? \d\?$/)).toBeVisible();
  expect(await seen(other)).toEqual(shared);
  await elsewhere.close();
});

test('while the pen is down only plate and headline change; panels follow when it rests, and keep their height', async ({
  page,
}) => {
  const pad = await drawn(page);
  await expect(page.locator('.alike li')).toHaveCount(8);
  await page.waitForTimeout(500); // a listener has been told by then
  const panels = page.locator('.panels');
  const shown = async (): Promise<readonly [string, number]> => [
    await panels.innerText(),
    (await panels.boundingBox())?.height ?? 0,
  ];
  const [words, height] = await shown();
  const at = await pad.screen();
  await page.mouse.move(at(0.2, 0.2).x, at(0.2, 0.2).y);
  await page.mouse.down();
  for (let i = 0; i < 30; i++) {
    await page.mouse.move(at(0.2 + i / 50, 0.2).x, at(0.2, 0.2 + i / 50).y);
    expect(await shown()).toEqual([words, height]);
  }
  await page.waitForTimeout(200); // the last point is read by then
  const scores = await page.locator('.bars').first().textContent();
  await page.mouse.up();
  await expect.poll(async () => (await shown())[0]).not.toBe(words);
  expect((await shown())[1]).toBe(height);
  expect(await page.locator('.bars').first().textContent()).toBe(scores);
  await pad.clear();
  await expect(page.getByText('Draw, and it will say why.')).toBeVisible();
  expect((await shown())[1]).toBe(height);
});

test('tabs are walked by arrows, T opens Teach it, and digits choose there', async ({ page }) => {
  await drawn(page);
  await tab(page, 'Why this answer').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'Teach it')).toBeFocused();
  await page.keyboard.press('End');
  await expect(tab(page, 'Your drawings')).toBeFocused();
  await page.keyboard.press('t');
  await expect(tab(page, 'Teach it')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('7');
  await expect(page.getByRole('radio', { name: '7', exact: true })).toBeChecked();
});

test.describe('on a phone', () => {
  const row = (page: Page, name: string): ReturnType<Page['getByRole']> =>
    page.getByRole('button', { name: new RegExp(`^${name}`) }).first();
  const top = async (one: ReturnType<Page['getByRole']>): Promise<number> =>
    (await one.boundingBox())?.y ?? NaN;

  test('a row stays under the finger that opens it, whatever closes above it @phone', async ({
    page,
  }) => {
    await drawn(page);
    for (const name of ['Teach it', 'Your drawings', 'Why this answer', 'Four networks']) {
      const opened = row(page, name);
      await opened.scrollIntoViewIfNeeded();
      const before = await top(opened);
      await opened.tap();
      await expect(opened).toHaveAttribute('aria-expanded', 'true');
      expect(Math.abs((await top(opened)) - before), name).toBeLessThanOrEqual(2);
    }
  });

  test('what is replayed is in sight @phone', async ({ page }) => {
    await drawn(page);
    const replay = page.getByRole('button', { name: 'Replay the strokes' });
    await replay.scrollIntoViewIfNeeded();
    await expect(page.getByRole('application')).not.toBeInViewport();
    await replay.tap();
    await expect(page.getByRole('application')).toBeInViewport({ ratio: 1 });
  });
});

test('has no fault that axe knows in any panel @both', async ({ page }) => {
  test.setTimeout(120_000);
  const pad = new PadUnderTest(page);
  await pad.open();
  await pad.clear();
  await pad.byKeyboard(FOUR_OR_NINE);
  await page.locator('.answer').hover();
  const isPhone = (page.viewportSize()?.width ?? 0) < 760;
  for (const name of ['Why this answer', 'Teach it', 'Four networks', 'Your drawings']) {
    const opener = isPhone
      ? page.getByRole('button', { name: new RegExp(`^${name}`), expanded: false })
      : tab(page, name);
    if (await opener.isVisible()) await opener.click();
    await expect(page.locator('.panel:not([hidden])')).not.toHaveText(/^\s*One moment\.\s*$/);
    expect.soft(await violations(axeOn(page)), name).toEqual([]);
  }
});
