/** What the tests bring into a page. Each function travels as source, so that all it uses stands within it. */
import type { Place } from './engine.ts';

declare global {
  interface Window {
    /** What went wrong on the page since it opened. */
    faults: string[];
    /** How a figure looked before it was touched. */
    before: string;
    /** Whether the press came to the control that it was meant for. */
    hasArrived: boolean;
  }
}

/** Keeps an eye on the page; to be run before anything else. */
export function watch(): void {
  const faults: string[] = [];
  window.faults = faults;
  const words = (thing: unknown): string =>
    thing instanceof Error ? `${thing.message} ${thing.stack ?? ''}` : String(thing);
  addEventListener(
    'error',
    ({ target, error, message }: ErrorEvent) => {
      if (target instanceof Element) faults.push(`did not load: ${target.outerHTML.slice(0, 200)}`);
      // A notice: what a change of size brings about waits for the next frame.
      else if (!message.startsWith('ResizeObserver loop'))
        faults.push(`script error: ${message} ${words(error)}`);
    },
    { capture: true },
  );
  addEventListener('unhandledrejection', ({ reason }) => {
    faults.push(`nobody caught: ${words(reason)}`);
  });
  document.addEventListener('securitypolicyviolation', (event) => {
    faults.push(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
  });
  document.addEventListener('astro:hydration-error', () => faults.push('an island stayed dead'));
  const say = console.error.bind(console);
  console.error = (...things: unknown[]) => {
    faults.push(`console: ${things.map(words).join(' ')}`);
    say(...things);
  };
}

/** Islands that have not come alive, and whether the page still lays itself out. */
export function asleep(): string[] {
  const islands = [...document.querySelectorAll('astro-island[ssr]')];
  const isArriving = document.querySelector('[data-arriving] .chapter-text') !== null;
  return [
    ...islands.map((island) => island.getAttribute('component-url') ?? 'an island'),
    ...(isArriving ? ['the layout of the figures'] : []),
  ];
}

/** The figures that a reader can act on. */
export function figures(): string[] {
  return [...document.querySelectorAll('figure[data-figure]')].map(({ id }) => id);
}

/** A first act in a figure: its name, and where to press. */
export interface Act {
  readonly control: string;
  readonly places: readonly [Place, ...Place[]];
}

/**
 * Brings the first button, choice or slider of a figure into sight, and waits until it lies still there.
 * @returns null for a figure that has none
 */
export async function firstAct(id: string): Promise<Act | null> {
  const figure = document.getElementById(id);
  if (!figure) throw new Error(`There is no figure ${id}.`);
  const controls = figure.querySelectorAll<HTMLElement>(
    'astro-island :is(button, input[type=range], [role=radiogroup] input:not(:checked) + label)',
  );
  const control = [...controls].find((one) => {
    const isIdle = one.matches(':disabled, [aria-disabled=true], [aria-pressed=true]');
    const isReset = one.textContent.trim() === 'Reset'; // nothing has been done yet
    const isSeen = one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return !isIdle && !isReset && isSeen;
  });
  if (!control) return null;
  // What was done in the figures above may still push it down.
  for (let still = 0, last = NaN, frame = 0; still < 5 && frame < 300; frame++) {
    control.scrollIntoView({ block: 'center', behavior: 'instant' });
    await new Promise(requestAnimationFrame);
    const now = control.getBoundingClientRect().top;
    still = now === last ? still + 1 : 0;
    last = now;
  }
  window.before = window.contract.state(figure);
  window.hasArrived = false;
  for (const event of ['click', 'input']) {
    control.addEventListener(event, () => (window.hasArrived = true), { once: true });
  }
  const { left, top, width, height } = control.getBoundingClientRect();
  const at = (share: number): Place => ({ x: left + share * width, y: top + height / 2 });
  const name = control.getAttribute('aria-label') ?? control.textContent.trim();
  if (!(control instanceof HTMLInputElement)) return { control: name, places: [at(0.5)] };
  const [least, most] = [Number(control.min), Number(control.max)];
  const share = (control.valueAsNumber - least) / (most - least);
  // The middle of the thumb never comes nearer to the ends than half its own 24 px.
  const thumb = { ...at(0), x: left + 12 + share * (width - 24) };
  return { control: 'the slider', places: [thumb, at(0.5), at(share < 0.5 ? 0.8 : 0.2)] };
}

/** Whether a figure shows something else than before the act. */
export function hasChanged(id: string): boolean {
  const figure = document.getElementById(id);
  return figure !== null && window.contract.state(figure) !== window.before;
}

/** Words in a figure that come of something gone wrong. */
export function badWordsIn(id: string): string[] {
  const islands = document.querySelectorAll(`#${CSS.escape(id)} astro-island > :not(script)`);
  return [...islands].flatMap((island) => window.contract.badWords(island));
}

/** The middle of a button with this text, brought into sight; null where there is none that can be pressed. */
export function buttonNamed(name: string): Place | null {
  const button = [...document.querySelectorAll('button')].find(
    (one) => one.innerText.trim() === name || one.getAttribute('aria-label') === name,
  );
  if (!button || button.matches(':disabled, [aria-disabled=true]')) return null;
  button.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = button.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** The middle of the first element that the selector finds, brought into sight. @throws Error without one */
export function middleOf(selector: string): Place {
  const one = document.querySelector(selector);
  if (one === null) throw new Error(`There is no ${selector}.`);
  one.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = one.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** The text of the first element that the selector finds; '' without one. */
export function textOf(selector: string): string {
  return document.querySelector(selector)?.textContent.trim() ?? '';
}

/** The text of the page, without the code that stands within its sentences: where those name NaN, it is meant. */
export function proseOf(): string {
  const copy = document.body.cloneNode(true) as HTMLElement;
  for (const code of copy.querySelectorAll('.chapter-text > p code')) code.remove();
  return copy.textContent;
}

/** The pad, brought into sight: its box in CSS pixels. */
export function padBox(): { x: number; y: number; width: number; height: number } {
  const pad = document.querySelector('[role=application][aria-label="Drawing pad"]');
  if (!pad) throw new Error('There is no pad.');
  pad.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = pad.getBoundingClientRect();
  return { x, y, width, height };
}

/** By how many pixels, squared, the scores of the recogniser lie over its network; NaN where either is not to be seen. */
export function scoresOverNetwork(): number {
  const seen = (selector: string): DOMRect | undefined =>
    [...document.querySelectorAll(selector)]
      .map((one) => one.getBoundingClientRect())
      .find(({ width, height }) => width > 0 && height > 0);
  const [scores, network] = [
    seen('.recogniser .bars'),
    seen('.recogniser :is(.diagram svg, .layers)'),
  ];
  if (!scores || !network) return NaN;
  const across = Math.min(scores.right, network.right) - Math.max(scores.left, network.left);
  const down = Math.min(scores.bottom, network.bottom) - Math.max(scores.top, network.top);
  return Math.max(0, across) * Math.max(0, down);
}
