/**
 * Draws the pictures that stand for the site elsewhere, from its own digits, fonts and colours, into public/:
 * favicon.svg, favicon.png, apple-touch-icon.png and social.png. Run it again when the look changes:
 *
 *     node test/tools/site-pictures.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright';
import site from '../../content/site.json' with { type: 'json' };
import { readMnist } from '../../src/commands/mnist-files.ts';
import { encodePng, enlarge } from '../../src/commands/png.ts';
import { PIXELS, SIDE } from '../../src/digits/mnist.ts';
import { CHROMIUM_FLAGS, provideBrowser } from './browsers.ts';

const require = createRequire(import.meta.url);
const publicFolder = path.join(import.meta.dirname, '../../public');
const save = (name: string, content: string | Uint8Array): void =>
  writeFileSync(path.join(publicFolder, name), content);

const { inputs } = readMnist('test');
const digitAt = (index: number): Uint8Array =>
  inputs.subarray(index * PIXELS, (index + 1) * PIXELS);

/** The digit on black with a margin of two pixels; grey in eight steps, one path a step. */
function svgTile(digit: Uint8Array): string {
  const paths = new Map<number, string>();
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE;) {
      const step = Math.round((digit[y * SIDE + x] / 255) * 7);
      let end = x + 1;
      while (end < SIDE && Math.round((digit[y * SIDE + end] / 255) * 7) === step) end++;
      if (step > 0) {
        const run = `M${x + 2} ${y + 2}h${end - x}v1h${x - end}z`;
        paths.set(step, (paths.get(step) ?? '') + run);
      }
      x = end;
    }
  }
  const inked = [...paths].map(([step, d]) => {
    const grey = Math.round((step / 7) * 15).toString(16);
    return `<path fill="#${grey.repeat(3)}" d="${d}"/>`;
  });
  const ground = `<rect width="32" height="32" rx="2"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" shape-rendering="crispEdges">${ground}${inked.join('')}</svg>\n`;
}

const dataUrl = (type: string, bytes: Uint8Array): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

function fontFace(file: string, style: string): string {
  const bytes = readFileSync(require.resolve(`@fontsource-variable/newsreader/files/${file}`));
  return `@font-face { font-family: Newsreader; font-style: ${style}; font-weight: 200 800; src: url(${dataUrl('font/woff2', bytes)}); }`;
}

/** 1200 x 630: the name on paper, and below it the plate with one of each digit. */
function socialPage(tiles: readonly string[]): string {
  return `<!doctype html><meta charset="utf-8"><style>
    ${fontFace('newsreader-latin-opsz-normal.woff2', 'normal')}
    ${fontFace('newsreader-latin-opsz-italic.woff2', 'italic')}
    body { margin: 0; width: 1200px; height: 630px; display: grid; grid-template-rows: 1fr auto; background: #f8f7f2;
      color: #1b2026; font-family: Newsreader; font-optical-sizing: auto; }
    div { padding: 46px 64px 0; }
    h1 { margin: 0; font: 480 150px/.98 Newsreader; letter-spacing: -.03em; }
    p { margin: 26px 0 0; font: italic 400 44px/1.2 Newsreader; }
    footer { display: flex; justify-content: space-between; padding: 42px 64px; background: #0d1114; }
    img { width: 84px; height: 84px; image-rendering: pixelated; outline: 1px solid #3a444c; outline-offset: -1px; }
  </style><div><h1>Nought<br>to Nine</h1><p>${site.tagline}</p></div>
  <footer>${tiles.map((tile) => `<img src="${tile}">`).join('')}</footer>`;
}

const nought = digitAt(site.digits[0]);
save('favicon.svg', svgTile(nought));
save('favicon.png', encodePng(enlarge(nought, SIDE, 1, 32), 32, 32));
save('apple-touch-icon.png', encodePng(enlarge(nought, SIDE, 6, 180), 180, 180));

const browser = await chromium.launch({
  executablePath: provideBrowser('chromium'),
  args: [...CHROMIUM_FLAGS],
});
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
const tiles = site.digits.map((index) =>
  dataUrl('image/png', encodePng(digitAt(index), SIDE, SIDE)),
);
await page.setContent(socialPage(tiles));
await page.evaluate(() => document.fonts.ready);
save('social.png', await page.screenshot());
await browser.close();
