import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { dist, files, pages } from './built-site.ts';
import { expect, looking, readThrough, ready, settled, test } from './fixtures.ts';

const html = (address: string): string =>
  readFileSync(path.join(dist, address.endsWith('/') ? `${address}index.html` : address), 'utf8');

/** Every chapter, and the workbench page that shows all that one may be made of. */
const chapters = pages.filter((address) => html(address).includes('chapter-text'));

/** Elements of a chapter that take up no room or are not painted, by their text. */
async function unseen(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((elements) =>
    elements
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width < 4 || height < 4 || !element.checkVisibility({ visibilityProperty: true });
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** What must be there without script: the text, the formulas, the figures with their captions. */
const READABLE = [
  ...[
    '.chapter-text > p',
    '.chapter-text > h2',
    '.chapter-text li:not(details li)',
    '.note',
    '.recap',
  ],
  ...[
    '.chapter-text .katex-html:not(:is(.why, .answer, .definition) *)',
    'figure',
    '.figure .head',
    'figcaption',
    '.ask',
  ],
  ...['.check .choice label', '.answer summary', '.done'],
].join(', ');
/** What is folded on the screen. */
const FOLDED = ':is(.check .why, .answer > div), :is(.why, .answer) .katex-html, .derivation li';

test('there is a chapter, or a page with all that one may be made of', () => {
  expect(chapters).toContain('/workbench/prose/');
});

test('only pages with maths load the styles and letters of maths', () => {
  const styles = files.filter((file) => file.endsWith('.css'));
  const ofMaths = styles.filter((file) =>
    readFileSync(path.join(dist, file), 'utf8').includes('KaTeX_Main-Regular'),
  );
  expect(ofMaths).toHaveLength(1);
  for (const address of pages) {
    const text = html(address);
    if (text.includes('class="katex"')) expect.soft(text, address).toContain(ofMaths[0]);
    else if (!['/glossary/', ...chapters].includes(address)) {
      expect.soft(text, address).not.toContain(ofMaths[0]);
    }
  }
});

for (const address of chapters) {
  test.describe(address, () => {
    // In one worker, one after the other, for the sake of the page that they share.
    test.describe.configure({ mode: 'default' });

    looking('begins no line with the comma of a formula, at three widths', async ({ look }) => {
      const page = await look(address);
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        for (let frame = 0; frame < 3; frame++) {
          await page.evaluate(() => new Promise(requestAnimationFrame));
        }
        const strays = await page.locator('.bound').evaluateAll((all) =>
          all
            .filter((bound) => {
              const comma = bound.lastChild;
              const end = [...bound.querySelectorAll('.base')].at(-1)?.getBoundingClientRect();
              if (!(comma instanceof Text) || !end || !bound.checkVisibility()) return false;
              const range = document.createRange();
              range.selectNodeContents(comma);
              return range.getBoundingClientRect().left < end.right - 4;
            })
            .map(({ textContent }) => textContent),
        );
        expect.soft(strays, `${width} px wide`).toEqual([]);
      }
    });

    test('opened at its top, lays out its figures in a moment, to the height that they have on coming back', async ({
      page,
    }) => {
      await page.addInitScript(() => {
        new MutationObserver(() => {
          const { dataset } = document.documentElement;
          if ('arriving' in dataset) Object.assign(window, { hasArrived: true });
        }).observe(document, { attributes: true, subtree: true });
      });
      const hasArrived = (): Promise<boolean> => page.evaluate(() => 'hasArrived' in window);
      const height = (): Promise<number> =>
        page.evaluate(() => document.documentElement.scrollHeight);
      await page.goto(address);
      expect(await hasArrived()).toBe(true);
      await settled(page);
      const skipped = await page.locator('.chapter-text .widget > *').evaluateAll((parts) =>
        parts
          .filter((part) => !part.checkVisibility({ contentVisibilityAuto: true }))
          .filter((part) => getComputedStyle(part).display !== 'none')
          .map((part) => part.outerHTML.slice(0, 120)),
      );
      expect(skipped).toEqual([]);
      const atTop = await height();
      await page.reload();
      expect(await hasArrived()).toBe(false);
      expect(await height()).toBe(atTop);
    });

    test('opened at a figure, lays out all at once and shows that figure', async ({ page }) => {
      await page.goto(address);
      const id = await page.locator('figure[data-figure]').last().getAttribute('id');
      await page.goto('about:blank');
      await page.goto(`${address}#${String(id)}`);
      await expect(page.locator('html')).not.toHaveAttribute('data-arriving');
      await expect(page.locator(`figure[id="${String(id)}"]`)).toBeInViewport();
    });

    looking(
      'sets its maths in letters that were cut for it, and in no others',
      async ({ look }) => {
        const page = await look(address);
        await readThrough(page);
        const count = await page.locator('main *').evaluateAll((elements) => {
          const hasText = ({ childNodes }: Element): boolean =>
            [...childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
          const ofMaths = elements.filter(
            (element) =>
              hasText(element) &&
              element.checkVisibility() &&
              getComputedStyle(element).fontFamily.startsWith('KaTeX'),
          );
          for (const element of ofMaths) element.setAttribute('data-of-maths', '');
          return ofMaths.length;
        });
        expect(count).toBeGreaterThan(3);
        const devtools = await page.context().newCDPSession(page);
        await devtools.send('DOM.enable');
        await devtools.send('CSS.enable');
        const { root } = await devtools.send('DOM.getDocument');
        const { nodeIds } = await devtools.send('DOM.querySelectorAll', {
          nodeId: root.nodeId,
          selector: '[data-of-maths]',
        });
        const strangers: string[] = [];
        for (const nodeId of nodeIds) {
          const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
          const strange = fonts.find(({ isCustomFont }) => !isCustomFont);
          if (strange === undefined) continue;
          const { outerHTML } = await devtools.send('DOM.getOuterHTML', { nodeId });
          strangers.push(`${strange.familyName}: ${outerHTML.slice(0, 160)}`);
        }
        expect(strangers).toEqual([]);
      },
    );

    looking(
      'numbers its figures in order, each with a title, a caption and its content in words',
      async ({ look }) => {
        const page = await look(address);
        const figures = page.locator('figure[data-figure]');
        const names = await figures.locator('.head a').allInnerTexts();
        const chapter = /\d+/.exec(names[0])?.[0];
        expect(names).toEqual(names.map((_, i) => `Figure ${String(chapter)}.${String(i + 1)}`));
        for (const figure of await figures.all()) {
          expect(await figure.locator('figcaption.caption').innerText()).toMatch(/Try\.|See\./);
          expect((await figure.locator('.alt').textContent())?.length).toBeGreaterThan(20);
          await expect(figure).toHaveAccessibleName(/^Figure \d+\.\d+ \S/);
        }
      },
    );

    looking('opens a term beside its paragraph, and closes it again', async ({ look }) => {
      const page = await look(address);
      await ready(page.locator('main .opening'));
      const terms = page.locator('[data-term]');
      await terms.nth(0).click();
      await expect(page.locator('.note > .opened')).toHaveCount(1);
      await expect(terms.nth(0)).toHaveAttribute('aria-expanded', 'true');
      await terms.nth(1).focus();
      await page.keyboard.press('Space');
      await expect(page.locator('.note > .opened')).toHaveCount(1);
      await expect(terms.nth(0)).toHaveAttribute('aria-expanded', 'false');
      await page.keyboard.press('Escape');
      await expect(page.locator('.note > .opened')).toHaveCount(0);
      await expect(terms.nth(1)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.locator('.note > .opened')).toHaveCount(1);
      expect(new URL(page.url()).pathname).toBe(address);
    });

    looking(
      'says why a choice is wrong, and marks the section that is being read',
      async ({ look }) => {
        const page = await look(address);
        for (const choice of await page.locator('.check .choice').all()) {
          await expect(choice.locator('.why')).toBeHidden();
          await choice.locator('label').click();
          await expect(choice.locator('.why')).toBeVisible();
        }
        const last = page.locator('[data-contents] a').last();
        await last.click();
        await expect(last).toHaveAttribute('aria-current', 'true');
        // A leap shows none of the headings that it goes over.
        const marked = page.locator('[data-contents] a[aria-current]');
        await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
        await expect(marked).toHaveCount(0);
        await page.evaluate(() => scrollTo({ top: 1e6, behavior: 'instant' }));
        await expect(last).toHaveAttribute('aria-current', 'true');
      },
    );

    looking('writes number, title, network and Reset of a figure on one line', async ({ look }) => {
      const page = await look(address);
      await page.setViewportSize({ width: 1280, height: 900 });
      const ends = await page.locator('figure[data-figure]').evaluateAll((figures) =>
        figures.flatMap((figure) => {
          const words = figure.querySelectorAll(
            ':scope > .head > *, .figure-network, .figure-reset span',
          );
          const lines = [...words].map((it) => {
            const range = document.createRange();
            range.selectNodeContents(it);
            return range.getClientRects()[0]?.bottom ?? Number.NaN;
          });
          return Math.max(...lines) - Math.min(...lines) < 1
            ? []
            : [`${figure.id}: ${lines.join()}`];
        }),
      );
      expect(ends).toEqual([]);
    });

    looking('hands out a link to a figure', async ({ look }) => {
      const page = await look(address);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const figure = page.locator('figure[data-figure]').first();
      await figure.getByRole('button', { name: 'Copy link to this' }).click();
      await expect(figure.getByRole('button', { name: 'Copied' })).toBeVisible();
      const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
      expect(link.pathname).toBe(address);
      expect(link.hash).toBe(`#${String(await figure.getAttribute('id'))}`);
    });

    looking.describe('without script', () => {
      looking.use({ javaScriptEnabled: false });

      // First what is folded, on paper; the last of them unfolds it.
      looking('prints the same, with every reason and every answer', async ({ look }) => {
        const page = await look(address);
        await page.emulateMedia({ media: 'print' });
        expect(await unseen(page, `${READABLE}, ${FOLDED}`)).toEqual([]);
        await page.emulateMedia({ media: null });
      });

      looking('has a picture in place of every figure that would move', async ({ look }) => {
        const page = await look(address);
        const empty = await page.locator('figure[data-figure]').evaluateAll((figures) =>
          figures
            .filter((figure) => {
              const body = [...figure.children].filter(
                (child) => !child.matches('.head, .alt, figcaption'),
              );
              return !body.some((child) => (child.firstElementChild ?? child).clientHeight > 20);
            })
            .map(({ id }) => id),
        );
        expect(empty).toEqual([]);
      });

      looking(
        'shows prose, maths, figures and captions; reasons and answers unfold',
        async ({ look }) => {
          const page = await look(address);
          await expect(page.locator('html')).not.toHaveAttribute('data-arriving');
          expect(await unseen(page, READABLE)).toEqual([]);
          await expect(page.locator('.copy').first()).toBeHidden();
          for (const check of await page.locator('.check').all()) {
            for (const choice of await check.locator('.choice').all()) {
              await choice.locator('label').click();
              await expect(choice.locator('.why')).toBeVisible();
            }
            await check.locator('summary').click();
            await expect(check.locator('.answer > div')).toBeVisible();
          }
          for (const derivation of await page.locator('.derivation').all()) {
            await derivation.locator('summary').click();
            await expect(derivation.locator('li').last()).toBeVisible();
          }
          const term = page.locator('[data-term]').first();
          await expect(term).toHaveAttribute('href', /^\/glossary\/#/);
        },
      );
    });
  });
}
