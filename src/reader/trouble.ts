/** What a figure says when something it needs does not arrive. The still stays as readable as it was; this stands below it. */
import { whenOnline } from './online.ts';

/** Why an island cannot come alive. */
export interface Why {
  /** Goes on from "This figure cannot move yet: something it needs". */
  readonly words: string;
  /** True where a fresh page may help and another try may not. */
  readonly isPageStale?: boolean;
}

interface Trouble extends Why {
  readonly place: Element;
  /** Lets the island try again. Missing while it does. */
  go?: (() => void) | undefined;
}

/** The islands that something is missing for. */
const troubles = new Map<Element, Trouble>();
const notices = new Map<Element, Notice>();

/** One press, or the network's return, lets all of them try. */
function tryAll(): void {
  for (const trouble of troubles.values()) {
    trouble.go?.();
    trouble.go = undefined;
  }
  for (const notice of notices.values()) notice.write();
}

whenOnline(tryAll);

/** Says what is missing, and resolves when it is time to try again, or when the island comes alive after all. */
export function ask(island: Element, why: Why): Promise<void> {
  return new Promise((go) => {
    const place = placeOf(island);
    troubles.set(island, { ...why, place, go });
    const notice = notices.get(place) ?? new Notice(place, island);
    notices.set(place, notice);
    // Said a moment after the line is there: a listener is told of what changes in it.
    requestAnimationFrame(() => notice.write());
  });
}

/** Nothing is missing any more for this island, or it has left the page. */
export function settle(island: Element): void {
  const trouble = troubles.get(island);
  if (!trouble) return;
  trouble.go?.();
  troubles.delete(island);
  const { place } = trouble;
  if ([...troubles.values()].some((other) => other.place === place)) return;
  notices.get(place)?.remove();
  notices.delete(place);
}

/** Whether it was said of an island that something is missing, and it does not try again yet. */
export const isInTrouble = (island: Element): boolean => troubles.get(island)?.go !== undefined;

/**
 * Waits until all is here. Each time it fails, says so below the island and tries again when asked to, or when the browser finds itself
 * online again. Never rejects; over for good where the island has left the page.
 * @param load fetches what is missing; its errors have messages for the reader
 */
export async function untilHere(island: Element, load: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await load();
      break;
    } catch (error) {
      if (!island.isConnected) break;
      await ask(island, { words: `did not load. ${error instanceof Error ? error.message : ''}` });
    }
  }
  settle(island);
}

/** A figure of several islands has one message for all of them. */
function placeOf(island: Element): Element {
  return island.closest('[data-figure]') ?? island.parentElement ?? island;
}

/** One message with its buttons. */
class Notice {
  readonly #text = document.createElement('span');
  readonly #again = button('Try again', tryAll);
  readonly #reload = button('Reload the page', () => location.reload());
  readonly #line = document.createElement('p');
  readonly #place: Element;

  constructor(place: Element, island: Element) {
    this.#place = place;
    this.#line.className = 'caption';
    this.#line.dataset['trouble'] = '';
    this.#line.setAttribute('role', 'status');
    this.#line.append(this.#text);
    if (place.matches('[data-figure]')) place.append(this.#line);
    else island.after(this.#line);
  }

  /** Says what is missing, or that it tries again. */
  write(): void {
    const waiting = [...troubles.values()].filter(
      ({ place, go }) => place === this.#place && go !== undefined,
    );
    const why = waiting.find(({ isPageStale }) => isPageStale) ?? waiting.at(0);
    const what = this.#place.matches('[data-figure]')
      ? 'This figure cannot move yet'
      : 'This part of the page does not work yet';
    const text = why ? `${what}: something it needs ${why.words} ` : 'Trying again … ';
    if (this.#text.textContent !== text) this.#text.textContent = text;
    // The one that was pressed stays, so that whoever stands on it is not lost.
    if (why) this.#line.append(this.#again);
    if (why?.isPageStale) this.#line.append(this.#reload);
    else if (why) this.#reload.remove();
  }

  /** Takes the message away. Whoever stood on its button stands on the figure then. */
  remove(): void {
    const hadFocus = this.#line.contains(document.activeElement);
    this.#line.remove();
    if (!hadFocus || !(this.#place instanceof HTMLElement)) return;
    this.#place.tabIndex = -1;
    this.#place.focus({ preventScroll: true });
  }
}

function button(words: string, onclick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.className = 'button';
  made.type = 'button';
  made.textContent = words;
  made.addEventListener('click', onclick);
  return made;
}
