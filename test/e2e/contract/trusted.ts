/** Events that the browser itself makes, as for a reader's mouse, finger and keys: they capture, focus, scroll and follow for real. */
import type { CDPSession, Page } from '@playwright/test';

/** No Tab among them: it would lead out of the widget, and Enter then to another page. */
const KEYS: readonly (readonly [key: string, code: number])[] = [
  ['ArrowLeft', 37],
  ['ArrowUp', 38],
  ['ArrowRight', 39],
  ['ArrowDown', 40],
  ['Home', 36],
  ['End', 35],
  ['Escape', 27],
  ['Enter', 13],
  [' ', 32],
  ['Delete', 46],
];
const BATCH = 25;

type Send = (method: 'mouse' | 'touch' | 'key', parameters: object) => Promise<unknown>;

export async function trusted(page: Page, seed: number, count: number): Promise<void> {
  const numbers = await page.evaluate((start) => {
    const next = window.contract.createPrng(start);
    return Array.from({ length: 4096 }, next);
  }, seed);
  let drawn = 0;
  const random = (): number => numbers[drawn++ % numbers.length];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const cdp = await page.context().newCDPSession(page);
  const send = sender(cdp);
  await page.evaluate(() => {
    // A wipe over the edge would go back in the browser's history, or load the page anew.
    document.documentElement.style.overscrollBehavior = 'none';
    addEventListener(
      'click',
      (event) => {
        if ((event.target as Element).closest('a[href], input[type=file]')) event.preventDefault();
      },
      { capture: true },
    );
  });
  let isDown = false;
  for (let sent = 0; sent < count; sent += BATCH) {
    const { x, y, width, height } = await inSight(page, random());
    const place = (): { x: number; y: number } => ({
      x: Math.round(x + random() * width),
      y: Math.round(y + random() * height),
    });
    const batch: Promise<unknown>[] = [];
    for (let i = 0; i < Math.min(BATCH, count - sent); i++) {
      const roll = random();
      if (roll < 0.55) {
        const moves = random() < 0.5;
        const type = moves ? 'mouseMoved' : isDown ? 'mouseReleased' : 'mousePressed';
        if (!moves) isDown = !isDown;
        const button = moves && !isDown ? 'none' : 'left';
        const buttons = isDown ? 1 : 0;
        batch.push(send('mouse', { type, ...place(), button, buttons, clickCount: moves ? 0 : 1 }));
      } else if (roll < 0.8) {
        const [key, windowsVirtualKeyCode] = pick(KEYS);
        const text = key === ' ' ? ' ' : key === 'Enter' ? '\r' : undefined;
        const base = { key, code: key === ' ' ? 'Space' : key, windowsVirtualKeyCode };
        batch.push(
          send('key', {
            type: text === undefined ? 'rawKeyDown' : 'keyDown',
            ...base,
            ...(text === undefined ? {} : { text }),
          }),
        );
        batch.push(send('key', { type: 'keyUp', ...base }));
      } else {
        batch.push(send('touch', { type: 'touchStart', touchPoints: [place()] }));
        if (random() < 0.6)
          batch.push(send('touch', { type: 'touchMove', touchPoints: [place()] }));
        const type = random() < 0.75 ? 'touchEnd' : 'touchCancel';
        batch.push(send('touch', { type, touchPoints: [] }));
      }
    }
    await Promise.all(batch);
  }
  if (isDown)
    await send('mouse', { type: 'mouseReleased', x: 1, y: 1, button: 'left', clickCount: 1 });
  await cdp.detach();
}

function sender(cdp: CDPSession): Send {
  const methods = {
    mouse: 'Input.dispatchMouseEvent',
    touch: 'Input.dispatchTouchEvent',
    key: 'Input.dispatchKeyEvent',
  } as const;
  // The browser now and then refuses an event, such as a press in the midst of a drag: that is no fault of the widget's.
  return (method, parameters) =>
    cdp.send(methods[method], parameters as never).catch((error: unknown) => {
      if (!String(error).includes('Internal error')) throw error;
    });
}

/** Scrolls some part of the widget into sight. @returns the part of it that is on the screen, in CSS pixels */
async function inSight(
  page: Page,
  share: number,
): Promise<{ x: number; y: number; width: number; height: number }> {
  return page.evaluate((down) => {
    const frame = window.contract.frame();
    const box = frame.getBoundingClientRect();
    const most = Math.max(0, box.height - innerHeight / 2);
    scrollTo(0, scrollY + box.top - 40 + down * most);
    const { left, top, right, bottom } = frame.getBoundingClientRect();
    const [y, end] = [Math.max(0, top), Math.min(innerHeight, bottom)];
    return { x: left, y, width: right - left, height: Math.max(1, end - y) };
  }, share);
}
