import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, provideBrowser } from '../tools/browsers.ts';
import { type Engine, Patience, sourceOf, stroke } from './engine.ts';

/** Chromium, driven by Playwright. */
export async function startChromium(): Promise<Engine> {
  const executablePath = provideBrowser('chromium');
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  const page = await browser.newPage();
  const patience = new Patience('Chromium');
  return {
    name: 'Chromium',
    async open(address) {
      await patience.answer(`open ${address}`, () => page.goto(address));
    },
    async resize(width, height) {
      await patience.answer('resize', () => page.setViewportSize({ width, height }));
      return width;
    },
    evaluate: (work, ...args) =>
      patience.answer(`evaluate ${work.name}`, () => page.evaluate(sourceOf(work, args))),
    screenshot: () => patience.answer('take a picture', () => page.screenshot()),
    press: (...places) => patience.answer('press', () => stroke(page.mouse, places)),
    close: () => browser.close(),
  };
}
