/**
 * A finger on a phone: what is meant to be dragged follows it, and everywhere else it scrolls the page and changes nothing. All by the
 * browser's own touch input, for made-up events are neither cancelled nor do they scroll.
 */
import type { Page } from '@playwright/test';
import { Finger, type Spot } from './finger.ts';
import { type Clause, difference, filled, isFirst, none, ready, settled } from './protocol.ts';

const PHONE = { width: 360, height: 740 };
/** What a reader drags. A sweep is none of them: it is pointed at, and may have nothing new for a while. */
const HANDLES = [
  '.handle',
  'input[type=range]',
  '[role=slider]:not(input, :has(> .sweep))',
  '[aria-roledescription="drawing pad"]',
].join();
/** What a reader looks at and scrolls past, with the lists that might scroll by themselves. */
const PICTURES =
  'svg, canvas, input[type=range], [role=application], [role=grid], [role=listbox], table, .plate';
/** So many places are swiped and so many things dragged, fewer in the smaller measure: more of a widget's are like these. */
const SWIPES = { whole: 8, daily: 4 };
const DRAGS = { whole: 5, daily: 3 };
/** How far a swipe goes and at least scrolls, and how far a drag goes to either side; in pixels. */
const SWIPE = 160;
const SCROLL = 100;
const DRAG = 150;
/** Where on the screen things are brought before they are touched, in pixels from its top. */
const HEIGHT = 420;

export const touch: Clause = {
  name: 'follows a finger where it is dragged, and lets the page scroll where it is not',
  daily: 'first',
  isLive: true,
  async check(page, share) {
    const measure = share < 1 ? 'daily' : 'whole';
    const size = page.viewportSize();
    await page.setViewportSize(PHONE);
    const finger = await Finger.on(page);
    try {
      await ready(page);
      await page.evaluate(() => {
        // Room to scroll, whatever the widget's height; and no link is followed.
        document.body.style.paddingBlock = '800px';
        document.documentElement.style.scrollBehavior = 'auto';
        window.contract.isCancelled = false;
        addEventListener('pointercancel', () => (window.contract.isCancelled = true), true);
      });
      const before = await filled(page);
      none(await swiped(page, finger, SWIPES[measure]), 'A swipe up does not scroll the page');
      const after = await settled(page);
      none(
        after === before ? [] : [difference(before, after)],
        'It was scrolled past, and is not as before',
      );
      none(await dragged(page, finger, DRAGS[measure]), 'It does not follow a finger');
    } finally {
      await finger.leave();
      await page.evaluate(() => (document.body.style.paddingBlock = ''));
      if (size !== null) await page.setViewportSize(size);
    }
  },
};

/** Swipes up over each of the widget's pictures and lists. @returns those where the page did not scroll */
async function swiped(page: Page, finger: Finger, most: number): Promise<string[]> {
  const found: string[] = [];
  const count = await page.evaluate(mark, { selector: PICTURES, most });
  for (let i = 0; i < count; i++) {
    const mayPaint = !isFirst(page.url());
    const spot = await page.evaluate(bring, { index: i, height: HEIGHT, isSwipe: true, mayPaint });
    if (spot === null) continue;
    const by = await finger.swipeUp(spot, SWIPE);
    if (by < SCROLL) found.push(`${spot.name}, at ${spot.x} px across: ${by} of ${SWIPE} px`);
  }
  return found;
}

/** Drags each of what is meant for it. @returns what did not follow all of the way, both ways */
async function dragged(page: Page, finger: Finger, most: number): Promise<string[]> {
  const found: string[] = [];
  const count = await page.evaluate(mark, { selector: HANDLES, most });
  for (let i = 0; i < count; i++) {
    const spot = await page.evaluate(bring, {
      index: i,
      height: HEIGHT,
      isSwipe: false,
      mayPaint: true,
    });
    if (spot === null) continue;
    if (spot.isAsleep) await finger.tap(spot);
    await page.evaluate(() => (window.contract.isCancelled = false));
    // To the side that has room, and back.
    const [room, from] = spot.isUpright ? [PHONE.height, spot.y] : [PHONE.width, spot.x];
    const way = from < room / 2 ? DRAG : -DRAG;
    await finger.down(spot);
    let seen = await page.evaluate(look, i);
    for (const part of [0.5, 1, 0.5, 0]) {
      const by = way * part;
      const [x, y] = spot.isUpright ? [spot.x, spot.y + by] : [spot.x + by, spot.y];
      await finger.to({ x, y });
      const now = await page.evaluate(look, i);
      if (now.isCancelled) found.push(`${spot.name}: the browser took the finger away`);
      else if (now.looks === seen.looks && !now.isAtEnd) {
        found.push(`${spot.name}: unchanged on the way to ${by} px from where it was`);
      }
      seen = now;
      if (now.isCancelled) break;
    }
    await finger.up();
  }
  return found;
}

