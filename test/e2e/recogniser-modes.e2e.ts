/** The modes of the recogniser's page: a row of digits, and a picture. */
import type { JSHandle, Locator, Page } from '@playwright/test';
import { encodePng } from '../../src/commands/png.ts';
import { createRandom } from '../../src/network/random.ts';
import { photograph } from '../digits/photographs.ts';
import { DRAWN_DIGITS } from '../drawings/digits.ts';
import { ROW } from '../../src/widgets/recogniser/drawn.ts';
import { axeOn, violations } from './contract/axe.ts';
import { expect, ready, test } from './fixtures.ts';
import { watchMainThread } from './main-thread.ts';

const lines = ROW.strokes.map(({ points }) => points);
const four = DRAWN_DIGITS.find(({ label, hand }) => label === 4 && hand === 'plain');

/** A photograph of a pencilled 4 on ruled paper, or of the paper alone, as a file. */
function picture(hasDigit: boolean): { name: string; mimeType: string; buffer: Buffer } {
  const strokes = hasDigit ? (four?.strokes ?? []) : [];
  const { width, height, values } = photograph(strokes, 'ruled', createRandom(3));
  const grey = Uint8Array.from(values, (v) => Math.round(255 * v));
  const buffer = Buffer.from(encodePng(grey, width, height));
  return { name: 'four.png', mimeType: 'image/png', buffer };
}

/** A file as a hand carries it over the page. */
function carried(
  page: Page,
  { name, mimeType, buffer }: ReturnType<typeof picture>,
): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(
    ([base64, title, type]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], title, { type }));
      return data;
    },
    [buffer.toString('base64'), name, mimeType] as const,
  );
}

async function open(page: Page, mode: string): Promise<void> {
  await page.goto('/recogniser/');
  await ready(page);
  await page.getByText(mode, { exact: true }).click();
}

const headline = (page: Page): Locator => page.locator('.headline').first();

async function drawRow(page: Page, strokes: readonly (readonly number[])[]): Promise<void> {
  const pad = page.getByRole('application');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('There is no pad.');
  for (const points of strokes) {
    for (let i = 0; i < points.length; i += 2) {
      await page.mouse.move(box.x + points[i] * box.width, box.y + points[i + 1] * box.width);
      if (i === 0) await page.mouse.down();
    }
    await page.mouse.up();
  }
}

test('a row is cut and read, its cuts go by keys and by hand, and the pad for one digit is as it was @both', async ({
  page,
}) => {
  await open(page, 'Several');
  await expect(headline(page)).toHaveText('Draw a row of digits.');
  await drawRow(page, lines);
  await expect(headline(page)).toHaveText('It reads 4270.');

  const cut = page.getByRole('slider', { name: 'Cut after the first' });
  const before = Number(await cut.getAttribute('aria-valuenow'));
  await cut.focus();
  await page.keyboard.press('PageUp');
  expect(Number(await cut.getAttribute('aria-valuenow'))).toBeGreaterThan(before);

  const box = await cut.boundingBox();
  if (box === null) throw new Error('There is no cut.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 8, box.y + box.height / 2, { steps: 3 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Its own cuts' }).click();
  await expect(headline(page)).toHaveText('It reads 4270.');
  await expect(cut).toHaveAttribute('aria-valuenow', `${before}`);

  await page.getByRole('button', { name: 'The second: 2' }).click();
  await expect(page.getByText('Is it a 2?')).toBeVisible();
  expect(await violations(axeOn(page))).toEqual([]);

  await page.getByText('One digit', { exact: true }).click();
  await expect(page.getByText('Draw your own here')).toBeVisible();
  await page.getByText('Several', { exact: true }).click();
  await expect(headline(page)).toHaveText('It reads 4270.');
});

test('a picture that is chosen is read, each stage is shown, and one without ink says so @both', async ({
  page,
}) => {
  await open(page, 'A picture');
  const input = page.locator('input[type=file]').first();
  await input.setInputFiles(picture(true));
  await expect(headline(page)).toHaveText('It reads a 4.');
  for (const stage of ['Your picture', 'The ink that was found', 'The digit as 28 by 28 pixels']) {
    await expect(page.getByRole('img', { name: stage })).toBeVisible();
  }
  expect(await violations(axeOn(page))).toEqual([]);
  await input.setInputFiles(picture(false));
  await expect(page.getByText('No ink found: try a darker pen or less shadow.')).toBeVisible();
  const text = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no picture') };
  await input.setInputFiles(text);
  await expect(headline(page)).toHaveText('That is no picture.');
  await page.getByRole('button', { name: 'Take it away' }).click();
  await expect(headline(page)).toHaveText('Show it a digit.');
});

