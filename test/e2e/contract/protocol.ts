/** How a clause talks with the page of one specimen (src/pages/workbench/_specimens): what it says, and what it can be told. */
import type { Page } from '@playwright/test';
import { install } from './in-page.ts';

/** One clause of the contract: is handed a page at the specimen's address, and throws where the widget breaks the clause. */
export interface Clause {
  /** What it promises, to follow on 'a widget …'. */
  readonly name: string;
  /** Looks at what the server sends, so its page runs no script. */
  readonly isScriptless?: boolean;
  /** Concerns what a script brings to life, so no still. */
  readonly isLive?: boolean;
  /**
   * Who goes through it every day: every specimen, each widget's first, or none. All go through it where the contract is whole.
   */
  readonly daily: 'every' | 'first' | 'none';
  /** @param share how much of its events it sends, 1 for all of them */
  readonly check: (page: Page, share: number) => Promise<void>;
}

/** A promise of the contract that was not kept. */
export class Breach extends Error {
  override readonly name = 'Breach';
}

/** @throws Breach that lists what was found, if anything was */
export function none(found: readonly string[], what: string): void {
  if (found.length === 0) return;
  const shown = [...new Set(found)].slice(0, 12).map((line) => `\n  ${line}`);
  throw new Breach(`${what} (${found.length}):${shown.join('')}`);
}

/** Waits until the widget is mounted and its effects have run; a still is ready at once. */
export async function ready(page: Page): Promise<void> {
  await page.evaluate(install);
  if (await isStill(page)) return;
  await page
    .waitForSelector('[data-specimen][data-mounts]', { state: 'attached', timeout: 15_000 })
    .catch(() => {
      throw new Breach('The widget was never hydrated.');
    });
}

export async function isStill(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector('[data-specimen][data-still]') !== null);
}

/**
 * CONTRACT=whole: every specimen goes through every clause in full, which takes about an hour. Otherwise the contract is to be run at
 * every change, in a smaller measure: see README.md. One specimen named alone gets the full measure.
 */
export const isWhole = process.env['CONTRACT'] === 'whole' || process.env['SPECIMEN'] !== undefined;

/** How many of all random events are enough for every day. */
export const DAILY_SHARE = 0.15;

/** Whether this is the first specimen of its widget, which bears what depends on the widget rather than on its state. */
export function isFirst(address: string): boolean {
  return address.endsWith('/0/');
}

/** Opens the page anew, under whatever the clause has set. */
export async function reopen(page: Page): Promise<void> {
  await page.reload({ waitUntil: 'load' });
  await ready(page);
}

/** Mounts the widget anew, so many times, one after the other. */
export async function remount(page: Page, times = 1): Promise<void> {
  await page.evaluate(async (rounds) => {
    const frame = window.contract.frame();
    for (let i = 0; i < rounds; i++) {
      const before = frame.dataset['mounts'];
      document.dispatchEvent(new Event('workbench:remount'));
      for (let wait = 0; frame.dataset['mounts'] === before; wait++) {
        if (wait > 2000) throw new Error('It was not mounted again.');
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
  }, times);
}

/** All that the widget shows now. */
export async function state(page: Page): Promise<string> {
  return page.evaluate(() => window.contract.state(window.contract.frame()));
}

/** Longer than a figure waits before it says what has changed, in milliseconds. */
const REST = 360;

/** What it shows once it has shown the same for a while, or after `patience` milliseconds. */
export async function settled(page: Page, patience = 3000): Promise<string> {
  return page.evaluate(
    async ({ most, rest }) => {
      const { frame, state } = window.contract;
      const end = performance.now() + most;
      let before = '';
      let now = state(frame());
      while (now !== before && performance.now() < end) {
        before = now;
        await new Promise((resolve) => setTimeout(resolve, rest));
        now = state(frame());
      }
      return now;
    },
    { most: patience, rest: REST },
  );
}

/** How long what a worker measures may take to come, in milliseconds. */
const PATIENCE = 10_000;

/** Waits for a map that a worker fills in: the widget says that it is busy until all has come. @returns what it then shows */
export async function filled(page: Page): Promise<string> {
  await settled(page);
  await page
    .waitForFunction(
      () => window.contract.frame().querySelector('[aria-busy=true]') === null,
      null,
      { timeout: PATIENCE },
    )
    .catch(() => {
      throw new Breach(`It is still busy after ${PATIENCE / 1000} s.`);
    });
  return settled(page);
}

/** The first lines in which two states differ, in words. */
export function difference(one: string, other: string): string {
  const [ones, others] = [one.split('\n'), other.split('\n')];
  const at = ones.findIndex((line, i) => line !== others[i]);
  const i = at < 0 ? ones.length : at;
  const cut = (line: string | undefined): string => (line ?? '(nothing)').slice(0, 200);
  return `line ${i + 1}:\n  - ${cut(ones[i])}\n  + ${cut(others[i])}\n  after ${cut(ones[i - 1])}`;
}

/** Where it was thrown. */
function placeOf({ stack }: Error): string {
  const calls = stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return calls.slice(0, 4).join('').replace(/\s+/g, ' ');
}

/** Collects what the page complains of, from now until it is closed. */
export class Complaints {
  readonly found: string[] = [];
  readonly #page: Page;
  readonly #onError = (error: Error): void =>
    void this.found.push(`uncaught: ${error.message}${placeOf(error)}`);
  readonly #onConsole = (message: { type(): string; text(): string }): void => {
    if (/^(error|warning|assert)$/.test(message.type())) {
      this.found.push(`console ${message.type()}: ${message.text()}`);
    }
  };

  constructor(page: Page) {
    this.#page = page;
    page.on('pageerror', this.#onError);
    page.on('console', this.#onConsole);
  }

  /** Ends the watch. @returns all complaints, with what went against the policy */
  async close(): Promise<string[]> {
    const violations = await this.#page.evaluate(() =>
      'contract' in window ? window.contract.violations.splice(0) : ['the page was left'],
    );
    this.#page.off('pageerror', this.#onError);
    this.#page.off('console', this.#onConsole);
    return [...this.found, ...violations.map((violation) => `policy violation: ${violation}`)];
  }
}
