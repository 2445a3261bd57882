import type { Page } from '@playwright/test';
import { type Act, act, actsOf } from './acts.ts';
import { type Clause, filled, none, ready } from './protocol.ts';

/** How many things are done to one specimen, in the whole measure and every day. */
const ACTS = { whole: 16, daily: 8 };
/** What the eye takes for standing still, in pixels. */
const MOST = 2;
const WIDTHS = { whole: [1280, 360], daily: [1280] };

/**
 * While one drags, steps or opens a number, all stays where it is but the part that one acts on: whoever looks at a picture must not
 * lose it. Choosing is another matter where it brings another picture, and so is the way back within an inspector: it opens a number.
 */
export const still: Clause = {
  name: 'stands still while one drags, steps and opens',
  daily: 'none',
  isLive: true,
  async check(page, share) {
    const measure = share < 1 ? 'daily' : 'whole';
    const size = page.viewportSize();
    const found: string[] = [];
    await page.emulateMedia({ reducedMotion: 'reduce' });
    try {
      for (const width of WIDTHS[measure]) {
        await page.setViewportSize({ width, height: 800 });
        await ready(page);
        await filled(page);
        const acts = await actsOf(page, 3 * ACTS[measure]);
        const moving = acts.filter(({ kind }) => kind !== 'choice').slice(0, ACTS[measure]);
        for (const one of moving) found.push(...(await jumps(page, one, width)));
        found.push(...(await opened(page, width)));
      }
      none(found, 'It jumps');
    } finally {
      await page.emulateMedia({ reducedMotion: null });
      if (size !== null) await page.setViewportSize(size);
    }
  },
};

async function jumps(page: Page, one: Act, width: number): Promise<string[]> {
  await page.evaluate(note);
  if (!(await act(page, one))) return [];
  const onlyAbove = await page.evaluate(isInInspector, one.index);
  const moved = await page.evaluate(compare, { most: MOST, onlyAbove });
  return moved.map((what) => `at ${width} px, ${one.name}: ${what}`);
}

function isInInspector(index: number): boolean {
  return (window.contract.listed.at(index)?.closest('.inspector') ?? null) !== null;
}

/** Opens a number, where the widget has any: nothing that stands beside or above what opens may move, least of all what was pressed. */
async function opened(page: Page, width: number): Promise<string[]> {
  const found: string[] = [];
  for (const index of [0, 3]) {
    await page.evaluate(note);
    const name = await page.evaluate(pressNumber, index);
    if (name === null) continue;
    const moved = await page.evaluate(compare, { most: MOST, onlyAbove: true });
    found.push(...moved.map((what) => `at ${width} px, opening ${name}: ${what}`));
  }
  return found;
}

declare global {
  interface Window {
    /** Where all stood before. */
    stood: Map<Element, { x: number; y: number }>;
    stoodHeight: number;
    /** The height of all but the inspector, in which a step may open another number. */
    stoodAround: number;
  }
}

/** Notes where everything stands within the widget's frame. */
function note(): void {
  const PARTS =
    'button, input, select, fieldset, svg, canvas, p, h3, h4, table, dl, ul, ol, output, figcaption, [role=grid]';
  const frame = window.contract.frame();
  const origin = frame.getBoundingClientRect();
  window.stood = new Map();
  for (const one of frame.querySelectorAll(PARTS)) {
    // Within a picture things move: that is what it is for. What only listeners have stands nowhere.
    if (
      one.parentElement?.closest('svg') ||
      one.closest('[role=status], .visually-hidden') ||
      !one.checkVisibility()
    )
      continue;
    const { x, y } = one.getBoundingClientRect();
    window.stood.set(one, { x: x - origin.x, y: y - origin.y });
  }
  window.stoodHeight = origin.height;
  const inspector = frame.querySelector('.inspector');
  window.stoodAround = origin.height - (inspector?.getBoundingClientRect().height ?? 0);
}

/** What stands elsewhere now, in words. @param plan.onlyAbove leaves out what stands below an inspector that has opened */
async function compare(plan: { most: number; onlyAbove: boolean }): Promise<string[]> {
  for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  await new Promise((go) => setTimeout(go, 60));
  const { frame, nameOf } = window.contract;
  const origin = frame().getBoundingClientRect();
  const inspector = frame().querySelector('.inspector');
  const from =
    plan.onlyAbove && inspector ? inspector.getBoundingClientRect().y - origin.y : Infinity;
  const found: string[] = [];
  for (const [one, was] of window.stood) {
    if (!one.isConnected || !one.checkVisibility()) continue;
    if (inspector?.contains(one) || was.y >= from - plan.most) continue;
    const { x, y } = one.getBoundingClientRect();
    const [dx, dy] = [x - origin.x - was.x, y - origin.y - was.y];
    // Where a thing of a line grows its neighbours may shift along the line; what is above and below may not.
    if (Math.abs(dy) > plan.most) found.push(`${nameOf(one)} moved by ${Math.round(dy)} px down`);
    else if (Math.abs(dx) > plan.most && one.matches('svg, canvas, input, [role=grid], button'))
      found.push(`${nameOf(one)} moved by ${Math.round(dx)} px across`);
  }
  const around = origin.height - (inspector?.getBoundingClientRect().height ?? 0);
  const grown = Math.min(
    Math.abs(origin.height - window.stoodHeight),
    Math.abs(around - window.stoodAround),
  );
  if (!plan.onlyAbove && grown > plan.most && found.length === 0)
    found.push(`it grew by ${Math.round(grown)} px`);
  return found.slice(0, 3);
}

/** Presses the number at this place. @returns its name; null where there is none */
function pressNumber(index: number): string | null {
  const { frame, nameOf } = window.contract;
  const numbers = frame().querySelectorAll<HTMLElement>('button.number, .text-button');
  const one = [...numbers].filter((number) => number.checkVisibility()).at(index);
  one?.click();
  return one ? nameOf(one) : null;
}
