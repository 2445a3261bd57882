import type { Attachment } from 'svelte/attachments';
import type { Playback } from './playback.svelte.ts';

/** Lets a playback wait while what it plays is off screen, or its tab is hidden. */
export function whileSeen(playback: Playback): Attachment {
  return (part) => {
    let isOnScreen = true;
    const look = (): void => {
      playback.isSeen = isOnScreen && !document.hidden;
    };
    const observer = new IntersectionObserver((entries) => {
      isOnScreen = entries.at(-1)?.isIntersecting ?? true;
      look();
    });
    observer.observe(part);
    document.addEventListener('visibilitychange', look);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', look);
    };
  };
}
