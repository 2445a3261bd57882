/**
 * Says to a listener what a press has brought to the page, wherever it stands. Listeners hear of what changes in a live region that was
 * there before, and nothing of one that comes with its words: so one stands empty from the start.
 */

/** From empty to said, in milliseconds: said at once, the same words twice would be no change. */
const PAUSE = 100;
/** After this, in milliseconds, the words are gone: whoever reads on to the foot of the page does not find them there. */
const LATER = 10_000;

const region = document.createElement('p');
region.className = 'visually-hidden';
region.setAttribute('role', 'status');
document.body.append(region);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says what an element says: its maths in the form that is meant for listeners. */
export function say(element: Element): void {
  const spoken = element.cloneNode(true) as Element;
  for (const seen of spoken.querySelectorAll('[aria-hidden="true"]')) seen.remove();
  const words = spoken.textContent.replace(/\s+/g, ' ').trim();
  clearTimeout(timer);
  region.textContent = '';
  timer = setTimeout(() => {
    region.textContent = words;
    timer = setTimeout(() => (region.textContent = ''), LATER);
  }, PAUSE);
}
