/** Long because it is all that the recogniser's page promises, by each way of drawing and in each kind of trouble. */
import { readFile } from 'node:fs/promises';
import { createRandom } from '../../src/network/random.ts';
import { readModel } from '../../src/network/files.ts';
import { PadUnderTest, SETS } from './drawing.ts';
import { axeOn, violations } from './contract/axe.ts';
import { expect, ready, test } from './fixtures.ts';

/** A share of the stroke sets that has to be read as what they are, in each way of drawing. */
const ENOUGH = 0.9;
/** For hands that differ from the mouse in how strokes arrive, not in how they are read. */
const EVERY_OTHER = SETS.filter((_, i) => i % 2 === 0);

/** An open 4 whose arms lean towards each other. */
const FOUR_OR_NINE = [
  [0.5, 0.22, 0.34, 0.3, 0.34, 0.47, 0.5, 0.5, 0.62, 0.35],
  [0.64, 0.21, 0.63, 0.6, 0.62, 0.82],
];

const line = [[0.3, 0.2, 0.32, 0.5, 0.33, 0.8]];
const models = /\/models\/recogniser\./;

test.describe('the sets of strokes are read', () => {
  test('by mouse', async ({ page }) => {
    test.setTimeout(180_000);
    const pad = new PadUnderTest(page);
    await pad.open();
    const { share, missed } = await pad.shareRead(pad.byMouse, SETS);
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(ENOUGH);
  });

  test('by touch @phone', async ({ page }) => {
    test.setTimeout(180_000);
    const pad = new PadUnderTest(page);
    await pad.open();
    const { share, missed } = await pad.shareRead(pad.byTouch, EVERY_OTHER);
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(ENOUGH);
  });

  test('by stylus', async ({ page }) => {
    test.setTimeout(180_000);
    const pad = new PadUnderTest(page);
    await pad.open();
    const { share, missed } = await pad.shareRead(pad.byStylus, EVERY_OTHER);
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(ENOUGH);
  });

  test('by keyboard alone', async ({ page }) => {
    test.setTimeout(240_000);
    const pad = new PadUnderTest(page);
    await pad.open();
    const { share, missed } = await pad.shareRead(pad.byKeyboard, EVERY_OTHER);
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(ENOUGH);
  });

  test('in the small form on the home page, @both', async ({ page }) => {
    const pad = new PadUnderTest(page);
    await pad.open('/');
    const { share, missed } = await pad.shareRead(
      pad.byMouse,
      SETS.filter((_, i) => i % 6 === 0),
    );
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(ENOUGH);
  });
});

test.describe('on a phone', () => {
  test('a swipe on the pad draws a line and does not scroll; beside it, it scrolls @phone', async ({
    page,
  }) => {
    const pad = new PadUnderTest(page);
    await pad.open();
    await pad.screen();
    const before = await page.evaluate(() => scrollY);
    await pad.byTouch([[0.5, 0.9, 0.5, 0.7, 0.5, 0.5, 0.5, 0.3, 0.5, 0.1]]);
    await expect(pad.ink).toHaveCount(1);
    expect(await page.evaluate(() => scrollY)).toBe(before);

    const headline = await page.locator('h1').boundingBox();
    if (headline === null) throw new Error('The page has no title.');
    const x = headline.x + headline.width / 2;
    await page.evaluate(() => scrollTo(0, 0));
    await pad.touch('touchStart', [{ x, y: 100 }]);
    for (const y of [90, 70, 50, 30, 10]) await pad.touch('touchMove', [{ x, y }]);
    await pad.touch('touchEnd', []);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(20);
  });

  test('a second finger neither draws nor stops the first @phone', async ({ page }) => {
    const pad = new PadUnderTest(page);
    await pad.open();
    const place = await pad.screen();
    const at = (x: number, y: number, id: number): { x: number; y: number; id: number } => ({
      ...place(x, y),
      id,
    });
    await pad.touch('touchStart', [at(0.3, 0.2, 0)]);
    await pad.touch('touchMove', [at(0.3, 0.4, 0)]);
    await pad.touch('touchStart', [at(0.3, 0.4, 0), at(0.8, 0.8, 1)]);
    await pad.touch('touchMove', [at(0.3, 0.7, 0), at(0.8, 0.2, 1)]);
    await pad.touch('touchEnd', []);
    await expect(pad.ink).toHaveCount(1);
    expect(await pad.ink.getAttribute('d')).not.toContain('800');
  });

  test('a touch that the system takes away leaves no ink @phone', async ({ page }) => {
    const pad = new PadUnderTest(page);
    await pad.open();
    const at = await pad.screen();
    await pad.touch('touchStart', [at(0.3, 0.2)]);
    await pad.touch('touchMove', [at(0.3, 0.6)]);
    await expect(pad.ink).toHaveCount(1);
    await pad.touch('touchCancel', []);
    await expect(pad.ink).toHaveCount(0);
  });

  test('a palm leaves no ink once a stylus was seen, until fingers are let back in @phone', async ({
    page,
  }) => {
    const pad = new PadUnderTest(page);
    await pad.open();
    await pad.hover((await pad.screen())(0.2, 0.2));
    await pad.byTouch(line);
    await expect(pad.ink).toHaveCount(0);
    await pad.byStylus(line);
    await expect(pad.ink).toHaveCount(1);
    await pad.byTouch([[0.6, 0.2, 0.6, 0.8]]);
    await expect(pad.ink).toHaveCount(1);
    await pad.press('Let fingers draw');
    await pad.byTouch([[0.6, 0.2, 0.6, 0.8]]);
    await expect(pad.ink).toHaveCount(2);
  });
});

