/**
 * Playwright's `test`, with a page that fails its test on any console error, script error, policy violation or foreign request; and
 * `looking`, whose tests share the pages that they look at.
 */
import {
  test as base,
  expect,
  type Browser,
  type BrowserContextOptions,
  type ConsoleMessage,
  type Locator,
  type Page,
  type Request,
} from '@playwright/test';
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
    this.listen(page, origin);
    await reportViolations(page);
  }

  /** The same for a page that is open already and reports violations. @returns what ends the watch */
  listen(page: Page, origin: string): () => void {
    const onConsole = (message: ConsoleMessage): void => {
      const where = message.location().url;
      if (message.type() === 'error') this.#found.push(`console: ${message.text()} (${where})`);
    };
    const onError = (error: Error): void =>
      void this.#found.push(`script error: ${error.stack ?? error.message}`);
    const onRequest = (request: Request): void => {
      const url = new URL(request.url());
      const foreign = url.origin !== origin && !['data:', 'blob:', 'about:'].includes(url.protocol);
      if (foreign) this.#found.push(`foreign request: ${request.url()}`);
    };
    page.on('console', onConsole).on('pageerror', onError).on('request', onRequest);
    return () => {
      page.off('console', onConsole).off('pageerror', onError).off('request', onRequest);
    };
  }
}

/** What goes against the page's policy becomes an error in its console. */
async function reportViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
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

interface Look {
  /** The page at this address, open already if the test before looked at it. */
  (address: string): Promise<Page>;
  /** A blank page that has nothing in its cache. */
  readonly fresh: () => Promise<Page>;
}

/** The page that a worker's tests look at, one after the other. */
class SharedPage {
  readonly #browser: Browser;
  #page: Page | undefined;
  #options = '';

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** The page, blank or as the test before left it; another one where the options differ. */
  async get(options: BrowserContextOptions): Promise<Page> {
    const key = JSON.stringify(options);
    if (key !== this.#options) await this.close();
    this.#options = key;
    if (this.#page === undefined) {
      const context = await this.#browser.newContext(options);
      this.#page = await context.newPage();
      await reportViolations(this.#page);
    }
    return this.#page;
  }

  async close(): Promise<void> {
    await this.#page?.context().close();
    this.#page = undefined;
  }
}

/**
 * For tests that look at a page and leave it as good as they found it: opening one costs more than most looks. The tests of one page
 * stand in one group, so that one worker does them; a test that failed takes its page away.
 */
export const looking = base.extend<{ look: Look }, { shared: SharedPage }>({
  shared: [
    async ({ browser }, use) => {
      const shared = new SharedPage(browser);
      await use(shared);
      await shared.close();
    },
    { scope: 'worker' },
  ],
  look: async ({ shared, baseURL, viewport, javaScriptEnabled }, use, info) => {
    allowSecondGo(info);
    const faults = new Faults();
    const options = { viewport, javaScriptEnabled, ...(baseURL !== undefined && { baseURL }) };
    const { origin } = new URL('/', baseURL);
    let page = await shared.get(options);
    let stop = faults.listen(page, origin);
    const look = async (address: string): Promise<Page> => {
      // One that was opened at a figure, or that went elsewhere, is opened anew.
      if (page.url() !== new URL(address, baseURL).href) await page.goto(address);
      if (viewport) await page.setViewportSize(viewport);
      return page;
    };
    const fresh = async (): Promise<Page> => {
      stop();
      await shared.close();
      page = await shared.get(options);
      stop = faults.listen(page, origin);
      return page;
    };
    await use(Object.assign(look, { fresh }));
    await markStalled([page], info);
    stop();
    if (info.status !== info.expectedStatus) await shared.close();
    expect(faults.unexpected).toEqual([]);
  },
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
