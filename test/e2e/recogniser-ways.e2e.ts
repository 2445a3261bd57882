/** The ways in and out of the recogniser's page: a picture that is dropped or pasted, one that a camera took turned, a link to a drawing. */
import type { JSHandle, Locator, Page } from '@playwright/test';
import { encodePng } from '../../src/commands/png.ts';
import { createRandom } from '../../src/network/random.ts';
import { photograph } from '../digits/photographs.ts';
import { DRAWN_DIGITS } from '../drawings/digits.ts';
import { PadUnderTest } from './drawing.ts';
import { expect, ready, test } from './fixtures.ts';

const strokes = DRAWN_DIGITS.find(({ label, hand }) => label === 4 && hand === 'plain')?.strokes;

/** A photograph of a 4 on ruled paper, 800 by 600, as a PNG in base 64. */
const upright = (() => {
  const { width, height, values } = photograph(strokes ?? [], 'ruled', createRandom(3));
  const grey = Uint8Array.from(values, (v) => Math.round(255 * v));
  return Buffer.from(encodePng(grey, width, height)).toString('base64');
})();

const headline = (page: Page): Locator => page.locator('.headline').first();
const shown = (page: Page, name: string): Locator => page.getByRole('img', { name });

async function open(page: Page): Promise<void> {
  await page.goto('/recogniser/');
  await ready(page);
  await page.getByText('A picture', { exact: true }).click();
  await expect(headline(page)).toHaveText('Show it a digit.');
}

/** What a hand carries to the page: one file. */
function carried(
  page: Page,
  { name, type, data }: { name: string; type: string; data: string },
): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(
    ([name, type, data]) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name, { type }));
      return transfer;
    },
    [name, type, data],
  );
}

/** Hands the page a file by its field. */
async function choose(page: Page, mimeType: string, buffer: Buffer): Promise<void> {
  const input = page.locator('input[type=file]').first();
  await input.setInputFiles({ name: 'a picture', mimeType, buffer });
}

interface Reading {
  /** Of the picture as it is shown. */
  readonly width: number;
  readonly height: number;
  /** Opacity of the ink that the network saw, (28, 28) row-major, 0 to 255. */
  readonly pixels: readonly number[];
  readonly headline: string | null;
}

/** What is shown of the picture that was taken last. */
async function readingOf(page: Page): Promise<Reading> {
  await expect(shown(page, 'The digit as 28 by 28 pixels')).toBeVisible();
  const { width, height } = await shown(page, 'Your picture')
    .locator('canvas')
    .evaluate(({ width, height }: HTMLCanvasElement) => ({ width, height }));
  const pixels = await shown(page, 'The digit as 28 by 28 pixels')
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => {
      const data = canvas.getContext('2d')?.getImageData(0, 0, 28, 28).data ?? [];
      return [...data].filter((_, i) => i % 4 === 3);
    });
  return { width, height, pixels, headline: await headline(page).textContent() };
}

/** How far two pictures differ: the mean over their pixels, as a share of full ink. */
function apart(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, v, i) => sum + Math.abs(v - other[i]), 0) / (255 * one.length);
}

async function takeAway(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Take it away' }).click();
  await expect(headline(page)).toHaveText('Show it a digit.');
}

