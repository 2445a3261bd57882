import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Clause, isFirst, none, ready } from './protocol.ts';

export const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Each theme at each width. */
export const LOOKS = [
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 320 },
] as const;

/** No rule switched off; the whole page for a widget's first specimen, the widget for the others, which stand on the same page; the size of targets, with its exception for those with room around them, is one of the rules. */
export const axe: Clause = {
  name: 'has no fault that axe knows',
  daily: 'first',
  async check(page, share) {
    await ready(page);
    const size = page.viewportSize();
    const found: string[] = [];
    try {
      // Chapters look at their figures light and wide every day, so that the other end is left to this.
      for (const { colorScheme, width } of share < 1 ? LOOKS.slice(-1) : LOOKS) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate(arrived);
        const builder = axeOn(page).withTags(TAGS);
        if (share < 1 || !isFirst(page.url())) builder.include('[data-specimen]');
        for (const line of await violations(builder)) {
          found.push(`${colorScheme}, ${width} px: ${line}`);
        }
      }
    } finally {
      await page.emulateMedia({ colorScheme: null, reducedMotion: null });
      if (size !== null) await page.setViewportSize(size);
    }
    none(found, 'axe found');
  },
};

/**
 * Axe on a page of ours. There is nothing within frames here, so it runs in the page itself, and of what it looked at only the
 * violations come back: sending all the rest took as long as the looking.
 */
export function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

/** What it found, a line for each element: the rule, the element and why. */
export async function violations(axe: AxeBuilder): Promise<string[]> {
  const found = await axe.analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => {
      const why = failureSummary?.split('\n').slice(1, 3).join(' ').trim();
      return `${id}: ${html.slice(0, 120)} ${why ?? ''}`;
    }),
  );
}

/** Ends what is on its way from one theme's colours to the other's; else axe would measure something between them. */
export async function arrived(): Promise<void> {
  const frame = (): Promise<number> => new Promise(requestAnimationFrame);
  await frame();
  for (const animation of document.getAnimations()) {
    const isEndless = animation.effect?.getComputedTiming().endTime === Infinity;
    if (isEndless) animation.cancel();
    else animation.finish();
  }
  await frame();
}
