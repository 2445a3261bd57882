/** One finger on a touch screen, by the browser's own input: it scrolls, is cancelled and is captured as a reader's is. */
import type { CDPSession, Page } from '@playwright/test';

/** A place on the screen, in CSS pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** How many moves a stroke is made of. */
const MOVES = 4;
/** A finger that rested so long before it goes up throws nothing: the page scrolls no further. Seconds. */
const REST = 0.2;

export class Finger {
  readonly #page: Page;
  readonly #cdp: CDPSession;
  #at: Spot = { x: 0, y: 0 };

  private constructor(page: Page, cdp: CDPSession) {
    this.#page = page;
    this.#cdp = cdp;
  }

  /** Makes the page's screen one for fingers, until `leave`. */
  static async on(page: Page): Promise<Finger> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
    return new Finger(page, cdp);
  }

  async leave(): Promise<void> {
    await this.#cdp.send('Emulation.setTouchEmulationEnabled', { enabled: false });
    await this.#cdp.detach();
  }

  async down(spot: Spot): Promise<void> {
    this.#at = spot;
    await this.#send('touchStart', [spot]);
  }

  /** Goes straight to a place, and waits until the page has drawn that. */
  async to(spot: Spot): Promise<void> {
    const from = this.#at;
    this.#at = spot;
    const moves = Array.from({ length: MOVES }, (_, i) => {
      const part = (i + 1) / MOVES;
      return this.#send('touchMove', [
        { x: from.x + (spot.x - from.x) * part, y: from.y + (spot.y - from.y) * part },
      ]);
    });
    await Promise.all([...moves, this.#drawn()]);
  }

  /** @param rest how long it lay there before, in seconds */
  async up(rest = 0): Promise<void> {
    await this.#send('touchEnd', [], Date.now() / 1000 + rest);
  }

  async tap(spot: Spot): Promise<void> {
    await this.down(spot);
    await this.up();
  }

  /** Goes down, so far up the screen, rests, and lifts. @returns how far the page scrolled, in pixels */
  async swipeUp(spot: Spot, by: number): Promise<number> {
    const before = await this.#page.evaluate(() => scrollY);
    await this.down(spot);
    const end = { x: spot.x, y: spot.y - by };
    await this.to(end);
    await Promise.all([this.#send('touchMove', [end], Date.now() / 1000 + REST), this.up(REST)]);
    return (await this.#page.evaluate(rested)) - before;
  }

  async #drawn(): Promise<void> {
    await this.#page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }

  async #send(
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    touchPoints: Spot[],
    timestamp = Date.now() / 1000,
  ): Promise<void> {
    await this.#cdp.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp });
  }
}

/** Waits until the page has come to rest: on a busy machine it scrolls on after the finger is gone. @returns how far it is scrolled then */
async function rested(): Promise<number> {
  const STILL = 4;
  const MOST = 60;
  let last = scrollY;
  for (let still = 0, frames = 0; still < STILL && frames < MOST; frames++) {
    await new Promise(requestAnimationFrame);
    still = scrollY === last ? still + 1 : 0;
    last = scrollY;
  }
  return last;
}
