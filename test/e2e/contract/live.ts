import { act, actsOf } from './acts.ts';
import { type Clause, filled, none, ready } from './protocol.ts';

/** How many things are done to one specimen, in the whole measure and every day. */
const ACTS = { whole: 14, daily: 6 };
/** Longer than any announcement waits, in milliseconds. */
const REST = 450;

/** Only announcements may wait for the hand to rest: what is seen must agree with itself at every frame. */
export const live: Clause = {
  name: 'shows at once what follows from what is done',
  daily: 'none',
  isLive: true,
  async check(page, share) {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    try {
      await ready(page);
      await filled(page);
      const found: string[] = [];
      for (const one of await actsOf(page, ACTS[share < 1 ? 'daily' : 'whole'])) {
        if (!(await act(page, one))) continue;
        const late = await page.evaluate(lateText, REST);
        if (late !== null) found.push(`${one.name}: ${late}`);
      }
      none(found, 'What is seen follows late');
    } finally {
      await page.emulateMedia({ reducedMotion: null });
    }
  },
};

/** What the visible text changes to after it should have been there, as 'was -> is'; null where it stands, or a worker is at work. */
async function lateText(rest: number): Promise<string | null> {
  const frame = window.contract.frame();
  const isBusy = (): boolean => frame.querySelector('[aria-busy=true]') !== null;
  const texts = (): string[] => {
    const found: string[] = [];
    const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement;
      const text = node.nodeValue?.replace(/\s+/g, ' ').trim() ?? '';
      if (text === '' || !around || around.closest('[role=status], [aria-live], .visually-hidden'))
        continue;
      found.push(text);
    }
    return found;
  };
  for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  if (isBusy()) return null;
  const before = texts();
  await new Promise((go) => setTimeout(go, rest));
  if (isBusy()) return null;
  const after = texts();
  const at = after.findIndex((text, i) => text !== before[i]);
  if (at < 0 && after.length === before.length) return null;
  return `'${before.at(at) ?? '(nothing)'}' -> '${after.at(at) ?? '(nothing)'}'`;
}