declare global {
  interface Window {
    /** What is looked at one after the other. */
    touched: Element[];
  }
}

/** Picks what is on the screen, one inside another left out, evenly among all of them. @returns how many there are */
function mark({ selector, most }: { selector: string; most: number }): number {
  const all = [...window.contract.frame().querySelectorAll(selector)].filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    const isSeen = element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
    const isWithin = element.parentElement?.closest(selector) ?? null;
    return isSeen && width >= 20 && height >= 20 && isWithin === null;
  });
  const every = Math.max(1, all.length / most);
  window.touched = all.filter((_, i) => Math.floor(i / every) !== Math.floor((i - 1) / every));
  return window.touched.length;
}

interface Brought extends Spot {
  readonly name: string;
  /** Whether it wants a tap first. */
  readonly isAsleep: boolean;
  /** Whether it is dragged up and down, and not across. */
  readonly isUpright: boolean;
}

/**
 * Scrolls to one of them. @returns where to touch it; null where another thing lies on it there, and for a swipe where a handle or an
 * open pad does, which is no place to scroll by; nor is a grid that paints, but as a figure begins none may
 */
function bring(plan: {
  index: number;
  height: number;
  isSwipe: boolean;
  mayPaint: boolean;
}): Brought | null {
  const element = window.touched[plan.index];
  const before = element.getBoundingClientRect();
  scrollBy({
    top: before.top + Math.min(before.height / 2, plan.height) - plan.height,
    behavior: 'instant',
  });
  const { left, top, width, height } = element.getBoundingClientRect();
  const inner = {
    x: left + width * (plan.isSwipe ? 0.3 : 0.5),
    y: top + Math.min(height / 2, plan.height),
  };
  if (element instanceof HTMLInputElement && !plan.isSwipe) {
    // On its thumb, 24 px wide.
    const [min, max] = [Number(element.min || 0), Number(element.max || 100)];
    const part = max > min ? (element.valueAsNumber - min) / (max - min) : 0;
    if (height > width) inner.y = top + part * height;
    else inner.x = left + 12 + part * (width - 24);
  }
  const spot = { x: Math.round(inner.x), y: Math.round(inner.y) };
  const hit = document.elementFromPoint(spot.x, spot.y);
  if (hit === null || !(element.contains(hit) || hit.contains(element))) return null;
  const name = window.contract.nameOf(element);
  const isAsleep = element.classList.contains('asleep');
  if (plan.isSwipe) {
    // Only a slender handle may keep the page from scrolling, and a pad that the reader has opened; a finger covers some 12 px either way.
    for (const by of [0, -12, 12]) {
      let on = document.elementFromPoint(spot.x, spot.y + by);
      for (; on !== null; on = on.parentElement) {
        if (getComputedStyle(on).touchAction !== 'none') continue;
        const box = on.getBoundingClientRect();
        const isPad = on.getAttribute('aria-roledescription') === 'drawing pad';
        const paints = plan.mayPaint && on.getAttribute('role') === 'application';
        if (isPad || paints || Math.min(box.width, box.height) <= 64) return null;
      }
    }
  }
  const isUpright = element instanceof HTMLInputElement && height > width;
  return { ...spot, name, isAsleep, isUpright };
}

/** How one of them stands now. */
function look(index: number): { looks: string; isAtEnd: boolean; isCancelled: boolean } {
  const element = window.touched[index];
  const { x, y } = element.getBoundingClientRect();
  const read = (name: string): string => element.getAttribute(name) ?? '';
  const input = element instanceof HTMLInputElement ? element : null;
  const [value, min, max] = input
    ? [input.value, input.min, input.max]
    : [read('aria-valuenow'), read('aria-valuemin'), read('aria-valuemax')];
  const step = input ? Number(input.step) || 1 : 0;
  // Few steps stand far apart: a thumb between two of them stays.
  const isCoarse = input !== null && (Number(max) - Number(min)) / step < 6;
  // The last step of a track may lie before its end, or there but for a rounding.
  const isAtEnd =
    value !== '' &&
    (Number(value) - Number(min) < step / 2 || Number(max) - Number(value) < step * 0.999);
  return {
    looks: [x, y, value, read('aria-valuetext'), window.contract.state(element)].join(' '),
    isAtEnd: isAtEnd || isCoarse || (value !== '' && (value === min || value === max)),
    isCancelled: window.contract.isCancelled,
  };
}
