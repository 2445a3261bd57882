import type { Sketch } from './sketch.svelte.ts';
import { EMPTY_HAND, type Hand, holds, notice, press, release, welcomeFingers } from './hand.ts';

/** PointerEvent.buttons of a mouse's main button, a finger, a stylus's tip (1) and its eraser end (32). */
const DOWN = 1 | 32;

/** Turns what pointers do on a pad into strokes of its sketch. */
export class PadPointers {
  /** Whether a finger or palm was turned away because a stylus draws: worth a word on the page. */
  hasRefused = $state(false);

  /** Whether a finger scrolls the page here, and draws once it has tapped. Mouse and stylus wake the pad as they draw. */
  isAsleep = $state(false);
  /** Whether the reader's first means is a finger; not known before there is a screen. */
  #isCoarse = $state(false);

  readonly #sketch: Sketch;
  #hand: Hand = EMPTY_HAND;
  /** Where the pad is; null until that is asked for. Asked with each move it would have the page laid out anew before there is ink. */
  #box: DOMRect | null = null;

  constructor(sketch: Sketch) {
    this.#sketch = sketch;
  }

  /** Whether a word on the page should ask for the tap. */
  get waitsForTap(): boolean {
    return this.isAsleep && this.#isCoarse;
  }

  /** Lets fingers draw again, though a stylus was seen. */
  welcomeFingers(): void {
    this.#hand = welcomeFingers(this.#hand);
    this.hasRefused = false;
  }

  /** Listens to a pad whose edges are those of the sketch. @returns what ends it */
  readonly listen = (pad: HTMLElement): (() => void) => {
    const end = new AbortController();
    const on = (type: string, act: (event: PointerEvent) => void): void => {
      pad.addEventListener(type, (event) => act(event as PointerEvent), { signal: end.signal });
    };
    const forget = (): void => void (this.#box = null);
    for (const type of ['scroll', 'resize']) {
      addEventListener(type, forget, { capture: true, signal: end.signal });
    }
    this.#isCoarse = matchMedia('(pointer: coarse)').matches;
    on('pointerdown', (event) => {
      forget();
      if (event.pointerType !== 'touch') this.isAsleep = false;
      if (!this.isAsleep) this.#press(event, pad);
    });
    // A tap, and no swipe.
    on('click', () => (this.isAsleep = false));
    on('pointermove', (event) => this.#move(event, pad));
    on('pointerup', (event) => this.#lift(event));
    on('pointercancel', (event) => this.#cancel(event));
    // Comes after up and cancel too, when nobody holds the pen any more; by itself it is the only word of a lost pointer.
    on('lostpointercapture', (event) => this.#lift(event));
    return () => end.abort();
  };

  #press(event: PointerEvent, pad: HTMLElement): void {
    const { hand, press: what, takeBack } = press(this.#hand, event);
    this.#hand = hand;
    if (what === 'refused') this.hasRefused = true;
    if (takeBack) this.#sketch.takeBack();
    if (what !== 'draw' && what !== 'erase') return;
    try {
      pad.setPointerCapture(event.pointerId);
    } catch {
      // The pointer is gone already; it then sends no more events, and the next press ends its stroke.
    }
    const [x, y] = this.#pointsOf([event], pad);
    this.#sketch.down(x, y, what === 'erase' ? true : undefined);
  }

  #move(event: PointerEvent, pad: HTMLElement): void {
    this.#hand = notice(this.#hand, event);
    if (!holds(this.#hand, event)) return;
    if ((event.buttons & DOWN) === 0) {
      this.#lift(event); // it went up where the page could not see it
      return;
    }
    this.#sketch.move(this.#pointsOf(allOf(event), pad));
  }

  #lift(event: PointerEvent): void {
    if (!holds(this.#hand, event)) return;
    this.#hand = release(this.#hand);
    this.#sketch.lift();
  }

  /** Where events happened, as x0, y0, x1, y1, ... in pad units: the pad is 1 wide. */
  #pointsOf(events: readonly PointerEvent[], pad: HTMLElement): number[] {
    const { left, top, width } = (this.#box ??= pad.getBoundingClientRect());
    return events.flatMap(({ clientX, clientY }) => [
      (clientX - left) / width,
      (clientY - top) / width,
    ]);
  }

  #cancel(event: PointerEvent): void {
    if (!holds(this.#hand, event)) return;
    this.#hand = release(this.#hand);
    this.#sketch.takeBack();
  }
}

/** All that happened since the last frame, where the browser tells (Safari learned it late; made-up events have none). */
function allOf(event: PointerEvent): readonly PointerEvent[] {
  const coalesced = 'getCoalescedEvents' in event ? event.getCoalescedEvents() : [];
  return coalesced.length > 0 ? coalesced : [event];
}
