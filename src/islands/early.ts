/**
 * What a reader entered before a figure woke is done again once it has: public/theme.js notes it from the first moment on, for no module
 * is here that early.
 */
import { tick } from 'svelte';

/** One thing that a reader did to a control of a sleeping figure. */
interface Entry {
  readonly type: 'click' | 'input' | 'change';
  readonly target: HTMLElement;
  /** What a field held then. */
  readonly value: string | undefined;
  readonly isChecked: boolean | undefined;
}

declare global {
  interface Window {
    /** In the order of what was done; missing where no script of the head ran. */
    early?: Entry[];
  }
}

/** Does again, in the same order, what was done to an island while it slept. Called when it lives. */
export async function catchUp(island: Element): Promise<void> {
  const { early } = window;
  if (!early) return;
  const own = early.filter(({ target }) => island.contains(target));
  window.early = early.filter((entry) => !own.includes(entry));
  if (own.length > 0) await tick(); // its effects have run
  /** What each field was given last: a change ends an input, and a figure that took that otherwise is not asked again. */
  const given = new Map<HTMLElement, string>();
  for (const { type, target, value, isChecked } of own) {
    if (type === 'click') target.click();
    else {
      if (target instanceof HTMLInputElement && isChecked !== undefined) target.checked = isChecked;
      if (value !== undefined && (type === 'input' || given.get(target) !== value)) {
        Object.assign(target, { value });
        given.set(target, value);
      }
      target.dispatchEvent(new Event(type, { bubbles: true }));
    }
    await tick();
  }
}
