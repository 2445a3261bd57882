import { files, pages, specimenPages } from './built-site.ts';
import { expect, test } from './fixtures.ts';

interface Linked {
  readonly ids: readonly string[];
  /** Absolute addresses of everything that the page links to or loads. */
  readonly targets: readonly string[];
}

test.use({ javaScriptEnabled: false });

test('every link, anchor and file that a page names exists', async ({ page, baseURL }) => {
  const { origin } = new URL('/', baseURL);
  const linked = new Map<string, Linked>();
  for (const address of pages) {
    await page.goto(address);
    linked.set(
      address,
      await page.evaluate((): Linked => {
        const of = (selector: string, attribute: string): string[] =>
          [...document.querySelectorAll(selector)].flatMap((element) => {
            const value = element.getAttribute(attribute);
            return value === null ? [] : [new URL(value, document.baseURI).href];
          });
        return {
          ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
          targets: [
            ...of('a[href], area[href]', 'href'),
            ...of('link[href]:not([rel=canonical])', 'href'),
            ...of('[src]', 'src'),
            ...of('astro-island', 'component-url'),
          ],
        };
      }),
    );
  }

  const broken: string[] = [];
  for (const [address, { targets }] of linked) {
    for (const target of targets) {
      const url = new URL(target);
      if (url.origin !== origin) continue;
      const path = decodeURIComponent(url.pathname);
      const there =
        [...pages, ...specimenPages].includes(path) ||
        (files.includes(path) && !path.endsWith('/index.html'));
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (!there) broken.push(`${address} -> ${path}`);
      else if (anchor !== '' && !linked.get(path)?.ids.includes(anchor)) {
        broken.push(`${address} -> ${path}#${anchor}`);
      }
    }
  }
  expect(broken).toEqual([]);
  expect([...linked.values()].flatMap(({ targets }) => targets).length).toBeGreaterThan(
    pages.length,
  );
});
