/**
 * What BackpropNudges shows, read off the page and worked out anew by dual numbers: ten neurons, ten connections and ten pixels for five
 * digits at three stages of the training.
 */
import { flushSync } from 'svelte';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { createRandom } from '@/network/random.ts';
import { stages } from '@/islands/stages.ts';
import { hundred, loadResources } from '@/islands/resources.ts';
import '@/styles/site.css';
import BackpropNudges from '@/widgets/backprop/backprop-nudges/BackpropNudges.svelte';
import { indexOfStep, type StepId, STEPS } from '@/widgets/backprop/backprop-nudges/nudge-steps.ts';
import { targetsOf } from '@/network/examples.ts';
import { dualSlopes, type Slopes } from '../../network/dual-network.ts';

beforeAll(async () => {
  await loadResources();
  await stages.load();
});

let root: Element;
beforeEach(async () => {
  root = (await render(BackpropNudges, {})).container;
  press('.figure-reset');
});

const SIZES = [784, 16, 16, 10];

function find(selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`There is no ${selector}.`);
  return found;
}

function press(selector: string): void {
  find(selector).dispatchEvent(new MouseEvent('click', { bubbles: true }));
  flushSync();
}

function goTo(id: StepId): void {
  const scrubber = find('.scrubber input') as HTMLInputElement;
  scrubber.value = String(indexOfStep(id));
  scrubber.dispatchEvent(new InputEvent('input', { bubbles: true }));
  flushSync();
}

function choose(select: string, value: string): void {
  const list = find(select) as HTMLSelectElement;
  list.value = value;
  for (const kind of ['input', 'change']) list.dispatchEvent(new Event(kind, { bubbles: true }));
  flushSync();
}

/** Presses cell i of a grid of cells. */
function pick(label: string, i: number, columns: number, rows: number): void {
  const grid = find(`[role="application"][aria-label*="${label}"]`);
  grid.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = grid.getBoundingClientRect();
  const at = {
    ...{ bubbles: true, pointerId: 1, pointerType: 'mouse', button: 0 },
    clientX: left + (((i % columns) + 0.5) / columns) * width,
    clientY: top + ((Math.floor(i / columns) + 0.5) / rows) * height,
  };
  grid.dispatchEvent(new PointerEvent('pointerdown', { ...at, buttons: 1 }));
  grid.dispatchEvent(new PointerEvent('pointerup', { ...at, buttons: 0 }));
  flushSync();
}

/** A number as it stands on the page, and how far the true one may be from it. */
interface Shown {
  readonly value: number;
  readonly half: number;
}

function shown(text: string | null | undefined): Shown {
  const plain = (text ?? '').replaceAll('−', '-').replaceAll('+', '');
  const [number = ''] = /-?\d*\.?\d+/.exec(plain) ?? [];
  if (number === '') throw new Error(`No number in "${text}".`);
  const places = number.split('.')[1]?.length ?? 0;
  return { value: Number(number), half: 0.5 * 10 ** -places + 1e-12 };
}

/** A number without the sign of what is done with it. */
function size(cell: Element | null): number {
  return shown(cell?.querySelector('.number')?.textContent).value;
}

function expectShown(text: string | null | undefined, truth: number, what: string): void {
  const { value, half } = shown(text);
  expect(Math.abs(value - truth), `${what}: ${text} for ${truth}`).toBeLessThanOrEqual(half);
}

/** The result of what lies open, and that all that it shows multiplies and adds up as shown. */
function readInspector(): string {
  const rows = [...root.querySelectorAll('.inspector table')][0];
  let added = 0;
  for (const row of rows.querySelectorAll('thead + tbody tr')) {
    const cells = [...row.querySelectorAll('td:not(.sign)')].map(({ textContent }) =>
      shown(textContent),
    );
    const product = cells[cells.length - 1];
    const multiplied = cells.slice(0, -1).reduce((all, { value }) => all * value, 1);
    expect(Math.abs(multiplied - product.value)).toBeLessThanOrEqual(product.half);
    added += product.value;
  }
  let running: number | null = null;
  for (const row of rows.querySelectorAll('tbody.rows tr')) {
    const cell = row.querySelector('td:not(.operator)');
    const { value, half } = shown(cell?.textContent);
    const operator = row.querySelector('.operator')?.textContent ?? '';
    // The terms that are not listed, together.
    if (row.querySelector('th button')) added += value;
    else if (operator === '×') running = (running ?? NaN) * value;
    else if (operator === '−') running = (running ?? NaN) - size(cell);
    else {
      // What comes out, or the first line: the sum of the terms, or the number that all starts from.
      const before = running ?? (added === 0 ? value : added);
      expect(Math.abs(before - value), rows.textContent).toBeLessThanOrEqual(half);
      running = value;
    }
  }
  return find('.inspector .double td:not(.operator)').textContent;
}

