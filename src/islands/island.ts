/** The island that is being hydrated, for those in it who want to know where on the page they are. */
let current: Element | null = null;

/** Does some work as the island's own; what the work does at once, before it waits for anything, sees it as `currentIsland`. */
export function around<T>(island: Element, work: () => T): T {
  const before = current;
  current = island;
  try {
    return work();
  } finally {
    current = before;
  }
}

const begun = new WeakMap<Element, Promise<void>>();

/**
 * Begins an island's work, once however often it is asked to. Not in `hydrate.ts`, of which a page has two copies where the first took so
 * long that it was asked for under another address.
 */
export function beginOnce(island: HTMLElement, work: () => Promise<void>): Promise<void> {
  const its = begun.get(island) ?? work();
  begun.set(island, its);
  island.dataset['begun'] = ''; // its JavaScript is here: islands.ts
  return its;
}

/** The island whose components are being created right now; null outside of that, and on the server. */
export function currentIsland(): Element | null {
  return current;
}
