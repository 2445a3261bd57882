import { EMPTY_HAND, type Hand, holds, notice, press, release } from '@/controls/pad/hand.ts';
import { nearestPoint } from '@/digits/nearest-point.ts';

/** Pointer events as a page gets them, and what the page makes of each: by the very rule that its pads go by (controls/pad/hand.ts). */

export const TYPES = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const;
export type EventType = (typeof TYPES)[number];

/** One event. */
export interface PenEvent {
  readonly type: EventType;
  /** Milliseconds from the first. */
  readonly at: number;
  /** Which pointer, from 1 in the order they came. */
  readonly id: number;
  /** 'mouse', 'touch', 'pen', or '' where the browser does not know. */
  readonly pointer: string;
  /** The bit field of PointerEvent.buttons. */
  readonly buttons: number;
  /** 0 to 1; half for a mouse's button. */
  readonly pressure: number;
  /** x0, y0, x1, y1, …: the places bundled in it, the event's own the last; in parts of the pad's side. */
  readonly points: readonly number[];
}

/** What the page does with an event. */
export type Did =
  'starts' | 'takes-over' | 'adds' | 'ends' | 'takes-back' | 'refused' | 'ignored' | 'nothing';

/** Which places are drawn through: each event's own, or all that are bundled in it. */
export const WAYS = ['points', 'events'] as const;
export type Way = (typeof WAYS)[number];

/** What came of some events. */
export interface Replayed {
  /** By event. */
  readonly did: readonly Did[];
  /** The strokes that are left, x0, y0, x1, y1, … */
  readonly strokes: readonly (readonly number[])[];
  /** How many places each event gave. */
  readonly given: readonly number[];
}

/** PointerEvent.buttons of a mouse's main button, a finger, a stylus's tip (1) and its eraser end (32). */
const DOWN = 1 | 32;

/** Goes through events one by one, as the pad does. */
export function replay(events: readonly PenEvent[], way: Way): Replayed {
  let hand: Hand = EMPTY_HAND;
  const strokes: number[][] = [];
  let running: number[] | null = null;
  const lift = (): void => {
    hand = release(hand);
    running = null;
  };
  const takeBack = (): void => {
    if (running !== null) strokes.pop();
    running = null;
  };
  const did = events.map((event): Did => {
    const contact = { pointerId: event.id, pointerType: event.pointer, buttons: event.buttons };
    const places = way === 'points' ? event.points : event.points.slice(-2);
    if (event.type === 'pointerdown') {
      const pressed = press(hand, contact);
      hand = pressed.hand;
      if (pressed.takeBack) takeBack();
      if (pressed.press === 'refused' || pressed.press === 'ignored') return pressed.press;
      running = [...places];
      strokes.push(running);
      return pressed.takeBack ? 'takes-over' : 'starts';
    }
    hand = notice(hand, contact);
    if (!holds(hand, contact)) {
      if (hand.holder !== null) return 'ignored';
      return contact.pointerType === 'touch' && hand.stylusSeen ? 'refused' : 'nothing';
    }
    if (event.type === 'pointercancel') {
      takeBack();
      hand = release(hand);
      return 'takes-back';
    }
    if (event.type === 'pointerup' || (event.buttons & DOWN) === 0) {
      lift();
      return 'ends';
    }
    running?.push(...places);
    return 'adds';
  });
  const given = events.map(({ type, points }, i) => {
    if (!['starts', 'takes-over', 'adds'].includes(did[i])) return 0;
    return type === 'pointermove' && way === 'points' ? points.length / 2 : 1;
  });
  return { did, strokes, given };
}

/**
 * How far a line through the events' own places misses the places that were bundled in them: the farthest of these, in parts of the pad's
 * side. 0 where nothing was drawn.
 */
export function missedBy(events: readonly PenEvent[]): number {
  const coarse = replay(events, 'events').strokes;
  let most = 0;
  replay(events, 'points').strokes.forEach((stroke, s) => {
    for (let i = 0; i + 1 < stroke.length; i += 2) {
      const near = nearestPoint([coarse[s]], stroke[i], stroke[i + 1]);
      most = Math.max(most, near?.distance ?? 0);
    }
  });
  return most;
}
