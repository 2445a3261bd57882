import type { Attachment } from 'svelte/attachments';
import { SIDEWAYS } from '@/plot/drag.ts';

/**
 * A native range that keeps its value while the page is scrolled by a finger that went down on it. Browsers move the thumb at the first
 * touch: here it moves, and that is told, once the finger goes sideways or lifts. Until then it stands where the page has it.
 * @param known the value that the page has for it
 */
export function keepsWhileScrolled(known: () => number): Attachment<HTMLInputElement> {
  return (range) => {
    const end = new AbortController();
    const { signal } = end;
    /** Where the finger went down, and the value that it asks for; null where it asks for none. */
    let finger: { id: number; x: number; wanted: string | null } | null = null;
    const heed = (): void => {
      const wanted = finger?.wanted ?? null;
      finger = null;
      if (wanted === null || wanted === range.value) return;
      range.value = wanted;
      range.dispatchEvent(new Event('input', { bubbles: true }));
    };
    range.addEventListener(
      'pointerdown',
      ({ pointerType, pointerId: id, clientX: x, isPrimary }) => {
        if (pointerType === 'touch' && isPrimary) finger = { id, x, wanted: null };
      },
      { signal },
    );
    range.addEventListener(
      'pointermove',
      ({ pointerId, clientX }) => {
        if (finger?.id === pointerId && Math.abs(clientX - finger.x) > SIDEWAYS) heed();
      },
      { signal },
    );
    range.addEventListener('pointerup', ({ pointerId }) => finger?.id === pointerId && heed(), {
      signal,
    });
    range.addEventListener(
      'pointercancel',
      ({ pointerId }) => {
        if (finger?.id === pointerId) finger = null;
      },
      { signal },
    );
    range.addEventListener(
      'input',
      (event) => {
        if (finger === null) return;
        event.stopImmediatePropagation();
        finger.wanted = range.value;
        range.value = String(known());
      },
      { signal, capture: true },
    );
    return () => end.abort();
  };
}
