/** A page that the browser translates: it puts nodes of its own in place of text, and the page's scripts still hold the old ones. */
import type { Page } from '@playwright/test';
import { PadUnderTest } from './drawing.ts';
import { expect, ready, readThrough, test } from './fixtures.ts';

/** As Chrome does: every text that may be translated gives way to another in two <font>s. @returns how many did */
function translate(page: Page): Promise<number> {
  return page.evaluate(() => {
    const replacement = (): Element =>
      document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
    const mayBe = (text: Node): boolean => {
      const near = text.parentElement?.closest('[translate]');
      return (
        near?.getAttribute('translate') !== 'no' && !text.parentElement?.closest('script, style')
      );
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (/\p{L}|\p{N}/u.test(text.data) && mayBe(text)) texts.push(text);
    }
    for (const text of texts) {
      const [outer, inner] = [replacement(), replacement()];
      inner.textContent = text.data.toUpperCase();
      outer.append(inner);
      text.replaceWith(outer);
    }
    return texts.length;
  });
}

const line = [[0.3, 0.2, 0.32, 0.5, 0.33, 0.8]];

test('still says what the recogniser reads', async ({ page }) => {
  const pad = new PadUnderTest(page);
  await pad.open();
  expect(await translate(page)).toBeGreaterThan(10);
  await expect(page.locator('h1 font').first()).toBeVisible();
  await pad.byMouse(line);
  await expect(page.locator('.headline')).toHaveText('It reads a 1.');
  await expect(pad.status).toHaveText(/^It reads a 1\b/);
  await pad.press('Clear');
  await expect(page.locator('.headline')).toHaveText('Draw a digit.');
  await expect(page.getByText('Draw a digit here')).toBeVisible();
});

test('still says what the small pad of the home page reads', async ({ page }) => {
  const pad = new PadUnderTest(page);
  await pad.open('/');
  await translate(page);
  await pad.byMouse(line);
  await expect(page.locator('.recogniser .sentence')).toHaveText(/^It reads a 1\b/);
});

test('has figures that go on, and captions that are translated', async ({ page }) => {
  await page.goto('/neurons/');
  await readThrough(page);
  const figure = page.locator('#sigmoid-slider');
  await ready(figure);
  await translate(page);
  await expect(figure.locator('figcaption font').first()).toBeAttached();
  // Maths and measured numbers are the same in every language.
  await expect(page.locator('.katex font, .value font')).toHaveCount(0);
  await expect(page.locator('astro-island font')).toHaveCount(0);
  const slider = figure.getByRole('slider', { name: 'bias' });
  const sentence = figure.locator('.sentence').first();
  const before = await sentence.textContent();
  await slider.focus();
  await slider.press('End');
  await expect(sentence).not.toHaveText(before ?? '');

  const term = page.locator('[data-term]').first();
  await term.click();
  await expect(page.locator('.opened')).toBeVisible();
});

test('has no island anywhere that a translator would take apart', async ({ page, request }) => {
  const map = await (await request.get('/sitemap-0.xml')).text();
  const paths = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url).pathname);
  expect(paths.length).toBeGreaterThan(4);
  const torn: string[] = [];
  for (const path of paths) {
    const html = await (await request.get(path)).text();
    torn.push(
      ...(await page.evaluate((source) => {
        const parsed = new DOMParser().parseFromString(source, 'text/html');
        const kept = (island: Element): boolean =>
          island.closest('[translate]')?.getAttribute('translate') === 'no' ||
          island.firstElementChild?.getAttribute('translate') === 'no';
        return [...parsed.querySelectorAll('astro-island')]
          .filter((island) => !kept(island))
          .map((island) => island.getAttribute('component-url') ?? '');
      }, html)),
    );
  }
  expect(torn).toEqual([]);
});