test('a picture that is dropped is read, and what is no picture leaves the page as it is', async ({
  page,
}) => {
  await open(page, 'A picture');
  const place = page.getByRole('group', { name: 'A picture' });
  await expect(place).toBeVisible();
  const dropped = async (file: ReturnType<typeof picture>): Promise<void> => {
    const dataTransfer = await carried(page, file);
    await place.dispatchEvent('dragover', { dataTransfer });
    await expect(place).toHaveClass(/\bover\b/);
    await place.dispatchEvent('drop', { dataTransfer });
    await expect(place).not.toHaveClass(/\bover\b/);
  };
  await dropped({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('words') });
  await expect(headline(page)).toHaveText('Show it a digit.');
  await dropped(picture(true));
  await expect(headline(page)).toHaveText('It reads a 4.');
});

test('a picture that is dropped on the pad changes to pictures, and the page stays', async ({
  page,
}) => {
  await page.goto('/recogniser/');
  await ready(page);
  const dataTransfer = await carried(page, picture(true));
  const pad = page.getByRole('application', { name: 'Drawing pad' });
  const isTaken = (type: string): Promise<boolean> =>
    pad.evaluate(
      (place, { type, data }) =>
        !place.dispatchEvent(
          new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
        ),
      { type, data: dataTransfer },
    );
  expect(await isTaken('dragover')).toBe(true);
  expect(await isTaken('drop')).toBe(true);
  await expect(page.getByRole('radio', { name: 'A picture' })).toBeChecked();
  await expect(headline(page)).toHaveText('It reads a 4.');
});

test('a photograph is turned as its camera was held', async ({ page }) => {
  await open(page, 'A picture');
  // The 4 lies on its side in the file, as a camera that is held upright stores it.
  const lying = Buffer.from(
    await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(bitmap.height, bitmap.width);
      const context = canvas.getContext('2d');
      context?.rotate(-Math.PI / 2);
      context?.drawImage(bitmap, -bitmap.width, 0);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
      return [...new Uint8Array(await blob.arrayBuffer())];
    }, picture(true).buffer.toString('base64')),
  );
  // Exif's tag 0x0112, orientation, as its one entry: 6, "turn it a quarter to the right".
  const entry = '0112' + '0003' + '00000001' + '00060000';
  const exif = Buffer.from(
    `ffe10022${Buffer.from('Exif\0\0MM').toString('hex')}002a00000008` + `0001${entry}00000000`,
    'hex',
  );
  const turned = Buffer.concat([lying.subarray(0, 2), exif, lying.subarray(2)]);

  const shape = (): Promise<number> =>
    page
      .locator('.place > .photo canvas')
      .evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.height);
  const input = page.locator('input[type=file]').first();
  await input.setInputFiles({ name: 'turned.jpg', mimeType: 'image/jpeg', buffer: turned });
  await expect(headline(page)).toHaveText('It reads a 4.');
  expect(await shape()).toBeCloseTo(4 / 3, 1);
  // The same without a word of how it was held.
  await input.setInputFiles({ name: 'lying.jpg', mimeType: 'image/jpeg', buffer: lying });
  await expect.poll(shape).toBeCloseTo(3 / 4, 1);
  await expect(headline(page)).not.toHaveText('It reads a 4.');
});

test('a picture of twelve megapixels that is pasted is read within a second, and no task holds the page up', async ({
  page,
  browser,
}) => {
  await open(page, 'A picture');
  await expect(headline(page)).toHaveText('Show it a digit.');
  const small = picture(true).buffer.toString('base64');
  const file = await page.evaluateHandle(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(4000, 3000);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, 4000, 3000);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    return new File([blob], 'large.jpg', { type: 'image/jpeg' });
  }, small);
  // The first picture wakes the worker; the next are timed.
  const times: number[] = [];
  const readIt = async (): Promise<void> => {
    const took = await file.evaluate(async (large) => {
      const data = new DataTransfer();
      data.items.add(large);
      const began = performance.now();
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true });
      setTimeout(() => document.body.dispatchEvent(paste)); // in a task of the page's own
      const says = (words: string): boolean =>
        document.querySelector('.headline')?.textContent?.includes(words) === true;
      while (says('Show') || says('One moment')) await new Promise(requestAnimationFrame);
      while (!says('It reads a 4')) await new Promise(requestAnimationFrame);
      return performance.now() - began;
    });
    times.push(took);
    await page.getByRole('img', { name: 'The ink that was found' }).waitFor();
    await page.waitForTimeout(400); // what follows from it is worked out, too
    await page.getByRole('button', { name: 'Take it away' }).click();
  };
  const { tasks } = await watchMainThread(browser, page, async () => {
    for (let i = 0; i < 3; i++) await readIt();
  });
  const longest = Math.max(...tasks);
  test
    .info()
    .annotations.push({ type: 'measured', description: `${times.join(', ')}; ${longest}` });
  expect(longest).toBeLessThan(50);
  // A shared machine is up to four times as slow as one that does nothing else.
  expect(Math.min(...times)).toBeLessThan(2000);
});
