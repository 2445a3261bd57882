import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Clause, isFirst, none, reopen } from './protocol.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Each theme and each width; all four pairs for a widget's first specimen, two for the others, whose colours are the same. */
function looks(page: Page): readonly (readonly ['light' | 'dark', readonly number[]])[] {
  const all = isFirst(page.url());
  return [
    ['light', all ? [320, 1280] : [320]],
    ['dark', all ? [320, 1280] : [1280]],
  ];
}

/** No rule switched off; the whole page for a widget's first specimen, the widget for the others, which stand on the same page; the size of targets, with its exception for those with room around them, is one of the rules. */
export const axe: Clause = {
  name: 'has no fault that axe knows',
  isHeavy: true,
  async check(page) {
    const size = page.viewportSize();
    const found: string[] = [];
    try {
      for (const [colorScheme, widths] of looks(page)) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await reopen(page); // else colours may be measured on their way
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
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
      }
    } finally {
      await page.emulateMedia({ colorScheme: null, reducedMotion: null });
      if (size !== null) await page.setViewportSize(size);
    }
    none(found, 'axe found');
  },
};
