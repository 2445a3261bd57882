/**
 * Watches over the islands of a page whose JavaScript does not come: the connection is lost, the server no longer has the file, or nobody
 * answers. Astro tries twice, a second apart, and then only tells of it (`astro:hydration-error`); for an import that never ends it waits
 * in silence. Imported by every page. What figures need besides JavaScript is the business of `hydrate.ts`.
 *
 * Chromium and WebKit forget an import that failed; Firefox keeps the failure for as long as the page lives. Astro's second try has an
 * address of its own, so that Firefox is helped where the failed file is the island's own; where it is one that several share, only a
 * fresh page helps, and the second failure offers that.
 */
import { PATIENCE } from './patient.ts';
import { ask, isInTrouble, type Why } from './trouble.ts';

/** An island, as far as it is Astro's. */
interface Island extends HTMLElement {
  connectedCallback(): void;
}

/** How long the server may take to say whether it has a file, in milliseconds. */
const ANSWER = 5000;

/** How often each island has tried in vain. */
const failures = new WeakMap<Element, number>();

/** Whether there is still nothing of an island but what the server made. */
const isAsleep = (island: Element): boolean => island.matches('[ssr]:not([data-begun])');

/** An island takes no room itself: what is in it comes into sight. From then on its JavaScript has so long to come. */
const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    const island = target.closest<Island>('astro-island');
    if (!isIntersecting || !island) continue;
    for (const child of island.children) sight.unobserve(child);
    setTimeout(() => {
      if (isAsleep(island) && !isInTrouble(island)) void missed(island, true);
    }, 1000 * PATIENCE);
  }
});

function watch(island: Island): void {
  for (const child of island.children) sight.observe(child);
}

/** Says that an island's JavaScript did not come, and tries again when it is time. */
async function missed(island: Island, isSilent: boolean): Promise<void> {
  const failed = (failures.get(island) ?? 0) + 1;
  failures.set(island, failed);
  await ask(island, await reason(island, isSilent, failed > 1));
  if (!isAsleep(island)) return;
  if (isSilent) {
    // A page asks for an address once: the same again would wait for the same silence, for every island that has it.
    for (const name of ['component-url', 'renderer-url']) {
      const silent = island.getAttribute(name) ?? '';
      const url = new URL(silent, location.href);
      url.searchParams.set('try', `${failed}`);
      for (const other of document.querySelectorAll(`astro-island[ssr][${name}="${silent}"]`)) {
        other.setAttribute(name, url.href);
      }
    }
  }
  watch(island);
  // As when the page was opened: Astro begins when the island is in the page.
  island.connectedCallback();
}

async function reason(island: Island, isSilent: boolean, isAgain: boolean): Promise<Why> {
  const reload = isAgain ? ' Reloading the page may help.' : '';
  if (isSilent) return { words: `has not come yet.${reload}`, isPageStale: isAgain };
  const status = await statusOf(island.getAttribute('component-url') ?? '');
  if (status === 404 || status === 410) {
    const words =
      'is no longer there. The site may have been renewed since you opened this page; reloading it helps then.';
    return { words, isPageStale: true };
  }
  if (status) return { words: `did not load.${reload}`, isPageStale: isAgain };
  const why = navigator.onLine
    ? 'The connection may be lost.'
    : 'You are offline; it tries again by itself once you are online.';
  return { words: `did not load. ${why}` };
}

/** What the server answers now when asked for a file, or undefined when it does not. */
async function statusOf(url: string): Promise<number | undefined> {
  try {
    const signal = AbortSignal.timeout(ANSWER);
    return (await fetch(url, { method: 'HEAD', cache: 'no-store', signal })).status;
  } catch {
    return undefined;
  }
}

document.addEventListener('astro:hydration-error', ({ target }) => {
  const island = target instanceof Element && target.closest<Island>('astro-island');
  if (island && !isInTrouble(island)) void missed(island, false);
});
for (const island of document.querySelectorAll<Island>('astro-island[ssr]')) {
  // Marked by public/theme.js: it failed before this was here.
  if ('missed' in island.dataset) void missed(island, false);
  else watch(island);
}
