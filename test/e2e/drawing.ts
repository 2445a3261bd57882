/** Draws on the page's pad as a reader would: by trusted mouse, touch, stylus and key events. */
import type { CDPSession, Locator, Page } from '@playwright/test';
import type { Line, Strokes } from '../drawings/curve.ts';
import { DRAWN_DIGITS, type DrawnDigit } from '../drawings/digits.ts';
import { ready } from './fixtures.ts';

/** Draws strokes in pad units, one after the other. */
export type Draw = (strokes: Strokes) => Promise<void>;

/** A place on the screen, in CSS pixels. */
interface Place {
  x: number;
  y: number;
}

/** Six of each digit, half of them by awkward hands. */
export const SETS: readonly DrawnDigit[] = Array.from({ length: 10 }, (_, label) =>
  (['plain', 'awkward'] as const).flatMap((hand) =>
    DRAWN_DIGITS.filter((drawn) => drawn.label === label && drawn.hand === hand).slice(0, 3),
  ),
).flat();

const KEY_CODES: Readonly<Record<string, number>> = {
  ' ': 32,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
};

export class PadUnderTest {
  readonly page: Page;
  readonly pad: Locator;
  readonly status: Locator;
  /** How many strokes of ink are on the pad. */
  readonly ink: Locator;
  readonly #cdp: Promise<CDPSession>;

  constructor(page: Page) {
    this.page = page;
    this.pad = page.getByRole('application', { name: 'Drawing pad' });
    this.ink = this.pad.locator('svg path.ink');
    this.status = page.getByRole('status').first();
    this.#cdp = page.context().newCDPSession(page);
  }

  /** Opens a page with a pad, and waits until the network is there and the pad is blank. */
  async open(address = '/recogniser/'): Promise<void> {
    const model = this.page.waitForResponse(/\/models\/recogniser\./);
    await this.page.goto(address);
    await ready(this.page);
    await (await model).finished();
    await this.clear();
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  async clear(): Promise<void> {
    const invitation = this.page.getByText('Draw a digit here');
    if (await invitation.isVisible()) return;
    await this.press('Clear');
    await invitation.waitFor();
  }

  /** The share of the sets that are read as what they are, each on a pad that was cleared. */
  async shareRead(
    draw: Draw,
    sets: readonly DrawnDigit[],
  ): Promise<{ share: number; missed: string[] }> {
    const missed: string[] = [];
    // The button has tests of its own: between two of many drawings it is pressed from within.
    const wipe = await this.page
      .getByRole('button', { name: 'Clear', exact: true })
      .elementHandle();
    for (const { id, label, strokes } of sets) {
      await draw(strokes);
      const said = (await this.status.textContent()) ?? '';
      if (!new RegExp(`^It reads an? ${label}\\b`).test(said)) missed.push(`${id}: ${said}`);
      await wipe?.evaluate((button: HTMLElement) => button.click());
      await this.ink.first().waitFor({ state: 'detached' });
    }
    return { share: 1 - missed.length / sets.length, missed };
  }

  /** From pad units to places on the screen, with all of the pad in sight. */
  async screen(): Promise<(x: number, y: number) => Place> {
    const box = await this.pad.evaluate((pad) => {
      const { top, bottom } = pad.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) pad.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = pad.getBoundingClientRect();
      return { x, y, width, height };
    });
    return (x, y) => ({ x: box.x + x * box.width, y: box.y + y * box.height });
  }

  readonly byMouse: Draw = (strokes) => this.#drag(strokes, 'mouse');

  readonly byStylus: Draw = (strokes) => this.#drag(strokes, 'pen');

  /** Each stroke in one go: the page gets what a frame has room for as coalesced events. */
  async #drag(strokes: Strokes, pointerType: 'mouse' | 'pen'): Promise<void> {
    const cdp = await this.#cdp;
    const at = await this.screen();
    for (const stroke of strokes) {
      const places = pairs(stroke).map(([x, y]) => at(x, y));
      const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', place: Place): unknown =>
        cdp.send('Input.dispatchMouseEvent', {
          type,
          ...place,
          button: 'left',
          buttons: type === 'mouseReleased' ? 0 : 1,
          clickCount: 1,
          pointerType,
        });
      await Promise.all([
        send('mousePressed', places[0]),
        ...places.slice(1).map((place) => send('mouseMoved', place)),
        send('mouseReleased', places[places.length - 1]),
      ]);
    }
  }

  /** A stylus that comes near without touching. */
  async hover({ x, y }: Place): Promise<void> {
    const cdp = await this.#cdp;
    const nothing = { button: 'none', buttons: 0, pointerType: 'pen' } as const;
    await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y, ...nothing });
  }

  readonly byTouch: Draw = async (strokes) => {
    const at = await this.screen();
    for (const stroke of strokes) {
      const places = pairs(stroke).map(([x, y]) => at(x, y));
      await Promise.all([
        ...places.map((place, i) => this.touch(i === 0 ? 'touchStart' : 'touchMove', [place])),
        this.touch('touchEnd', []),
      ]);
    }
  };

  async touch(
    type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
    touchPoints: (Place & { id?: number })[],
  ): Promise<void> {
    const cdp = await this.#cdp;
    await cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  }

  /** Keys alone: each stroke is walked cell by cell. */
  readonly byKeyboard: Draw = async (strokes) => {
    await this.pad.focus();
    const keys = ['Home']; // to the middle of the pad, wherever the last drawing ended
    let [column, row] = [14, 14];
    const walk = (toColumn: number, toRow: number): void => {
      // As straight as steps of one cell can be, for the pen leaves ink on every cell it passes.
      const [fromColumn, fromRow] = [column, row];
      const steps = Math.max(Math.abs(toColumn - column), Math.abs(toRow - row));
      for (let i = 1; i <= steps; i++) {
        const nextColumn = fromColumn + Math.round(((toColumn - fromColumn) * i) / steps);
        const nextRow = fromRow + Math.round(((toRow - fromRow) * i) / steps);
        if (nextColumn !== column) keys.push(nextColumn > column ? 'ArrowRight' : 'ArrowLeft');
        if (nextRow !== row) keys.push(nextRow > row ? 'ArrowDown' : 'ArrowUp');
        [column, row] = [nextColumn, nextRow];
      }
    };
    for (const stroke of onGrid(strokes)) {
      const cells = pairs(stroke);
      walk(...cells[0]);
      keys.push(' ');
      for (const cell of cells.slice(1)) walk(...cell);
      keys.push(' ');
    }
    const cdp = await this.#cdp;
    await Promise.all(
      keys.flatMap((key) =>
        (['rawKeyDown', 'keyUp'] as const).map((type) =>
          cdp.send('Input.dispatchKeyEvent', {
            type,
            key,
            code: key === ' ' ? 'Space' : key,
            windowsVirtualKeyCode: KEY_CODES[key],
          }),
        ),
      ),
    );
  };
}

function pairs(line: Line): [number, number][] {
  return Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i], line[2 * i + 1]]);
}

/** Strokes as cells, drawn as large as the marked box: nobody who draws by keys writes into a corner. */
function onGrid(strokes: Strokes): Line[] {
  const xs = strokes.flatMap((stroke) => pairs(stroke).map(([x]) => x));
  const ys = strokes.flatMap((stroke) => pairs(stroke).map(([, y]) => y));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const scale = 19 / Math.max(Math.max(...xs) - left, Math.max(...ys) - top);
  const cell = (v: number, from: number): number => 4 + Math.round((v - from) * scale);
  return strokes.map((stroke) => pairs(stroke).flatMap(([x, y]) => [cell(x, left), cell(y, top)]));
}
