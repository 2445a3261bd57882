/**
 * Follows the reader through a chapter: marks the section on the screen in the contents, and notes on the device when the end was
 * reached.
 */
import { noteRead } from '@/reader/progress.ts';

const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('[data-contents] a')].map((link) => [
    decodeURIComponent(link.hash.slice(1)),
    link,
  ]),
);
const headings = [...document.querySelectorAll<HTMLElement>('.chapter-text h2[id]')].filter(
  ({ id }) => links.has(id),
);

/** The last section whose heading has come up to a third of the screen. */
function mark(): void {
  const line = innerHeight / 3;
  const here = headings.filter((heading) => heading.getBoundingClientRect().top <= line).at(-1);
  for (const [id, link] of links) {
    if (id === here?.id) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

if (links.size > 0) {
  const watch = new IntersectionObserver(mark, {
    rootMargin: '0px 0px -66% 0px',
    threshold: [0, 1],
  });
  for (const heading of headings) watch.observe(heading);
}

const chapter = document.querySelector<HTMLElement>('[data-chapter]');
const end = document.querySelector('[data-end]');
if (chapter && end) {
  const watch = new IntersectionObserver(([entry]) => {
    if (!entry.isIntersecting) return;
    noteRead(Number(chapter.dataset['chapter']));
    watch.disconnect();
  });
  watch.observe(end);
}
