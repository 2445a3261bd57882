import type { Locator, Page } from '@playwright/test';
import chapters from '../../content/chapters.json' with { type: 'json' };
import { expect, test } from './fixtures.ts';

const PAPER = { light: 'rgb(248, 247, 242)', dark: 'rgb(27, 34, 35)' };
const paperOf = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const keptTheme = (page: Page): Promise<string | null> =>
  page.evaluate(() => localStorage.getItem('theme'));

const chapterList = (page: Page): Locator =>
  page.getByRole('region', { name: 'The seven chapters' });

test.describe('the theme', () => {
  test('follows the system', async ({ page }) => {
    for (const colorScheme of ['light', 'dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto('/');
      expect(await paperOf(page)).toBe(PAPER[colorScheme]);
      const toggle = page.getByRole('button', { name: 'Dark theme' });
      await expect(toggle).toHaveAttribute('aria-pressed', String(colorScheme === 'dark'));
    }
  });

  for (const [system, other] of [
    ['light', 'dark'],
    ['dark', 'light'],
  ] as const) {
    test(`turns from ${system} to ${other}, is kept from page to page, and follows the system again`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: system });
      await page.goto('/');
      const toggle = page.getByRole('button', { name: 'Dark theme' });
      await toggle.click();
      expect(await paperOf(page)).toBe(PAPER[other]);
      await expect(toggle).toHaveAttribute('aria-pressed', String(other === 'dark'));

      await page.goto('/credits/');
      expect(await paperOf(page)).toBe(PAPER[other]);
      expect(await keptTheme(page)).toBe(other);

      await toggle.click();
      expect(await paperOf(page)).toBe(PAPER[system]);
      expect(await keptTheme(page)).toBeNull();
      await page.emulateMedia({ colorScheme: other });
      await expect.poll(() => paperOf(page)).toBe(PAPER[other]);
    });
  }

  test('that was kept is there before the body is, so nothing flashes', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.addInitScript(() => {
      localStorage.setItem('theme', 'dark');
      new MutationObserver((_, observer) => {
        if (document.body === null) return;
        observer.disconnect();
        document.documentElement.dataset['atFirst'] = document.documentElement.dataset['theme'];
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('data-at-first', 'dark');
    expect(await paperOf(page)).toBe(PAPER.dark);
  });

  test('that was kept as nonsense is left alone', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('theme', '"><script>'));
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/');
    expect(await paperOf(page)).toBe(PAPER.light);
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  });

  test('turns all the same where storage is denied', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/');
    await page.getByRole('button', { name: 'Dark theme' }).click();
    expect(await paperOf(page)).toBe(PAPER.dark);
  });

  test('colours the browser around the page too', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/');
    await page.getByRole('button', { name: 'Dark theme' }).click();
    const colours = await page
      .locator('meta[name="theme-color"]')
      .evaluateAll((metas) => metas.map((meta) => meta.getAttribute('content')));
    expect(colours).toEqual(['#1b2223', '#1b2223']);
  });
});

