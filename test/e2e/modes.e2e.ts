/** Other ways of looking and reading: colours of the reader's own, more contrast, no script, the clipboard, a listener's ears. */
import { chapters } from './built-site.ts';
import { DEVICE_LIMITS, LINK_LIMITS, writeDrawing } from '../../src/reader/drawing-text.ts';
import { expect, looking, ready, readThrough, test } from './fixtures.ts';

test.describe('in colours of the reader’s own', () => {
  test.use({ colorScheme: 'light' });
  for (const address of ['/recogniser/', '/neurons/', '/backpropagation/']) {
    test(`what has the focus on a plate has a light ring, on ${address}`, async ({ page }) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
      await page.goto(address);
      await readThrough(page);
      // The keyboard was used last, so that focus shows.
      await page.keyboard.press('Tab');
      const dark = await page.locator('.plate').evaluateAll((plates) => {
        const found: string[] = [];
        const all = plates.flatMap((plate) => [
          ...plate.querySelectorAll<HTMLElement | SVGElement>(
            'a, button, input, select, summary, [tabindex="0"]',
          ),
        ]);
        for (const element of all) {
          element.focus({ preventScroll: true });
          if (!element.matches(':focus-visible')) continue;
          // Of an input that is not seen, what stands for it has the ring.
          for (const ringed of [element, element.parentElement, element.nextElementSibling]) {
            if (!ringed || ringed.matches('.plate') || !ringed.closest('.plate')) continue;
            const { outlineStyle, outlineColor } = getComputedStyle(ringed);
            const [red = 255, green = 255, blue = 255] = (outlineColor.match(/[\d.]+/g) ?? []).map(
              Number,
            );
            const light = 0.21 * red + 0.72 * green + 0.07 * blue;
            if (outlineStyle !== 'none' && light < 110) {
              found.push(`${outlineColor}: ${ringed.outerHTML.slice(0, 120)}`);
            }
          }
        }
        return found;
      });
      expect(dark).toEqual([]);
    });
  }
});

test('who asks for more contrast has no grey words', async ({ page }) => {
  await page.goto('/neurons/');
  const colour = (): Promise<string> =>
    page
      .locator('.caption')
      .first()
      .evaluate((caption) => getComputedStyle(caption).color);
  expect(await colour()).not.toBe('rgb(0, 0, 0)');
  await page.emulateMedia({ contrast: 'more', colorScheme: 'light' });
  expect(await colour()).toBe('rgb(0, 0, 0)');
});

looking.describe('without script', () => {
  looking.use({ javaScriptEnabled: false });
  for (const address of ['/neurons/', '/gradient-descent/', '/backpropagation/']) {
    looking(
      `every figure of ${address} says that it stands still, and has no dead controls`,
      async ({ look }) => {
        const page = await look(address);
        const figures = page.locator('[data-figure]');
        const count = await figures.count();
        expect(count).toBeGreaterThan(5);
        const notes = figures.locator('noscript p');
        await expect(notes).toHaveCount(count);
        await expect(notes.first()).toBeVisible();
        for (const dead of ['button.button', 'input.slider', '.segments']) {
          await expect(figures.locator(`${dead}:visible`)).toHaveCount(0);
        }
      },
    );
  }
});

test('maths that is copied stands there once', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/neurons/');
  const paragraph = page.locator('.chapter-text > p', { hasText: 'rows of' }).first();
  await paragraph.scrollIntoViewIfNeeded();
  await paragraph.evaluate((element) => getSelection()?.selectAllChildren(element));
  await page.keyboard.press('ControlOrMeta+c');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.replace(/\s+/g, ' ')).toContain('28 rows of 28');
  expect(copied).not.toMatch(/28\s*28/);
  // A listener still has it.
  await expect(paragraph.locator('math').first()).toHaveText('28');
});

test('says that a link goes without the drawing that is too long for it', async ({ page }) => {
  // As many strokes as no link takes, as the device keeps them: of the width 70, from the middle to the right.
  const stroke = writeDrawing(
    [{ points: [0.5, 0.5, 0.75, 0.5], width: 0.07, erase: false }],
    DEVICE_LIMITS,
  );
  const drawing = Array.from({ length: LINK_LIMITS.strokes + 1 }, () => stroke).join('.');
  await page.addInitScript(
    (kept) => localStorage.setItem('nought-to-nine:reader', kept),
    JSON.stringify({ drawing }),
  );
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/backpropagation/');
  const figure = page.locator('#backprop-nudges');
  await figure.scrollIntoViewIfNeeded();
  await ready(figure);
  await expect(figure.locator('.setting')).toContainText('your drawing');
  await figure.getByRole('button', { name: 'Copy link to this' }).click();
  await expect(
    figure.getByRole('button', {
      name: 'Copied, without your drawing: it is too long for a link',
    }),
  ).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain('drawing=');
});

test('a field that has the focus does not make a phone enlarge the page: its letters are 16 pixels high @phone', async ({
  page,
}) => {
  let fields = 0;
  for (const address of chapters) {
    await page.goto(address);
    const sizes = await page
      .locator('select, textarea, input:not([type=radio], [type=checkbox], [type=range])')
      .evaluateAll((all) =>
        all.map((field) => `${field.id}: ${Number.parseFloat(getComputedStyle(field).fontSize)}`),
      );
    fields += sizes.length;
    expect(
      sizes.filter((size) => Number(size.split(': ')[1]) < 16),
      address,
    ).toEqual([]);
  }
  expect(fields).toBeGreaterThan(10);
});

test.describe('a listener', () => {
  test('hears the definition of a term, and why a choice is wrong or right', async ({ page }) => {
    await page.goto('/neurons/');
    await ready(page.locator('main .opening'));
    const said = page.locator('body > [role=status]');
    await expect(said).toBeEmpty();
    const term = page.locator('[data-term]').first();
    const definition = await page.locator('.definition strong').first().textContent();
    await term.click();
    await expect(said).toContainText(definition?.trim() ?? '?');
    const check = page.locator('.check').first();
    for (const choice of await check.locator('.choice').all()) {
      await choice.getByRole('radio').check();
      const verdict = await choice.locator('.why strong').textContent();
      await expect(said).toHaveText(new RegExp(`^${verdict ?? '?'} \\w`));
    }
  });

  test('who goes on from a term is not thrown back to it by Escape', async ({ page }) => {
    await page.goto('/neurons/');
    await ready(page.locator('main .opening'));
    const term = page.locator('[data-term]').first();
    await term.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.opened')).toBeVisible();
    const further = page.locator('.check').last().getByRole('radio').first();
    await further.focus();
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.press('Escape');
    await expect(further).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(before);
    // On the term itself it closes, and the focus stays.
    await term.focus();
    await page.keyboard.press('Escape');
    await expect(page.locator('.opened')).toHaveCount(0);
    await expect(term).toBeFocused();
  });
});
