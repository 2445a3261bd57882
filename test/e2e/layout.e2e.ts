/** Every page at every width, with larger letters and with letters set wider, lies as it should: see layout/in-page.ts. */
import type { Page } from '@playwright/test';
import { chapters, pages } from './built-site.ts';
import { expect, readThrough, settled, test } from './fixtures.ts';
import { layoutFaults } from './layout/in-page.ts';

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
}

for (const address of pages) {
  test(`${address} lies as it should, 320 to 1600 px wide`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto(address);
    if (chapters.includes(address)) await settled(page);
    await readThrough(page);
    // What is folded away will be opened by somebody; the menu is meant to lie over the page.
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '');
    });
    const look = async (widths: readonly number[], how = ''): Promise<void> => {
      for (const width of widths) {
        await resize(page, width);
        expect
          .soft(await page.evaluate(layoutFaults, 'body'), `${width} px wide${how}`)
          .toEqual([]);
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
  });
}

test.describe('the look at a page', () => {
  const CHIP = 'display: inline-block; padding: 4px; background: #0d1114; color: #fff';
  const planted: readonly (readonly [fault: string, kind: string | null, html: string])[] = [
    [
      'nothing',
      null,
      `<p>A line<sub>j</sub> of <span style="${CHIP}">text</span>, and <a href="#here">a link</a>.</p>
       <div style="overflow: auto; height: 40px"><p style="height: 200px">To scroll to.</p></div>
       <svg width="200" height="40"><rect width="90" height="30" fill="#000" /><text x="9" y="20" fill="#fff">on it</text></svg>
       <p style="position: absolute; clip-path: inset(50%)">For listeners.</p>`,
    ],
    ['a page wider than its window', 'too wide', '<div style="width: 700px; height: 9px"></div>'],
    ['text over text', 'overlap', '<p>first line</p><p style="margin-top: -2em">second line</p>'],
    [
      'text over text in a drawing',
      'overlap',
      '<svg width="200" height="40"><text x="9" y="20">0.25</text><text x="20" y="22">0.26</text></svg>',
    ],
    [
      'a control over a control',
      'overlap',
      '<button>Play</button><button style="margin-left: -20px">Step</button>',
    ],
    [
      'a bar over a numeral',
      'hidden',
      `<svg width="200" height="40" style="display: block"><text x="9" y="20">7</text></svg>
       <div style="${CHIP}; position: relative; top: -40px; width: 90px; height: 30px"></div>`,
    ],
    [
      'text cut off by what is around it',
      'cut off',
      '<div style="overflow: hidden; width: 60px; white-space: nowrap">a long line of text</div>',
    ],
    [
      'a name cut short by dots',
      'cut off',
      '<div style="overflow: hidden; width: 60px; white-space: nowrap; text-overflow: ellipsis">a long line</div>',
    ],
    [
      'an index that has left its plate',
      'off its ground',
      `<p><span style="${CHIP}">a<sup style="position: relative; top: -16px">3</sup></span></p>`,
    ],
    [
      'a matrix on a ground of one line',
      'off its ground',
      `<p><span style="background: #000; color: #fff"><span style="display: inline-grid"><i>1</i><i>2</i><i>3</i></span></span></p>`,
    ],
    [
      'a picture that has left its figure',
      'outside its figure',
      '<figure data-figure style="width: 90px"><svg width="200" height="20" style="max-width: none"></svg></figure>',
    ],
  ];

  for (const [fault, kind, html] of planted) {
    test(kind === null ? 'finds nothing where all is well' : `finds ${fault}`, async ({ page }) => {
      await page.setViewportSize({ width: 600, height: 400 });
      await page.setContent(`<!doctype html><body style="margin: 20px">${html}</body>`);
      const found = await page.evaluate(layoutFaults, 'body');
      const kinds = new Set(found.map((line) => line.split(':')[0]));
      if (kind === null) expect(found).toEqual([]);
      else expect(kinds).toContain(kind);
    });
  }
});