test.describe('the plate and the highlighter', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`are dark and light whatever the theme: ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto('/credits/');
      const inks = await page.evaluate(() => {
        const inkOn = (name: string): string => {
          const ground = document.createElement('div');
          ground.className = name;
          const mark = document.createElement('b');
          mark.style.color = 'var(--w-positive)';
          ground.append(mark);
          document.body.append(ground);
          return getComputedStyle(mark).color;
        };
        return { plate: inkOn('plate'), mark: inkOn('mark') };
      });
      expect(inks).toEqual({ plate: 'rgb(118, 178, 245)', mark: 'rgb(33, 96, 171)' });
    });
  }
});

test.describe('chapters', () => {
  test('are all named on the front page, and linked once they are written', async ({ page }) => {
    await page.goto('/');
    const rows = chapterList(page).getByRole('listitem');
    await expect(rows).toHaveCount(chapters.length);
    for (const [place, chapter] of chapters.entries()) {
      const row = rows.nth(place);
      await expect(row.getByRole('heading')).toHaveText(chapter.name);
      await expect(row.getByRole('link')).toHaveCount(chapter.written ? 1 : 0);
      await expect(row.getByText('coming', { exact: true })).toHaveCount(chapter.written ? 0 : 1);
    }
  });

  test('have tiles that are whole pixels of real digits', async ({ page }) => {
    await page.goto('/');
    const tiles = chapterList(page).locator('img.digit');
    await expect(tiles).toHaveCount(chapters.length);
    const sizes = await tiles.evaluateAll((images) =>
      images.map((image) => {
        const { naturalWidth, width } = image as HTMLImageElement;
        return { naturalWidth, width, drawn: getComputedStyle(image).imageRendering };
      }),
    );
    for (const size of sizes)
      expect(size).toEqual({ naturalWidth: 28, width: 84, drawn: 'pixelated' });
  });

  test('unfold from the menu on a phone, and fold away on Escape and on a press beside it @phone', async ({
    page,
  }) => {
    await page.goto('/');
    const menu = page.getByRole('navigation', { name: 'Site' });
    const last = menu.getByText('Draw a digit', { exact: true });
    const button = menu.getByText('Chapters', { exact: true });
    await expect(last).toBeHidden();
    await button.click();
    await expect(last).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(last).toBeHidden();
    await button.click();
    await expect(last).toBeVisible();
    await page.touchscreen.tap(150, 28); // on the bar, between logo and menu
    await expect(last).toBeHidden();
    await button.click();
    await menu.getByRole('link', { name: /Recogniser/ }).click();
    await expect(page).toHaveURL(/\/recogniser\/$/);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the menu unfolds, and no button promises what it cannot do @phone', async ({ page }) => {
    await page.goto('/');
    const menu = page.getByRole('navigation', { name: 'Site' });
    await menu.getByText('Chapters', { exact: true }).click();
    await expect(menu.getByText('Draw a digit', { exact: true })).toBeVisible();
    await expect(menu.getByRole('link', { name: /Recogniser/ })).toBeVisible();
    await expect(page.locator('[data-theme-toggle]')).toBeHidden();
  });
});

test('the first Tab offers to skip to the content, and does', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('forced colours leave the plate dark and take everything else @both', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
  await page.goto('/');
  const grounds = await page.evaluate(() => {
    const plate = document.createElement('div');
    plate.className = 'plate';
    document.body.append(plate);
    return {
      plate: getComputedStyle(plate).backgroundColor,
      adjusts: getComputedStyle(document.body).forcedColorAdjust,
    };
  });
  expect(grounds).toEqual({ plate: 'rgb(13, 17, 20)', adjusts: 'auto' });
});

for (const address of ['/', '/credits/', '/recogniser/']) {
  test(`nothing moves when the fonts arrive late: ${address} @both`, async ({ page }) => {
    await page.route('**/*.woff2', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value } = entry as PerformanceEntry & { value: number };
          const html = document.documentElement;
          html.dataset['shift'] = String(Number(html.dataset['shift'] ?? 0) + value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    const shift = await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return Number(document.documentElement.dataset['shift'] ?? 0);
    });
    expect(shift).toBeLessThanOrEqual(0.01);
  });
}

test('says in its head what it is, where it lives and what it looks like', async ({ page }) => {
  await page.goto('/credits/');
  await expect(page).toHaveTitle('Credits · Nought to Nine');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/credits\/$/);
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content');
  const response = await page.request.get(new URL(picture ?? '').pathname);
  expect(response.headers()['content-type']).toBe('image/png');
  for (const name of ['description', 'twitter:card']) {
    await expect(page.locator(`meta[name="${name}"]`)).toHaveAttribute('content', /\S/);
  }
  const robots = await page.request.get('/robots.txt');
  expect(await robots.text()).toContain('sitemap-index.xml');
});
