/**
 * What a reader does with a widget's own controls, the same each time: every field to another value, every step taken. For clauses that
 * must know what was done, unlike random events. What is here travels as source, so that all it uses stands within it.
 */
import type { Page } from '@playwright/test';

/** One thing to do. */
export interface Act {
  /** For messages: what is done to what. */
  readonly name: string;
  readonly kind: 'range' | 'choice' | 'step';
  /** Its place among the widget's controls when they were listed: what an act brings or takes away moves none of them. */
  readonly index: number;
  /** What a range is set to, as a part of its length. */
  readonly part?: number;
  /** What a field is set to, where that is known to the last digit: it wins over `part`, and over the next of a list. */
  readonly value?: string;
}

/** What goes back or ahead by one: it must be done at once, where Play takes its time. */
const STEP = /^(next|back|step|one step|one more|previous|forward)\b/i;

/** What there is to do, at the most so many things; ranges are moved in several parts. */
export async function actsOf(page: Page, most: number): Promise<Act[]> {
  return page.evaluate(list, { most, step: STEP.source });
}

function list({ most, step }: { most: number; step: string }): Act[] {
  const isStep = new RegExp(step, 'i');
  const all = window.contract.controls();
  window.contract.listed = all;
  const found: Act[] = [];
  const groups = new Set<string>();
  all.forEach((control, index) => {
    const name = window.contract.nameOf(control);
    if (control instanceof HTMLSelectElement) {
      if (control.options.length > 1) found.push({ name, kind: 'choice', index });
    } else if (control instanceof HTMLInputElement) {
      if (control.type === 'range') {
        for (const part of [0.15, 0.4, 0.8])
          found.push({ name: `${name} to ${100 * part}%`, kind: 'range', index, part });
      } else if (control.type === 'checkbox') found.push({ name, kind: 'choice', index });
      else if (control.type === 'radio' && !control.checked && !groups.has(control.name)) {
        groups.add(control.name); // one other of each group
        found.push({ name, kind: 'choice', index });
      }
    } else if (control instanceof HTMLButtonElement) {
      const words = control.getAttribute('aria-label') ?? control.textContent.trim();
      if (isStep.test(words)) found.push({ name, kind: 'step', index });
    }
  });
  const every = Math.max(1, found.length / most);
  return found.filter((_, i) => Math.floor(i / every) !== Math.floor((i - 1) / every));
}

/** Does one of them. @returns whether it could be done */
export async function act(page: Page, { index, kind, part = 0.5, value }: Act): Promise<boolean> {
  return page.evaluate(doIt, { index, kind, part, value });
}

/** The same thing again, wherever the range or the list then ends: with the value that its field has now. */
export async function again(page: Page, one: Act): Promise<Act> {
  const value = await page.evaluate((index) => {
    const control = window.contract.listed.at(index);
    const isField = control instanceof HTMLSelectElement || control?.matches('[type=range]');
    return isField ? (control as HTMLInputElement).value : undefined;
  }, one.index);
  return { ...one, ...(value !== undefined && { value }) };
}

function doIt(plan: {
  index: number;
  kind: string;
  part: number;
  value: string | undefined;
}): boolean {
  const control = window.contract.listed.at(plan.index);
  if (!control?.isConnected || control.matches(':disabled, [aria-disabled=true]')) return false;
  const tell = (kinds: readonly string[]): void => {
    for (const kind of kinds) control.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  if (control instanceof HTMLInputElement && plan.kind === 'range') {
    const [min, max] = [Number(control.min || 0), Number(control.max || 100)];
    control.value = plan.value ?? String(min + (max - min) * plan.part);
    tell(['input', 'change']);
  } else if (control instanceof HTMLSelectElement) {
    if (plan.value === undefined)
      control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
    else control.value = plan.value;
    tell(['input', 'change']);
  } else if (control instanceof HTMLElement) control.click();
  return true;
}
