import type { Page } from '@playwright/test';
import { Breach, type Clause, none, ready } from './protocol.ts';

/** A stop of the Tab key within the widget. */
interface Stop {
  readonly name: string;
  readonly hasName: boolean;
  /** False where nothing about it, within it or around it looks other than without the focus. */
  readonly isSeen: boolean;
}

export const keyboard: Clause = {
  name: 'is reached, seen and left by keyboard',
  daily: 'first',
  isLive: true,
  async check(page) {
    // Without motion a focus ring is there at once.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    try {
      await ready(page);
      const { stops, isTrapped } = await walk(page);
      if (isTrapped)
        throw new Breach(
          `Tab never leaves it: ${stops
            .map(({ name }) => name)
            .slice(-3)
            .join(', ')}.`,
        );
      none(
        stops.filter(({ hasName }) => !hasName).map(({ name }) => name),
        'Tab stops that have no name',
      );
      none(
        stops.filter(({ isSeen }) => !isSeen).map(({ name }) => name),
        'Tab stops whose focus cannot be seen',
      );
      none(await page.evaluate(unreached), 'What the keyboard cannot reach');
    } finally {
      await page.emulateMedia({ reducedMotion: null });
    }
  },
};

/** Presses Tab from before the widget until the focus has left it. */
async function walk(page: Page): Promise<{ stops: Stop[]; isTrapped: boolean }> {
  const most = await page.evaluate(begin);
  const stops: Stop[] = [];
  for (let pressed = 0; ; pressed++) {
    await page.keyboard.press('Tab');
    const { before, isInside } = await page.evaluate(arrive);
    if (before !== null) stops.push(before);
    if (!isInside) return { stops, isTrapped: false };
    if (pressed > most) return { stops, isTrapped: true };
  }
}

/** What is remembered in the page between two presses of Tab. */
interface Walk {
  reached: Set<Element>;
  last: Element | null;
  look: Map<Element, string>;
  lookAt: (element: Element) => Map<Element, string>;
}

declare global {
  interface Window {
    walk: Walk;
  }
}

/** Puts the focus just before the widget's first element. @returns how many presses must be enough */
function begin(): number {
  const frame = window.contract.frame();
  frame.tabIndex = -1;
  frame.focus();
  frame.removeAttribute('tabindex');
  const PARTS = [
    'outlineStyle',
    'outlineWidth',
    'outlineColor',
    'boxShadow',
    'borderColor',
    'borderWidth',
  ] as const;
  const MORE = [
    'backgroundColor',
    'stroke',
    'strokeWidth',
    'fill',
    'opacity',
    'visibility',
    'display',
  ] as const;
  window.walk = {
    reached: new Set(),
    last: null,
    look: new Map(),
    /** How an element looks, with what is in it, its label, and the two elements around it. */
    lookAt(element) {
      // Even without motion a change takes until the next frame: what it leads to is there at once.
      for (const change of element.getAnimations({ subtree: true })) {
        if (change instanceof CSSTransition) change.finish();
      }
      const labels = (element as HTMLInputElement).labels ?? [];
      const around = [element.parentElement, element.parentElement?.parentElement];
      const all = [
        element,
        ...labels,
        ...[...element.querySelectorAll('*')].slice(0, 60),
        ...around,
      ];
      const look = new Map<Element, string>();
      for (const one of all) {
        if (!one || one === frame || !frame.contains(one)) continue;
        const style = getComputedStyle(one);
        look.set(one, [...PARTS, ...MORE].map((part) => style[part]).join());
      }
      return look;
    },
  };
  return frame.querySelectorAll('*').length + 10;
}

/** After a press of Tab: notes where the focus is, and how the element that it has left looks without it. */
function arrive(): { before: Stop | null; isInside: boolean } {
  const { frame, nameOf } = window.contract;
  const { walk } = window;
  const now = document.activeElement;
  const isInside = now !== null && now !== frame() && frame().contains(now);
  let before: Stop | null = null;
  if (walk.last !== null) {
    const { last, look } = walk;
    const after = walk.lookAt(last);
    const holdsNow = (one: Element): boolean => one !== last && now !== null && one.contains(now);
    const isSeen =
      !last.isConnected ||
      [...look].some(([one, was]) => !holdsNow(one) && after.has(one) && after.get(one) !== was);
    const labels = [...((last as HTMLInputElement).labels ?? [])];
    const named = (last.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .map((id) => document.getElementById(id));
    const words = [
      last.getAttribute('aria-label'),
      last.getAttribute('title'),
      last.matches('input, select, textarea') ? '' : last.textContent,
      ...[...last.querySelectorAll('[aria-label], [alt]')].map(
        (one) => one.getAttribute('aria-label') ?? one.getAttribute('alt'),
      ),
      ...[...labels, ...named].map((one) => one?.textContent),
    ];
    before = {
      name: nameOf(last),
      hasName: words.some((word) => (word ?? '').trim() !== ''),
      isSeen,
    };
  }
  walk.last = isInside ? now : null;
  if (isInside) {
    walk.reached.add(now);
    walk.look = walk.lookAt(now);
  }
  return { before, isInside };
}

/** What a reader can operate, and Tab did not come to, neither itself nor the group that its keys move within. */
function unreached(): string[] {
  const { frame, nameOf } = window.contract;
  const { reached } = window.walk;
  const ROLES =
    'button checkbox combobox link listbox menuitem option radio slider spinbutton switch tab textbox';
  const operable = [
    'button, input, select, textarea, summary, a[href], [tabindex], [contenteditable]',
    ...ROLES.split(' ').map((role) => `[role=${role}]`),
  ].join();
  const GROUPS = 'grid listbox menu radiogroup tablist toolbar tree application slider';
  const groups = [...GROUPS.split(' ').map((role) => `[role=${role}]`), 'fieldset'].join();

  const isThere = (one: Element): boolean =>
    one.checkVisibility({ visibilityProperty: true }) &&
    !one.matches(':disabled, [type=hidden]') &&
    one.closest('[inert], details:not([open]) > :not(summary)') === null;
  const isReached = (one: Element): boolean => {
    if (reached.has(one)) return true;
    const radio = one as HTMLInputElement;
    if (one.matches('input[type=radio]')) {
      return [...reached].some(
        (other) =>
          other.matches('input[type=radio]') && (other as HTMLInputElement).name === radio.name,
      );
    }
    // Within one focusable grid or pad, or beside the one member of a group that Tab stops at.
    if ([...reached].some((other) => other.contains(one) && other.matches('[tabindex]')))
      return true;
    const group = one.closest(groups);
    return (
      group !== null &&
      one.matches('[tabindex="-1"]') &&
      [...reached].some((other) => group.contains(other))
    );
  };
  const found = [...frame().querySelectorAll(operable)]
    .filter(
      (one) =>
        isThere(one) &&
        !(one.matches('[tabindex="-1"]') && !one.matches('button, input, select, a[href], [role]')),
    )
    .filter((one) => !isReached(one))
    .map((one) => `${nameOf(one)} is passed over by Tab`);
  // What shows a hand invites a press, so there must be another way to it.
  for (const one of frame().querySelectorAll('*')) {
    if (getComputedStyle(one).cursor !== 'pointer' || !isThere(one)) continue;
    const way = one.closest(`${operable}, label`);
    const isLabel = one.querySelector('label, input, button, a[href]') !== null;
    if (way === null && !isLabel) found.push(`${nameOf(one)} shows a hand, and no key gets there`);
  }
  return found;
}
