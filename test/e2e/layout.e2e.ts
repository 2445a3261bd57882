/** The look at how a page lies (layout/in-page.ts) finds what has been planted. Every page is looked at in pages.e2e.ts. */
import { expect, test } from './fixtures.ts';
import { layoutFaults } from './layout/in-page.ts';

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
