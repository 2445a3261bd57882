import type { Attachment } from 'svelte/attachments';

/** What goes on only while somebody may see it. */
export interface Seen {
  isSeen: boolean;
}

/** Lets a playback, or whatever draws, wait while what it plays is off screen, or its tab is hidden. */
export function whileSeen(seen: Seen): Attachment {
  return (part) => {
    let isOnScreen = true;
    const look = (): void => {
      seen.isSeen = isOnScreen && !document.hidden;
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
