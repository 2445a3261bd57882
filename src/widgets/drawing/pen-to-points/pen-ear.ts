import type { Attachment } from 'svelte/attachments';
import { type EventType, type PenEvent, TYPES } from './pen-log.ts';
import type { PenToPoints } from './pen-to-points.svelte.ts';

/** Writes down what pointers do on the pad within a place, before the pad itself acts on it. */
export function hearPen(figure: PenToPoints): Attachment {
  return (place) => {
    const end = new AbortController();
    /** The pointers that are down, each by its number on the page; since when, and how many there have been since. */
    const down = new Map<number, number>();
    let began = 0;
    let count = 0;

    const hear = (type: EventType, event: PointerEvent): void => {
      const pad = place.querySelector('[aria-roledescription="drawing pad"]');
      if (!pad || !(event.target instanceof Node) || !pad.contains(event.target)) return;
      const isDown = type === 'pointerdown';
      // Asleep the pad lets a finger scroll, and draws nothing.
      if (isDown && figure.pad.pointers.isAsleep && event.pointerType === 'touch') return;
      const isFirst = isDown && down.size === 0;
      if (isFirst) {
        began = event.timeStamp;
        count = 0;
      }
      if (isDown) down.set(event.pointerId, (count += 1));
      const id = down.get(event.pointerId);
      if (id === undefined) return;
      if (type === 'pointerup' || type === 'pointercancel') down.delete(event.pointerId);
      const { left, top, width, height } = pad.getBoundingClientRect();
      const many =
        type === 'pointermove' && 'getCoalescedEvents' in event ? event.getCoalescedEvents() : [];
      const points = (many.length > 0 ? many : [event]).flatMap(({ clientX, clientY }) => [
        (clientX - left) / width,
        (clientY - top) / height,
      ]);
      if (!points.every(Number.isFinite)) return;
      const heard: PenEvent = {
        type,
        at: Math.max(0, event.timeStamp - began),
        id,
        pointer: event.pointerType,
        buttons: event.buttons,
        pressure: event.pressure,
        points,
      };
      figure.hear(heard, isFirst);
    };

    for (const type of TYPES) {
      place.addEventListener(type, (event) => hear(type, event as PointerEvent), {
        signal: end.signal,
        capture: true,
      });
    }
    return () => end.abort();
  };
}