test('a picture that is dropped on the pad, or pasted anywhere, is read as the same one chosen', async ({
  page,
}) => {
  await open(page);
  await choose(page, 'image/png', Buffer.from(upright, 'base64'));
  const chosen = await readingOf(page);
  expect(chosen.headline).toMatch(/\d/);
  await takeAway(page);

  const place = page.getByRole('group', { name: 'A picture', exact: true });
  const file = { name: 'four.png', type: 'image/png', data: upright };
  const dataTransfer = await carried(page, file);
  // Only where the page takes what hovers over it does the browser not open the file in its place.
  const isTaken = await place.evaluate((element, data) => {
    const over = { bubbles: true, cancelable: true, dataTransfer: data };
    return !element.dispatchEvent(new DragEvent('dragover', over));
  }, dataTransfer);
  expect(isTaken).toBe(true);
  await expect(place).toHaveClass(/\bover\b/);
  await place.dispatchEvent('drop', { dataTransfer });
  expect(await readingOf(page)).toEqual(chosen);
  await expect(place).not.toHaveClass(/\bover\b/);
  await takeAway(page);

  const paste = async (on: Locator, clipboardData: JSHandle<DataTransfer>): Promise<void> =>
    on.evaluate((element, clipboardData) => {
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, clipboardData);
  await paste(page.locator('body'), await carried(page, file));
  expect(await readingOf(page)).toEqual(chosen);
  await takeAway(page);

  // What is no picture is none of its business.
  const words = await carried(page, { name: 'a.txt', type: 'text/plain', data: btoa('four') });
  await place.dispatchEvent('drop', { dataTransfer: words });
  await paste(page.locator('body'), words);
  await expect(headline(page)).toHaveText('Show it a digit.');
  await expect(shown(page, 'Your picture')).toHaveCount(0);
});

/** EXIF's numbers for how the camera was held, and by how many quarter turns to the left its pixels lie when it was. */
const HELD = [
  { orientation: 3, turns: 2 },
  { orientation: 6, turns: 1 },
  { orientation: 8, turns: 3 },
] as const;

/** A JPEG file with an EXIF segment, as cameras write it, right behind its first marker: one entry, the orientation. */
function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.alloc(34);
  exif.writeUInt16BE(0xffe1, 0);
  exif.writeUInt16BE(34 - 2, 2); // its length counts itself, not the marker
  exif.write('Exif\0\0', 4, 'latin1');
  exif.write('MM\0*', 10, 'latin1'); // the TIFF header: most significant byte first
  exif.writeUInt32BE(8, 14); // the directory follows the header
  exif.writeUInt16BE(1, 18);
  exif.writeUInt16BE(0x0112, 20);
  exif.writeUInt16BE(3, 22); // a short
  exif.writeUInt32BE(1, 24);
  exif.writeUInt16BE(orientation, 28);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

test('a JPEG that a camera took turned is turned upright by what its EXIF says, and read as the upright one', async ({
  page,
}) => {
  await open(page);
  const jpegOf = async (turns: number): Promise<Buffer> => {
    const data = await page.evaluate(
      async ([png, turns]) => {
        const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes]));
        const { width, height } = bitmap;
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = turns % 2 === 0 ? [width, height] : [height, width];
        const context = canvas.getContext('2d');
        context?.translate(canvas.width / 2, canvas.height / 2);
        context?.rotate((-Math.PI / 2) * turns);
        context?.drawImage(bitmap, -width / 2, -height / 2);
        return canvas.toDataURL('image/jpeg', 0.95).split(',')[1];
      },
      [upright, turns] as const,
    );
    return Buffer.from(data, 'base64');
  };
  await choose(page, 'image/jpeg', await jpegOf(0));
  const straight = await readingOf(page);
  expect(straight.width).toBeGreaterThan(straight.height);
  for (const { orientation, turns } of HELD) {
    const turned = await jpegOf(turns);
    await takeAway(page);
    await choose(page, 'image/jpeg', withOrientation(turned, orientation));
    const { pixels, ...rest } = await readingOf(page);
    expect.soft(rest, `orientation ${orientation}`).toEqual({
      width: straight.width,
      height: straight.height,
      headline: straight.headline,
    });
    // The same but for what JPEG makes of blocks that lie otherwise.
    expect.soft(apart(pixels, straight.pixels), `orientation ${orientation}`).toBeLessThan(0.02);

    // Without the segment it lies as the sensor saw it.
    await takeAway(page);
    await choose(page, 'image/jpeg', turned);
    const asSeen = await readingOf(page);
    expect.soft(apart(asSeen.pixels, straight.pixels)).toBeGreaterThan(0.06);
  }
});

test('who opens the link to a drawing elsewhere sees the same drawing and the same scores', async ({
  page,
  context,
  browser,
  baseURL,
  faults,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const pad = new PadUnderTest(page);
  await pad.open();
  await pad.byMouse(strokes ?? []);
  await page.locator('.answer').hover();
  await pad.press('Copy a link to the drawing');
  await expect(page.getByText('Link copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(1500);

  interface Sight {
    readonly scores: string | null;
    readonly headline: string | null;
    readonly ink: (string | null)[];
  }
  const sightOf = async (at: Page): Promise<Sight> => ({
    scores: await at.locator('.bars').first().textContent(),
    headline: await headline(at).textContent(),
    ink: await at.locator('path.ink').evaluateAll((all) => all.map((one) => one.getAttribute('d'))),
  });
  const sent = await sightOf(page);
  expect(sent.ink).toHaveLength(strokes?.length ?? 0);
  expect(sent.scores).toMatch(/0\.\d\d/);
  const elsewhere = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const other = await elsewhere.newPage();
  await faults.watch(other, new URL('/', baseURL).origin);
  await other.goto(link);
  await ready(other);
  await expect.poll(() => sightOf(other)).toEqual(sent);

  await other.goto('/recogniser/?drawing=nothing');
  await ready(other);
  await expect(
    other.getByText('The link that led here holds no drawing that can be read.'),
  ).toBeVisible();
  await elsewhere.close();
});
