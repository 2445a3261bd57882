/**
 * Without a graphics card, Chromium now and then stops drawing one of its pages: scripts and timers run, the main thread rests, yet no
 * frame comes any more, while a new page beside it is drawn. Measured with Chromium 156 on two busy cores: 5 of about 2,500 openings of
 * the whole pass of chapter 4. A test on such a page has found nothing out about the site; it is done once more, on a page of its own.
 * Every other failure stands at the first go.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page, TestInfo } from '@playwright/test';

/** A frame is due sixty times a second; so many milliseconds without one are no busy moment. */
const WITHOUT_FRAME = 5_000;

/** Whether scripts run on this page and no frame comes. A page that answers nothing, or may run no script, is not stalled. */
export async function isStalled(page: Page): Promise<boolean> {
  const drawn = page.evaluate(
    (limit) =>
      new Promise<boolean>((resolve) => {
        requestAnimationFrame(() => resolve(true));
        setTimeout(() => resolve(false), limit);
      }),
    WITHOUT_FRAME,
  );
  const silence = new Promise<boolean>((resolve) => setTimeout(resolve, 2 * WITHOUT_FRAME, true));
  return !(await Promise.race([drawn.catch(() => true), silence]));
}

/** To be called before a test: its second go is only for one whose page stalled. */
export function allowSecondGo(info: TestInfo): void {
  if (info.retry > 0 && !existsSync(markOf(info))) {
    throw new Error('It failed at the first go, on a page that was drawn: see there.');
  }
}

/** To be called after a test, with the pages it used. */
export async function markStalled(pages: readonly Page[], info: TestInfo): Promise<void> {
  if (info.status === info.expectedStatus) return;
  const stalled = await Promise.all(pages.filter((page) => !page.isClosed()).map(isStalled));
  if (!stalled.includes(true)) return;
  const mark = markOf(info);
  mkdirSync(path.dirname(mark), { recursive: true });
  writeFileSync(mark, '');
}

function markOf({ project, testId }: TestInfo): string {
  return path.join(project.outputDir, 'stalled', testId);
}
