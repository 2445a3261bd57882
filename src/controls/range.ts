import type { Attachment } from 'svelte/attachments';
import { SIDEWAYS } from '../plot/drag.ts';

/**
 * A native range that keeps its value while the page is scrolled by a finger that went down on it. Browsers move the thumb at the first
 * touch: here that is told once the finger goes sideways or lifts, and taken back where it scrolled.
 */
export const keepsWhileScrolled: Attachment<HTMLInputElement> = (range) => {
  const end = new AbortController();
  const { signal } = end;
  let finger: { id: number; x: number; before: string } | null = null;
  const heed = (): void => {
    if (finger === null) return;
    const { before } = finger;
    finger = null;
    if (range.value !== before) range.dispatchEvent(new Event('input', { bubbles: true }));
  };
  range.addEventListener(
    'pointerdown',
    ({ pointerType, pointerId: id, clientX: x, isPrimary }) => {
      if (pointerType === 'touch' && isPrimary) finger = { id, x, before: range.value };
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
      if (finger?.id !== pointerId) return;
      range.value = finger.before;
      finger = null;
    },
    { signal },
  );
  range.addEventListener(
    'input',
    (event) => {
      if (finger !== null) event.stopImmediatePropagation();
    },
    { signal, capture: true },
  );
  return () => end.abort();
};
