/**
 * Lays out the figures of a chapter piece by piece once it has loaded, so that a phone shows the opening at once and still answers a
 * finger. Until then those far below the screen count with a height that was guessed (`data-arriving`, set by public/theme.js on a visit
 * that starts at the top; the rule is in chapter.css). Imported by the chapter's page.
 */

/** So long at a time, in milliseconds: a phone is four times as slow, and still does it between two frames. */
const PIECE = 4;

const root = document.documentElement;
const parts = [...document.querySelectorAll<HTMLElement>('.chapter-text .widget > *')];

/** Of those before it all are laid out. */
let next = 0;

/** Safari knows no idle time yet; a short rest is as good there. */
const whenIdle: (work: () => void) => void =
  'requestIdleCallback' in window
    ? (work) => requestIdleCallback(work)
    : (work) => setTimeout(work, 16);

function settlePiece(): void {
  if (root.dataset['arriving'] === undefined) return;
  const until = performance.now() + PIECE;
  while (next < parts.length && performance.now() < until) {
    parts[next].dataset['settled'] = '';
    parts[next].getBoundingClientRect();
    next++;
  }
  if (next < parts.length) whenIdle(settlePiece);
  else settled();
}

/** All at once: done, or somebody is about to jump to a place whose height must be the true one. */
function settled(): void {
  delete root.dataset['arriving'];
  document.removeEventListener('click', settleBeforeJump, { capture: true });
}

function settleBeforeJump({ target }: MouseEvent): void {
  if (target instanceof Element && target.closest('a[href*="#"]')) settled();
}

if (root.dataset['arriving'] !== undefined) {
  document.addEventListener('click', settleBeforeJump, { capture: true });
  if (document.readyState === 'complete') whenIdle(settlePiece);
  else addEventListener('load', () => whenIdle(settlePiece), { once: true });
}
