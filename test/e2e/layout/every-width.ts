/** A page at every width, with larger letters and with letters set wider: what is wrong with how it lies (in-page.ts). */
import { expect, type Page } from '@playwright/test';
import { layoutFaults } from './in-page.ts';

/** From a small phone to a large screen, and where figures have just changed or are about to change their columns; CSS pixels. */
const WIDTHS = [320, 360, 640, 700, 900, 1024, 1280, 1600];
/** A browser's own size of letters, and those of readers who need them larger: as wide, in letters, as 288 px and 853 px; CSS pixels. */
const USUAL = 16;
const LARGER = [
  { letters: 20, width: 360 },
  { letters: 24, width: 1280 },
];
/** What WCAG 1.4.12 lets a reader set. */
const SPACED = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

/**
 * Expects a page, alive, to lie as it should in every one of these ways. What is folded away is opened, for somebody will; the menu is
 * meant to lie over the page.
 */
export async function expectToLieWell(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '');
  });
  const look = async (widths: readonly number[], how = ''): Promise<void> => {
    for (const width of widths) {
      await resize(page, width);
      expect.soft(await page.evaluate(layoutFaults, 'body'), `${width} px wide${how}`).toEqual([]);
    }
  };
  await look(WIDTHS);
  for (const { letters, width } of LARGER) {
    await setLetters(page, letters);
    await look([width], `, letters of ${letters} px`);
  }
  await setLetters(page, USUAL);
  await page.evaluate((spaced) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(spaced);
    document.adoptedStyleSheets.push(sheet);
  }, SPACED);
  await look([360, 1280], ', letters set wider');
}

/** Changes the window's width and waits until all is laid out anew, canvases and measured plots too. */
async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate(async () => {
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  });
}

async function setLetters(page: Page, standard: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setFontSizes', { fontSizes: { standard } });
  await devtools.detach();
}
