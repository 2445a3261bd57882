/** Milliseconds from one drawing to the next. */
const REDRAW = 100;

/**
 * Draws what comes at most ten times a second, all of it at once, so that whatever is drawn agrees. While nobody sees it, it waits with
 * what is not urgent.
 */
export class Redrawing {
  readonly #draw: () => void;
  #drawnAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isSeen = true;
  #isDue = false;

  /** @param draw takes over the newest of all */
  constructor(draw: () => void) {
    this.#draw = draw;
  }

  get isSeen(): boolean {
    return this.#isSeen;
  }
  set isSeen(isSeen: boolean) {
    this.#isSeen = isSeen;
    if (isSeen && this.#isDue) this.#now();
  }

  /** Something has come. @param isUrgent whether it is drawn at once, seen or not: something has begun, or come to rest */
  ask(isUrgent: boolean): void {
    this.#isDue = true;
    const wait = REDRAW - (performance.now() - this.#drawnAt);
    if (isUrgent || (wait <= 0 && this.#isSeen)) this.#now();
    else if (this.#isSeen) this.#timer ??= setTimeout(() => this.#now(), wait);
  }

  /** Draws no more. */
  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#isDue = false;
  }

  #now(): void {
    this.end();
    this.#drawnAt = performance.now();
    this.#draw();
  }
}