test.describe('the tools', () => {
  test('undo, redo, erase and clear', async ({ page }) => {
    const pad = new PadUnderTest(page);
    await pad.open();
    await pad.byMouse(line);
    await pad.byMouse([[0.6, 0.2, 0.6, 0.8]]);
    await expect(pad.ink).toHaveCount(2);
    await pad.press('Undo');
    await expect(pad.ink).toHaveCount(1);
    await pad.press('Redo');
    await expect(pad.ink).toHaveCount(2);

    await pad.press('Eraser');
    await pad.byMouse([[0.2, 0.5, 0.8, 0.5]]);
    await expect(pad.ink).toHaveCount(4); // both lines are cut in two
    await pad.press('Undo');
    await expect(pad.ink).toHaveCount(2);
    await pad.press('Eraser');

    await pad.press('Clear');
    await expect(pad.ink).toHaveCount(0);
    await pad.press('Undo');
    await expect(pad.ink).toHaveCount(2);
    await pad.press('Clear');
    await pad.byMouse(line);
    await expect(pad.ink).toHaveCount(1);
    // There is nothing to redo after a new stroke.
    await expect(page.getByRole('button', { name: 'Redo' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  test('have their shortcuts while the pad has the focus', async ({ page }) => {
    const pad = new PadUnderTest(page);
    await pad.open();
    await pad.byMouse(line);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(pad.ink).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(pad.ink).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('Control+y');
    await expect(pad.ink).toHaveCount(1);
  });

  test('the width of the pen', async ({ page }) => {
    const pad = new PadUnderTest(page);
    await pad.open();
    for (const [name, width] of [
      ['Thin pen', '50'],
      ['Thick pen', '90'],
    ]) {
      await page.getByRole('radio', { name }).check({ force: true });
      await pad.byMouse(line);
      await expect(pad.ink.last()).toHaveAttribute('stroke-width', width);
    }
  });

  test('a real digit is shown as it is, read, and brought back by undo', async ({ page }) => {
    const pad = new PadUnderTest(page);
    await pad.open();
    await pad.press('A real one from the MNIST test set');
    await expect(pad.pad.locator('canvas')).toBeVisible();
    await expect(page.getByText('Its writer meant').first()).toBeVisible();
    await expect(pad.status).not.toHaveText(/Draw a digit/);
    await pad.byMouse(line);
    await expect(pad.pad.locator('canvas')).toHaveCount(0);
    await expect(pad.ink).toHaveCount(1);
    await pad.press('Undo');
    await expect(pad.pad.locator('canvas')).toBeVisible();
  });

  test('ink stays as it is when the window changes its size', async ({ page }) => {
    const pad = new PadUnderTest(page);
    await pad.open();
    await pad.byMouse(line);
    const [path, said] = [await pad.ink.getAttribute('d'), await pad.status.textContent()];
    await page.setViewportSize({ width: 400, height: 700 });
    await expect(pad.ink).toHaveAttribute('d', path ?? '');
    expect(await pad.status.textContent()).toBe(said);
  });
});

test.describe('the network', () => {
  test('that does not arrive is said, and tried again with the drawing kept', async ({
    page,
    faults,
  }) => {
    faults.expect(/ERR_FAILED/);
    await page.route(models, (route) => route.abort());
    const pad = new PadUnderTest(page);
    await page.goto('/recogniser/');
    await ready(page);
    await expect(pad.status).toHaveText(/The network did not load/);
    await pad.byMouse(line);
    await expect(pad.ink).toHaveCount(1);
    await expect(page.getByText('The network did not load.', { exact: true })).toBeVisible();
    // The words stay the same while it tries again, so wait for the request itself to fail.
    const failed = page.waitForEvent('requestfailed');
    await pad.press('Try again');
    await failed;
    await expect(page.getByRole('button', { name: 'Try again', exact: true })).toBeVisible();
    await expect(pad.status).toHaveText(/The network did not load/);

    await page.unroute(models);
    await pad.press('Try again');
    await expect(pad.status).toHaveText(/It reads a 1|Not sure|does not look/);
    await expect(pad.ink).toHaveCount(1);
    await expect(page.getByText('The network did not load.', { exact: true })).toHaveCount(0);
  });

  test('reads what was drawn before it came', async ({ page }) => {
    const gate = Promise.withResolvers<undefined>();
    await page.route(models, async (route) => {
      await gate.promise;
      await route.continue();
    });
    const pad = new PadUnderTest(page);
    await page.goto('/recogniser/');
    await ready(page);
    await pad.byMouse(line);
    await expect(pad.status).toHaveText(/on its way/);
    gate.resolve(undefined);
    await expect(pad.status).toHaveText(/It reads a 1|Not sure|does not look/);
  });

  test('that is no model is refused in plain words', async ({ page }) => {
    await page.route(models, (route) => route.fulfill({ body: 'This is not a network.' }));
    await page.goto('/recogniser/');
    await ready(page);
    await expect(new PadUnderTest(page).status).toHaveText(/What arrived is not a model/);
  });

  test('can be taken home, and reads the same there', async ({ page }) => {
    const pad = new PadUnderTest(page);
    await pad.open();
    const sizes: (readonly number[])[] = [];
    for (const [name, ending] of [
      ['safetensors (F32)', '.safetensors'],
      ['JSON', '.json'],
    ]) {
      const download = page.waitForEvent('download');
      await pad.press(name);
      const file = await download;
      expect(file.suggestedFilename()).toMatch(new RegExp(`\\${ending}$`));
      sizes.push(readModel(await readFile(await file.path())).sizes);
    }
    expect(sizes[0]).toEqual(sizes[1]);
    expect(sizes[0]).toEqual(expect.arrayContaining([784, 10]));
  });

  test('that is there while the digits are not says so', async ({ page, faults }) => {
    faults.expect(/ERR_FAILED/);
    const pad = new PadUnderTest(page);
    await page.route(/\.digits$/, (route) => route.abort());
    await pad.open();
    await pad.press('A real one from the MNIST test set');
    await expect(page.getByText('The real digits did not load.')).toBeVisible();
    await page.unroute(/\.digits$/);
    await pad.press('A real one from the MNIST test set');
    await expect(pad.pad.locator('canvas')).toBeVisible();
    await expect(page.getByText('The real digits did not load.')).toHaveCount(0);
  });
});

test('what is said aloud waits until the pen is lifted', async ({ page }) => {
  const pad = new PadUnderTest(page);
  await pad.open();
  const before = await pad.status.textContent();
  const at = await pad.screen();
  await page.mouse.move(at(0.5, 0.15).x, at(0.5, 0.15).y);
  await page.mouse.down();
  await page.mouse.move(at(0.5, 0.85).x, at(0.5, 0.85).y, { steps: 10 });
  await expect(page.getByText('It scores').first()).toBeVisible();
  expect(await pad.status.textContent()).toBe(before);
  await page.mouse.up();
  await expect(pad.status).not.toHaveText(before ?? '');
});

test('has no fault that axe knows, whatever it says @both', async ({ page, faults }) => {
  faults.expect(/ERR_FAILED/);
  const pad = new PadUnderTest(page);
  const check = async (state: string): Promise<void> => {
    expect.soft(await violations(axeOn(page)), state).toEqual([]);
  };
  await page.route(models, (route) => route.abort());
  await page.goto('/recogniser/');
  await expect(pad.status).toHaveText(/The network did not load/);
  await check('failed');
  await page.unroute(models);
  await pad.press('Try again');
  await pad.clear();
  await page.getByText('Drawing by keyboard').click();
  await pad.byKeyboard(FOUR_OR_NINE);
  await page.keyboard.press('e');
  await check('drawn');
  await pad.byMouse([[0.2, 0.1, 0.9, 0.2, 0.1, 0.3, 0.9, 0.5, 0.1, 0.6, 0.9, 0.9]]);
  await check('no digit');
});

test('stands 300 trusted events at random, and still reads', async ({ page }) => {
  const pad = new PadUnderTest(page);
  await pad.open();
  const random = createRandom(300);
  const at = await pad.screen();
  const keys = [
    'ArrowLeft',
    'ArrowRight',
    'ArrowUp',
    'ArrowDown',
    'Space',
    'e',
    'Backspace',
    'Tab',
  ];
  for (let i = 0; i < 300; i++) {
    const { x, y } = at(1.4 * random.uniform() - 0.2, 1.2 * random.uniform() - 0.1);
    const what = random.integer(6);
    if (what === 0) await page.mouse.down();
    else if (what === 1) await page.mouse.up();
    else if (what === 2) await page.keyboard.press(keys[random.integer(keys.length)]);
    else await page.mouse.move(x, y);
  }
  await page.mouse.up();
  await pad.clear();
  await page.getByRole('radio', { name: 'Medium pen' }).check({ force: true });
  if (await page.getByRole('button', { name: 'Eraser', pressed: true }).isVisible())
    await pad.press('Eraser');
  await pad.byMouse(SETS[0].strokes);
  await expect(pad.status).toHaveText(/reads a 0/);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the recogniser explains itself and shows what it read', async ({ page }) => {
    await page.goto('/recogniser/');
    await expect(page.getByText('Drawing needs JavaScript')).toBeVisible();
    await expect(page.getByText(/^It reads an? \d\.$/)).toBeVisible();
    await expect(page.getByRole('img', { name: /^A handwritten \d$/ })).toHaveCount(3);
    await expect(page.getByRole('list', { name: 'Scores' })).toHaveCount(4);
  });
});
