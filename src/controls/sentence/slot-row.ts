import type { Attachment } from 'svelte/attachments';
import { arrowOf } from '@/plot/arrow-keys.ts';

/**
 * The slots of a sentence (class `slot`, a list or a button) as one stop of the Tab key, the first of them: arrows to the left and right
 * walk them. Up, down, Home and End stay the list's own.
 * @param resets how often the figure was reset: the first is the stop then, wherever the focus is
 */
export const slotRow =
  (resets: () => number): Attachment =>
  (row) => {
    resets();
    const end = new AbortController();
    const { signal } = end;
    const slots = (): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('.slot')];
    const only = (stop: HTMLElement | undefined): void => {
      for (const slot of slots()) slot.tabIndex = slot === stop ? 0 : -1;
    };
    only(slots()[0]);
    row.addEventListener(
      'focusin',
      () => {
        const slot = slots().find((one) => one === document.activeElement);
        if (slot) only(slot);
      },
      { signal },
    );
    row.addEventListener(
      'focusout',
      (event) => {
        const { relatedTarget } = event as FocusEvent;
        if (!(relatedTarget instanceof Node) || !row.contains(relatedTarget)) only(slots()[0]);
      },
      { signal },
    );
    row.addEventListener(
      'keydown',
      (event) => {
        const key = event as KeyboardEvent;
        const all = slots();
        const at = all.findIndex((slot) => slot === key.target);
        if (at < 0) return;
        const arrow = arrowOf(key);
        if (arrow === null || arrow[0] === 0) return;
        key.preventDefault();
        all[Math.min(all.length - 1, Math.max(0, at + arrow[0]))].focus();
      },
      { signal },
    );
    return () => end.abort();
  };