/** A busy machine takes its time over a thousand presses; milliseconds. */
const LONG = 120_000;

describe.each([0, 1, 3])('stage %i', { timeout: LONG }, (stage) => {
  it.each([0, 2, 5, 7, 9])('shows of a %i what dual numbers say', (label) => {
    choose('select', String(stage));
    press('button.slot');
    const radio = find(`input[type="radio"][aria-label^="${label},"]`) as HTMLInputElement;
    if (!radio.checked) radio.click();
    flushSync();
    const index = Number(/digit (\d+)/.exec(radio.ariaLabel ?? '')?.[1]);
    const digit = hundred.value.find((candidate) => candidate.index === index);
    if (digit === undefined) throw new Error(`There is no digit ${index}.`);
    const slopes: Slopes = dualSlopes(
      stages.value[stage],
      digit.pixels,
      targetsOf(label, 10),
      'quadratic',
    );
    const random = createRandom(100 * stage + label);

    goTo('errors1');
    for (let i = 0; i < 10; i++) {
      const layer = 1 + (i % 3);
      const j = random.integer(SIZES[layer]);
      press(`.columns [data-neuron="${layer}.${j}"]`);
      expectShown(readInspector(), slopes.bias(layer - 1, j), `error of ${layer}.${j}`);
    }
    const errors = [...root.querySelectorAll('.columns text.error.value')].slice(-10);
    errors.forEach(({ textContent }, j) => {
      expectShown(textContent, slopes.bias(2, j), `error of output ${j} on the plate`);
    });

    goTo('sum');
    for (let i = 0; i < 3; i++) {
      const j = random.integer(16);
      press(`.columns [data-neuron="2.${j}"]`);
      expectShown(readInspector(), -slopes.activation(1, j), `wish for 2.${j}`);
    }

    goTo('levers');
    for (let i = 0; i < 10; i++) {
      const [j, k] = [random.integer(10), random.integer(16)];
      press(`.columns [data-neuron="3.${j}"]`);
      pick('Slopes along the sixteen', k, 16, 1);
      expectShown(readInspector(), slopes.weight(2, j, k), `slope of 3.${j}.${k}`);
    }

    goTo('picture');
    for (let i = 0; i < 10; i++) {
      const j = random.integer(16);
      let k = random.integer(784);
      while (i % 2 === 0 && digit.pixels[k] === 0) k = (k + 1) % 784;
      press(`.columns [data-neuron="1.${j}"]`);
      pick('Slopes along the 784', k, 28, 28);
      expectShown(readInspector(), slopes.weight(0, j, k), `slope of 1.${j}.${k}`);
    }
  });
});

it('says at every step, with every neuron open, no faulty number', () => {
  for (const { id } of STEPS) {
    goTo(id);
    for (const place of ['1.3', '2.15', '3.0', '3.9']) {
      press(`.columns [data-neuron="${place}"]`);
      expect(root.textContent, `${id} ${place}`).not.toMatch(/NaN|undefined|Infinity|null/);
    }
  }
});

it('lights letter, lines and picture together', () => {
  goTo('errors');
  expect(root.querySelector('.worked .formula, .worked .source')).toBeNull();
  for (const link of root.querySelectorAll('[aria-controls$="worked"]')) {
    link.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  }
  flushSync();
  const [letter] = root.querySelectorAll<HTMLButtonElement>('.worked .formula button');
  letter.dispatchEvent(new PointerEvent('pointerenter'));
  flushSync();
  expect(letter.className).toContain('mark');
  expect(find('.source .mark').textContent).toContain('deltas[last][j] = cost.delta');
  expect(find('.picture').className).toContain('lit-arrows-3');
  letter.dispatchEvent(new PointerEvent('pointerleave'));
});

it('dims Reset while there is nothing to reset', () => {
  const isDim = (): boolean => find('.figure-reset').ariaDisabled === 'true';
  expect(isDim()).toBe(true);
  goTo('apply');
  expect(isDim()).toBe(false);
  press('.figure-reset');
  expect(isDim()).toBe(true);
});

it('applies, repeats and takes back', () => {
  goTo('apply');
  const cost = (): number => shown(find('.scores tbody tr:last-child .cost').textContent).value;
  const buttons = (): HTMLButtonElement[] => [
    ...root.querySelectorAll<HTMLButtonElement>('.knobs > button'),
  ];
  const first = [cost()];
  for (let i = 0; i < 3; i++) {
    buttons()[0].click();
    flushSync();
    first.push(cost());
  }
  expect(first).toEqual([...first].sort((one, other) => other - one));
  for (let i = 3; i > 0; i--) {
    expect(cost()).toBe(first[i]);
    buttons()[1].click();
    flushSync();
  }
  expect(cost()).toBe(first[0]);
  expect(buttons()[1].ariaDisabled).toBe('true');
});
