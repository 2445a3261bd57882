/**
 * What figures need before they can work, and whether it is here. Kept apart from `resources.ts`, which knows what there is, so that a
 * page that needs nothing carries next to nothing.
 */
import { once } from './once.ts';

/** Something that figures stand on: one network, one set of digits. There once it was loaded, and then for good. */
export class Resource<T extends object> {
  /** What it is, for messages: 'the explainer network'. */
  readonly name: string;
  /** Fetches it, once however often it is asked; asked again after a failure it tries again. Rejects with a message for the reader. */
  readonly load: () => Promise<void>;
  #value: T | undefined;

  /** @param get fetches and checks it; what it throws has a message for the reader */
  constructor(name: string, get: () => Promise<T>) {
    this.name = name;
    this.load = once(async () => {
      this.#value = await get();
    });
  }

  get isHere(): boolean {
    return this.#value !== undefined;
  }

  /** @throws Error when it was not loaded: whoever uses it has not said so with `needs` */
  get value(): T {
    if (this.#value === undefined) {
      throw new Error(
        `Not here yet: ${this.name}. A widget says needs(…) in its module script; a test awaits loadResources().`,
      );
    }
    return this.#value;
  }
}

const needed = new Set<Resource<object>>();

/**
 * Says what a module uses; called at its top level, so that islands that import it wait for these. In the browser the download starts
 * now, on the server when a page is rendered.
 */
export function needs(...resources: readonly Resource<object>[]): void {
  for (const resource of resources) {
    needed.add(resource);
    // Whether it failed is for those to say who wait for it.
    if (!import.meta.env.SSR) resource.load().catch(() => undefined);
  }
}

/** Loads all that any module asked for so far. Rejects when one of them does, with its message for the reader. */
export async function allNeeded(): Promise<void> {
  await Promise.all([...needed].map((resource) => resource.load()));
}
