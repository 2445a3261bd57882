// @ts-check
/*
 * Light or dark, and what else must be known before anything is painted. Runs in the head, so that no page flashes in the wrong theme.
 * The page follows the system. A choice against the system is kept on this device; choosing what the system already says forgets
 * it again, so the page goes back to following. Where storage is denied the choice lasts as long as the page.
 */
(() => {
  const KEY = 'theme';
  const PAPER = { light: '#f8f7f2', dark: '#1b2223' };
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');

  /** @typedef {'light' | 'dark'} Theme */

  /** @returns {Theme | null} what was kept, if it is one of ours */
  function kept() {
    try {
      const value = localStorage.getItem(KEY);
      return value === 'light' || value === 'dark' ? value : null;
    } catch {
      return null;
    }
  }

  /** @param {Theme | null} theme */
  function keep(theme) {
    try {
      if (theme === null) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme);
    } catch {
      // Storage is denied or full; the page is dressed all the same.
    }
  }

  /** @returns {Theme} */
  const ofSystem = () => (system.matches ? 'dark' : 'light');

  let choice = kept();

  function dress() {
    const theme = choice ?? ofSystem();
    if (choice === null) delete root.dataset.theme;
    else root.dataset.theme = choice;
    for (const button of document.querySelectorAll('[data-theme-toggle]')) {
      button.setAttribute('aria-pressed', String(theme === 'dark'));
    }
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      const dark = meta.getAttribute('media')?.includes('dark') ?? false;
      meta.setAttribute('content', PAPER[choice ?? (dark ? 'dark' : 'light')]);
    }
  }

  root.dataset.scripted = '';
  dress();

  // A chapter that is opened at its top may lay out the figures further down after it has been shown (src/components/settle.ts). Whoever
  // comes to a place in it, by a link or by going back, needs all that stands above laid out first.
  const [arrival] = performance.getEntriesByType('navigation');
  const isNewVisit = arrival instanceof PerformanceNavigationTiming && arrival.type === 'navigate';
  if (isNewVisit && location.hash === '') root.dataset.arriving = '';

  // A figure whose JavaScript fails may do so before there is anybody to tell: src/islands/islands.ts looks for the mark when it comes.
  document.addEventListener('astro:hydration-error', ({ target }) => {
    if (target instanceof HTMLElement) target.dataset.missed = '';
  });

  // What a reader does to a figure before it wakes is done again once it lives (src/islands/early.ts).
  window.early = [];
  for (const type of /** @type {const} */ (['click', 'input', 'change'])) {
    addEventListener(
      type,
      ({ target }) => {
        if (!(target instanceof Element) || !target.closest('astro-island[ssr]')) return;
        const field = target.closest('input, select, textarea');
        const one = type === 'click' ? target.closest('button') : field;
        if (!(one instanceof HTMLElement)) return;
        const isTicked = one instanceof HTMLInputElement && /^(radio|checkbox)$/.test(one.type);
        window.early?.push({
          type,
          target: one,
          value: !isTicked && field && 'value' in field ? String(field.value) : undefined,
          isChecked: isTicked ? one.checked : undefined,
        });
      },
      true,
    );
  }

  document.addEventListener('DOMContentLoaded', dress);
  system.addEventListener('change', dress);
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-theme-toggle]')) return;
    const wanted = (choice ?? ofSystem()) === 'dark' ? 'light' : 'dark';
    choice = wanted === ofSystem() ? null : wanted;
    keep(choice);
    dress();
  });

  /** Another tab, or a page come back to, may have been dressed otherwise since. */
  function refresh() {
    choice = kept();
    dress();
  }
  addEventListener('storage', (event) => {
    if (event.key === KEY || event.key === null) refresh();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) refresh();
  });

  // The chapter menu is a plain <details>; with a script it also closes on Escape and on a press beside it.
  const openMenus = () => document.querySelectorAll('details[data-menu][open]');
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of openMenus()) {
      if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
      menu.removeAttribute('open');
    }
  });
  document.addEventListener('pointerdown', (event) => {
    for (const menu of openMenus()) {
      if (!(event.target instanceof Node && menu.contains(event.target))) {
        menu.removeAttribute('open');
      }
    }
  });
})();
