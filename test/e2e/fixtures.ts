/** Playwright's `test`, with a page that fails its test on any console error, script error, policy violation or foreign request. */
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { scrollThrough } from './scroll-through.ts';
import { allowSecondGo, markStalled } from './stalls.ts';

/** What went wrong on the pages under watch, and what a test expects to go wrong. */
export class Faults {
  readonly #found: string[] = [];
  readonly #expected: RegExp[] = [];

  /** Lets faults pass that this pattern matches: a blocked download is an error in the console, and the point of its test. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** Faults so far that nobody expected. */
  get unexpected(): string[] {
    return this.#found.filter((fault) => !this.#expected.some((pattern) => pattern.test(fault)));
  }

  /** Keeps an eye on a page from now on; pages of contexts that a test opens by itself need this call. */
  async watch(page: Page, origin: string): Promise<void> {
    page.on('console', (message) => {
      const where = message.location().url;
      if (message.type() === 'error') this.#found.push(`console: ${message.text()} (${where})`);
    });
    page.on('pageerror', (error) =>
      this.#found.push(`script error: ${error.stack ?? error.message}`),
    );
    page.on('request', (request) => {
      const url = new URL(request.url());
      const foreign = url.origin !== origin && !['data:', 'blob:', 'about:'].includes(url.protocol);
      if (foreign) this.#found.push(`foreign request: ${request.url()}`);
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
  }
}

export const test = base.extend<{ faults: Faults }>({
  faults: [
    async ({ page, baseURL }, use, info) => {
      allowSecondGo(info);
      const faults = new Faults();
      await faults.watch(page, new URL('/', baseURL).origin);
      await use(faults);
      await markStalled([page], info);
      expect(faults.unexpected).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/**
 * Waits until every island within has come alive. Islands of `client:visible` do so when they are near the screen: hand in the
 * section around the one that the test wants, or scroll first.
 */
export async function ready(scope: Page | Locator): Promise<void> {
  await expect(scope.locator('astro-island[ssr]')).toHaveCount(0);
}

/** Waits until a chapter has laid out its figures (src/components/settle.ts), so that heights and places are the true ones. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('html[data-arriving]')).toHaveCount(0);
}

/** Scrolls to the end, so that everything that waits to be seen is seen. */
export async function readThrough(page: Page): Promise<void> {
  await page.evaluate(scrollThrough);
  await ready(page);
}
