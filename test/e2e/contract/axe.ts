import { AxeBuilder } from '@axe-core/playwright';
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
  daily: 'none',
  async check(page) {
    await ready(page);
    const size = page.viewportSize();
    const found: string[] = [];
    try {
      for (const { colorScheme, width } of LOOKS) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate(arrived);
        const builder = new AxeBuilder({ page }).withTags(TAGS).setLegacyMode();
        if (!isFirst(page.url())) builder.include('[data-specimen]');
        const { violations } = await builder.analyze();
        for (const { id, nodes } of violations) {
          for (const { html, failureSummary } of nodes) {
            const why = failureSummary?.split('\n').slice(1, 3).join(' ').trim();
            found.push(`${id}, ${colorScheme}, ${width} px: ${html.slice(0, 120)} ${why ?? ''}`);
          }
        }
      }
    } finally {
      await page.emulateMedia({ colorScheme: null, reducedMotion: null });
      if (size !== null) await page.setViewportSize(size);
    }
    none(found, 'axe found');
  },
};

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
