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

/** Pixels that a finger goes sideways before it means what lies under it: less than that happens in every scroll. */
export const SIDEWAYS = 6;

/** A place in a picture, in the units that it is drawn in, from its upper left. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Where a pointer is in the picture that it acts on, or on a part of.
 * @param width of the picture, in its own units: drawn in CSS pixels, it may still be fitted into a smaller place
 * @returns null while the picture has no size
 */
export function placeIn(event: MouseEvent, width: number): Place | null {
  const part = event.currentTarget as SVGElement;
  const box = (part.ownerSVGElement ?? part).getBoundingClientRect();
  if (box.width === 0) return null;
  const scale = width / box.width;
  return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
}

/** A hand that moves what it holds without a jump: the middle stays as far from the pointer as it was when it was taken. */
export function carry(
  place: (event: PointerEvent) => Place | null,
  middle: () => Place | null,
  put: (middle: Place) => void,
): Hand {
  let grip = { x: 0, y: 0 };
  return {
    take: (event) => {
      const [hand, held] = [place(event), middle()];
      if (hand && held) grip = { x: hand.x - held.x, y: hand.y - held.y };
    },
    move: (event) => {
      const hand = place(event);
      if (hand) put({ x: hand.x - grip.x, y: hand.y - grip.y });
    },
  };
}

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
