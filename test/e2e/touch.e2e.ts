/** Fingers on the pages themselves, on a phone: handles follow them, and a swipe over any figure scrolls. By trusted touch alone. */
import type { Locator } from '@playwright/test';
import { chapters } from './built-site.ts';
import { Finger, type Spot } from './contract/finger.ts';
import { PadUnderTest } from './drawing.ts';
import { expect, ready, settled, test } from './fixtures.ts';

/** How far a swipe goes up, and how far a handle is dragged to either side; in pixels. */
const SWIPE = 200;
const DRAG = 150;

/** What is dragged in each chapter: a handle in a picture, or the thumb of a slider. */
const HANDLES: Readonly<Record<string, readonly string[]>> = {
  '/neurons/': ['#sigmoid-slider .handle'],
  '/cost/': ['#cost-of-one .rows .slider >> nth=3'],
  '/gradient-descent/': [
    '#cost-along-one-weight .handle',
    '#roll-downhill .handle',
    '#gradient-ball .handle',
  ],
};

test.describe.configure({ timeout: 180_000 });

for (const address of chapters) {
  test(`in ${address} handles follow a finger, and over every figure it scrolls @phone`, async ({
    page,
  }) => {
    await page.goto(address);
    await settled(page);
    const finger = await Finger.on(page);
    const figures = page.locator('figure:has(.widget)');
    for (const figure of await figures.all()) {
      const id = await figure.getAttribute('id');
      const by = await finger.swipeUp(await placeOn(figure), SWIPE);
      expect.soft(by, `a swipe up over ${id}`).toBeGreaterThan(SWIPE / 2);
    }
    for (const selector of HANDLES[address] ?? []) {
      await follows(finger, page.locator(selector), selector);
    }
    await finger.leave();
  });
}

test('home scrolls by a swipe that begins on its pad, which draws once it was tapped, its answer in sight @phone', async ({
  page,
}) => {
  const pad = new PadUnderTest(page);
  await pad.open('/');
  const finger = await Finger.on(page);
  const middle = await pad.screen();
  expect(await finger.swipeUp(middle(0.5, 0.6), SWIPE)).toBeGreaterThan(SWIPE / 2);
  await expect(pad.ink).toHaveCount(0);

  // With the pad just below the header, all that it takes to draw and to read is on the screen.
  const at = await pad.screen();
  await finger.tap(at(0.5, 0.5));
  await pad.byTouch([[0.5, 0.15, 0.5, 0.5, 0.5, 0.85]]);
  await expect(pad.ink).toHaveCount(1);
  const answer = page.locator('.demo .sentence');
  await expect(answer).toContainText('1');
  const [top, bottom] = await Promise.all([pad.pad.boundingBox(), answer.boundingBox()]);
  expect((bottom?.y ?? 0) + (bottom?.height ?? 0) - (top?.y ?? 0)).toBeLessThan(640);
  await finger.leave();
});

test('in a low window the pad leaves room to scroll beside it @phone', async ({ page }) => {
  const low = { width: 844, height: 340 };
  await page.setViewportSize(low);
  const pad = new PadUnderTest(page);
  await pad.open('/recogniser/');
  await pad.pad.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const box = await pad.pad.boundingBox();
  if (box === null) throw new Error('There is no pad.');
  expect(box.height).toBeLessThanOrEqual(low.height - 50);
  const finger = await Finger.on(page);
  const beside = box.x > low.width - box.x - box.width ? box.x / 2 : box.x + box.width + 20;
  expect(await finger.swipeUp({ x: beside, y: low.height - 40 }, low.height / 2)).toBeGreaterThan(
    low.height / 4,
  );
  await expect(pad.ink).toHaveCount(0);
  await finger.leave();
});

test('ten ticks of the wheel over the 13,002 lines scroll the page', async ({ page }) => {
  await page.goto('/gradient-descent/');
  await settled(page);
  const lines = page.locator('#gradient-columns [role=grid]');
  await lines.scrollIntoViewIfNeeded();
  await lines.hover();
  const before = await page.evaluate(() => scrollY);
  for (let tick = 0; tick < 10; tick++) await page.mouse.wheel(0, 60);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 400);
});

/** Brings a figure's largest picture to the middle of the screen, alive. @returns a place on it, beside any handle */
async function placeOn(figure: Locator): Promise<Spot> {
  await figure.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await ready(figure);
  return figure.evaluate((one) => {
    const areaOf = (element: Element): number => {
      const { width, height } = element.getBoundingClientRect();
      return width * height;
    };
    const pictures = [
      ...one.querySelectorAll('svg, canvas, [role=application], [role=grid], table'),
    ];
    const picture = pictures.sort((a, b) => areaOf(b) - areaOf(a))[0] ?? one;
    const { top, height } = picture.getBoundingClientRect();
    scrollBy({ top: top + Math.min(height, 600) / 2 - 400, behavior: 'instant' });
    const box = picture.getBoundingClientRect();
    const y = Math.round(box.top + Math.min(box.height, 600) / 2);
    const places = [0.3, 0.5, 0.7, 0.15].map((part) => Math.round(box.left + part * box.width));
    const isFree = (x: number): boolean =>
      document.elementFromPoint(x, y)?.closest('.handle') === null;
    return { x: places.find(isFree) ?? places[0], y };
  });
}

/** Drags it to the side that has room and back, and sees at four places that it went along; on a curve, at least half as far across. */
async function follows(finger: Finger, handle: Locator, name: string): Promise<void> {
  await handle.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const start = await middleOf(handle);
  const way = start.x < 180 ? 1 : -1;
  // A short track ends before the finger does.
  const [low, high] = await handle.evaluate((one) => {
    const { left, right } = one.getBoundingClientRect();
    return one instanceof HTMLInputElement ? [left + 12, right - 12] : [0, innerWidth];
  });
  const within = (x: number): number => Math.min(high, Math.max(low, x));
  await finger.down(start);
  let last = start;
  let from = start.x;
  for (const part of [0.5, 1, 0.5, 0]) {
    const x = start.x + way * DRAG * part;
    await finger.to({ x, y: start.y });
    const now = await middleOf(handle);
    const went = (now.x - last.x) * Math.sign(x - from);
    const least = Math.abs(within(x) - within(from)) / 2;
    expect.soft(went, `${name}, from ${from} to ${x} px`).toBeGreaterThanOrEqual(least);
    [last, from] = [now, x];
  }
  await finger.up();
}

/** The middle of a handle, or of the thumb of a slider. */
async function middleOf(handle: Locator): Promise<Spot> {
  return handle.evaluate((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    const y = Math.round(top + height / 2);
    if (!(one instanceof HTMLInputElement)) return { x: Math.round(left + width / 2), y };
    const part = (one.valueAsNumber - Number(one.min)) / (Number(one.max) - Number(one.min));
    return { x: Math.round(left + 12 + part * (width - 24)), y };
  });
}
