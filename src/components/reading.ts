/**
 * Follows the reader through a chapter: marks the section on the screen in the contents, and notes on the device where the reader is
 * and when the end was reached. Imported by the chapter's page; pages of the workbench, whose chapter has no number, note nothing.
 */
import { noteAt, noteRead } from '@/reader/progress.ts';

const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('[data-contents] a')].map((link) => [
    decodeURIComponent(link.hash.slice(1)),
    link,
  ]),
);
const headings = [...document.querySelectorAll<HTMLElement>('.chapter-text h2[id]')].filter(
  ({ id }) => links.has(id),
);

const chapter = Number(document.querySelector<HTMLElement>('[data-chapter]')?.dataset['chapter']);
let hereBefore: string | undefined;
let isRead = false;

/** The last section whose heading has come up to a third of the screen. */
function mark(): void {
  const line = innerHeight / 3;
  const here = headings.filter((heading) => heading.getBoundingClientRect().top <= line).at(-1)?.id;
  for (const [id, link] of links) {
    if (id === here) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  if (here !== undefined && here !== hereBefore && chapter > 0 && !isRead) {
    noteAt({ chapter, section: here });
  }
  hereBefore = here;
}

if (links.size > 0) {
  const watch = new IntersectionObserver(mark, {
    // All that is above the line counts as seen, however far: End and Home leap over headings without showing them.
    rootMargin: '10000000px 0px -66% 0px',
    threshold: [0, 1],
  });
  for (const heading of headings) watch.observe(heading);
}

const end = document.querySelector('[data-end]');
if (chapter > 0 && end) {
  const watch = new IntersectionObserver(([entry]) => {
    if (!entry.isIntersecting) return;
    isRead = true;
    noteRead(chapter);
    watch.disconnect();
  });
  watch.observe(end);
}
