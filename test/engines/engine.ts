/** A browser as the tests use it: one tab, driven by events that the browser itself makes, as for a reader's mouse. */

/** A place on the screen, in CSS pixels from the top left of what is shown of the page. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Engine {
  readonly name: string;
  /** Goes to an address and waits until the page has loaded. */
  open(address: string): Promise<void>;
  /** Gives the page so much room, in CSS pixels, or as little as the window can be. @returns the width it has now */
  resize(width: number, height: number): Promise<number>;
  /** Runs a function in the page and waits for its promise. It travels as source, so that all it uses stands within it. */
  evaluate<A extends readonly unknown[], R>(
    work: (...args: A) => R,
    ...args: A
  ): Promise<Awaited<R>>;
  /** What is shown of the page, as PNG. */
  screenshot(): Promise<Uint8Array>;
  /** Presses the mouse's button at the first place, goes through the others and lets go at the last. */
  press(...places: readonly Place[]): Promise<void>;
  close(): Promise<void>;
}

/** A function and its arguments as one expression, for a browser to work out. */
export function sourceOf(work: (...args: never) => unknown, args: readonly unknown[]): string {
  return `(${String(work)})(...${JSON.stringify(args)})`;
}

/** Longer than the slowest answer of a browser on a busy machine, in milliseconds. */
const PATIENCE = 45_000;

/** Holds a browser to answer: one that does not, fails with words, and at once at every question after that. */
export class Patience {
  readonly #name: string;
  #silentSince: string | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  /** @param question what the browser was asked to do, for the message */
  async answer<T>(question: string, answer: () => Promise<T>, patience = PATIENCE): Promise<T> {
    if (this.#silentSince !== undefined) {
      throw new Error(`${this.#name} has not answered since it was asked to ${this.#silentSince}.`);
    }
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.#silentSince = question;
        reject(new Error(`${this.#name} did not ${question} within ${patience / 1000} s.`));
      }, patience);
    });
    try {
      return await Promise.race([answer(), silence]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The mouse as Playwright and Puppeteer both have it. */
interface Mouse {
  move(x: number, y: number): Promise<void>;
  down(): Promise<void>;
  up(): Promise<void>;
}

/** Presses the button at the first place, goes through the others and lets go at the last. */
export async function stroke(mouse: Mouse, [first, ...others]: readonly Place[]): Promise<void> {
  await mouse.move(first.x, first.y);
  await mouse.down();
  for (const { x, y } of others) await mouse.move(x, y);
  await mouse.up();
}
