/** What a figure says when something it needs does not arrive. The still stays as readable as it was; this stands below it. */

/** Everybody who waits for another try: one press, or the network's return, lets all of them try. */
const waiting = new Set<() => void>();

function tryAll(): void {
  for (const go of [...waiting]) go();
}

/**
 * Waits until all is here. Each time it fails, says so below the island and tries again when asked to, or when the browser finds itself
 * online again. Never rejects; over for good where the island has left the page.
 * @param load fetches what is missing; its errors have messages for the reader
 */
export async function untilHere(island: Element, load: () => Promise<void>): Promise<void> {
  let notice: Notice | undefined;
  for (;;) {
    try {
      await load();
      break;
    } catch (error) {
      if (!island.isConnected) break;
      notice ??= new Notice(island);
      await notice.ask(error instanceof Error ? error.message : '');
    }
  }
  notice?.remove();
}

/** One message with its button. A figure of several islands has one for all of them. */
class Notice {
  readonly #text = document.createElement('span');
  readonly #button = document.createElement('button');
  readonly #line = document.createElement('p');
  readonly #figure: Element | null;

  constructor(island: Element) {
    this.#figure = island.closest('[data-figure]') ?? island.parentElement;
    this.#line.className = 'caption';
    this.#line.setAttribute('role', 'status');
    this.#line.dataset.trouble = '';
    this.#button.className = 'button';
    this.#button.type = 'button';
    this.#button.textContent = 'Try again';
    this.#button.addEventListener('click', tryAll);
    this.#line.append(this.#text);
  }

  /** Says why, and resolves when it is time to try again. */
  ask(why: string): Promise<void> {
    const { promise, resolve } = withResolver();
    const go = (): void => {
      waiting.delete(go);
      removeEventListener('online', go);
      this.#text.textContent = 'Trying again … ';
      resolve();
    };
    waiting.add(go);
    addEventListener('online', go);
    if (this.#others().length === 0) this.#figure?.append(this.#line);
    // Said a moment after the line is there: a listener is told of what changes in it.
    requestAnimationFrame(() => {
      if (!waiting.has(go)) return;
      this.#text.textContent = `This figure cannot move yet: something it needs did not load. ${why} `;
      this.#line.append(this.#button);
    });
    return promise;
  }

  /** Takes the message away. Whoever stood on its button stands on the figure then. */
  remove(): void {
    const hadFocus = this.#line.contains(document.activeElement);
    this.#line.remove();
    if (!hadFocus || !(this.#figure instanceof HTMLElement)) return;
    this.#figure.tabIndex = -1;
    this.#figure.focus({ preventScroll: true });
  }

  #others(): Element[] {
    const lines = this.#figure?.querySelectorAll(':scope > [data-trouble]') ?? [];
    return [...lines].filter((line) => line !== this.#line);
  }
}

function withResolver(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
