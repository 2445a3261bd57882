/** What a keyboard handler needs to know of a KeyboardEvent. */
export interface Key {
  readonly key: string;
  /** Where it lies on the keyboard: 'KeyZ'. */
  readonly code?: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Where an arrow key points: to the right, and up. */
export type Arrow = readonly [right: -1 | 0 | 1, up: -1 | 0 | 1];

const ARROWS: Readonly<Record<string, Arrow>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Where the key points; null where it is no arrow, or belongs to the browser or the system. */
export function arrowOf({ key, ctrlKey, metaKey, altKey }: Key): Arrow | null {
  return ctrlKey || metaKey || altKey || !Object.hasOwn(ARROWS, key) ? null : ARROWS[key];
}

/** A handle on a line: where it is, from where to where it goes, and how far a key takes it; all in the line's own unit. */
export interface Track {
  readonly at: number;
  readonly low: number;
  readonly high: number;
  /** By an arrow. */
  readonly step: number;
  /** By Page Up or Page Down. */
  readonly page: number;
  /** How many times as far with the Shift key. */
  readonly shifted: number;
}

/** Where a key sends a handle, which may lie beyond the line's ends; null where the key is none of a handle's. */
export function sentTo(key: Key, { at, low, high, step, page, shifted }: Track): number | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null;
  if (key.key === 'Home') return low;
  if (key.key === 'End') return high;
  const far = key.shiftKey ? shifted : 1;
  if (key.key === 'PageUp') return at + page * far;
  if (key.key === 'PageDown') return at - page * far;
  const arrow = arrowOf(key);
  return arrow && at + (arrow[0] + arrow[1]) * step * far;
}
