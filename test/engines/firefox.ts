import puppeteer from 'puppeteer-core';
import { provideBrowser } from '../tools/browsers.ts';
import { type Engine, Patience, sourceOf, stroke } from './engine.ts';

/** Firefox, driven over WebDriver BiDi. */
export async function startFirefox(): Promise<Engine> {
  const executablePath = provideBrowser('firefox');
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  const patience = new Patience('Firefox');
  return {
    name: 'Firefox',
    async open(address) {
      await patience.answer(`open ${address}`, () => page.goto(address, { timeout: 0 }));
    },
    async resize(width, height) {
      await patience.answer('resize', () => page.setViewport({ width, height }));
      return width;
    },
    evaluate: <A extends readonly unknown[], R>(work: (...args: A) => R, ...args: A) =>
      patience.answer(
        `evaluate ${work.name}`,
        () => page.evaluate(sourceOf(work, args)) as Promise<Awaited<R>>,
      ),
    screenshot: () => patience.answer('take a picture', () => page.screenshot()),
    press: (...places) => patience.answer('press', () => stroke(page.mouse, places)),
    close: () => browser.close(),
  };
}
