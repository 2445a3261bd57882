import type { Attachment } from 'svelte/attachments';

/** What a pointer does to a part of a picture; each is told the pointer's event. */
export interface Hand {
  /** It took hold here; if left out, a handle stays where it is, and a sweep takes this for a move. */
  readonly take?: (event: PointerEvent) => void;
  readonly move: (event: PointerEvent) => void;
  /** Whether a mouse moves it by passing over, too. */
  readonly hovers?: boolean;
  /** Whether an upright stroke of a finger scrolls the page (class `sweep`), or all strokes are its own (class `handle`). */
  readonly scrolls?: boolean;
}

/** So far sideways and a finger means what lies under it, and no scrolling; in pixels. */
export const SIDEWAYS = 6;

/**
 * Follows one pointer at a time, also where it leaves the element. Where the page may scroll, a finger is heeded once it goes sideways
 * or was a tap: a figure that is scrolled past stays as it is.
 */
export function drag(hand: Hand): Attachment {
  return (part) => {
    const end = new AbortController();
    const on = (type: string, act: (event: PointerEvent) => void): void => {
      part.addEventListener(type, (event) => act(event as PointerEvent), { signal: end.signal });
    };
    const take = hand.take ?? (hand.scrolls ? hand.move : (): void => undefined);
    let held: number | null = null;
    /** Where a finger went down that may yet scroll; null once it is heeded. */
    let from: number | null = null;
    const drop = (event: PointerEvent): void => {
      if (event.pointerId === held) held = from = null;
    };

    on('pointerdown', (event) => {
      if (held !== null || event.button > 0) return;
      held = event.pointerId;
      try {
        part.setPointerCapture(event.pointerId);
      } catch {
        held = null; // The pointer is gone already.
        return;
      }
      if (hand.scrolls && event.pointerType === 'touch') from = event.clientX;
      else take(event);
    });
    on('pointermove', (event) => {
      if (held === null && hand.hovers && event.pointerType !== 'touch') hand.move(event);
      if (event.pointerId !== held) return;
      if (from === null) hand.move(event);
      else if (Math.abs(event.clientX - from) > SIDEWAYS) {
        from = null;
        take(event);
      }
    });
    on('pointerup', (event) => {
      if (event.pointerId === held && from !== null) take(event);
      drop(event);
    });
    on('pointercancel', drop);
    on('lostpointercapture', drop);
    return () => end.abort();
  };
}
