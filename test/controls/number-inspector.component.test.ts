import type { ComponentProps } from 'svelte';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '@/styles/site.css';
import { Inspector } from '@/controls/inspector/inspector.svelte.ts';
import { listLargest } from '@/controls/inspector/listing.ts';
import NumberInspector from '@/controls/inspector/NumberInspector.svelte';
import { inflate, picture, unpackDigits } from '@/digits/packed.ts';
import { explain, keyOf, type Part } from '@/explain/explain.ts';
import { feedforward, type ForwardPass } from '@/network/feedforward.ts';
import { readModel } from '@/network/files.ts';
import type { Network } from '@/network/network.ts';

/** The shipped explainer network, and what it made of the first of the hundred digits that the figures show. */
let network: Network;
let pass: ForwardPass;
const file = async (url: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await fetch(url)).arrayBuffer());
beforeAll(async () => {
  network = readModel(await file('/models/explainer.safetensors'));
  const digits = unpackDigits(await inflate(await file('/digits/sample-100.digits')));
  pass = feedforward(network, picture(digits, 0));
});

const OUTPUT: Part = { kind: 'activation', layer: 3, j: 7 };
let inspector: Inspector;
beforeEach(() => (inspector = new Inspector(OUTPUT)));

interface Opened {
  readonly container: HTMLElement;
  /** The number that the last line shows. */
  readonly result: () => number;
  /** Presses the button whose name ends so, and waits for what it opens. */
  readonly press: (name: string) => Promise<void>;
}

async function open(): Promise<Opened> {
  const props = (): ComponentProps<typeof NumberInspector> => ({
    explanation: explain(network, pass, inspector.part ?? OUTPUT),
    onfollow: (part: Part) => void show(() => inspector.follow(part)),
    onback: () => void show(() => inspector.back()),
    onclose: () => inspector.close(),
    canGoBack: inspector.canGoBack,
    announce: true,
  });
  const screen = await render(NumberInspector, props());
  const show = async (go: () => void): Promise<void> => {
    go();
    await screen.rerender(props());
  };
  const { container } = screen;
  return {
    container,
    result: () => toNumber(container.querySelector('.double td:last-child')?.textContent),
    async press(name) {
      const button = [...container.querySelectorAll('button')].find((it) =>
        (it.ariaLabel ?? it.textContent).trim().endsWith(name),
      );
      if (button === undefined) throw new Error(`There is no button '${name}'.`);
      button.click();
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    },
  };
}

const toNumber = (text = ''): number => Number(text.replace('−', '-').replace(/[^-\d.]/g, ''));

it('builds where a number goes when that is unfolded, and not before', async () => {
  inspector = new Inspector({ kind: 'activation', layer: 2, j: 4 });
  const { container } = await open();
  const summary = container.querySelector('summary');
  const rows = (): number => container.querySelectorAll('details tbody tr').length;
  await expect.poll(rows).toBe(0);
  summary?.click();
  await expect.poll(rows).toBe(10);
  summary?.click();
  await expect.poll(rows).toBe(0);
});

it('leads from an output to a hidden neuron, down to the weight of a pixel, and back', async () => {
  const { container, press, result } = await open();
  const name = (): string => container.querySelector('h3')?.textContent.trim() ?? '';
  expect(name()).toBe('Output 7');
  expect(result()).toBeCloseTo(pass.activations[3][7], 2);
  const { weights, nIn } = network.layers[2];
  const sizes = Array.from(pass.activations[2], (a, k) => Math.abs(weights[7 * nIn + k] * a));
  sizes.sort((one, other) => other - one);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  let told = 0;
  for (let sum = 0; sum < 0.95 * all; told++) sum += sizes[told];
  expect(container.querySelectorAll('thead + tbody tr')).toHaveLength(told);

  await press(', neuron 5, layer 2');
  expect(name()).toBe('Neuron 5, layer 2');
  expect(document.activeElement?.textContent.trim()).toBe('Neuron 5, layer 2');
  expect(result()).toBeCloseTo(pass.activations[2][4], 2);

  await press(', neuron 12, layer 1');
  expect(result()).toBeCloseTo(pass.activations[1][11], 2);
  const first = explain(network, pass, inspector.part ?? OUTPUT).calculation?.start;
  if (!first || !('terms' in first)) throw new Error('A neuron is a sum.');
  const [weight, pixel] = listLargest(first).terms[0].factors;

  await press(`, ${weight.name}`);
  expect(inspector.part).toEqual(weight.part);
  expect(result()).toBeCloseTo(weight.value, 2);

  await press(`, ${pixel.name}`);
  expect(name()).toContain('Pixel in row');
  expect(result()).toBeCloseTo(pixel.value, 2);

  await press('Back');
  expect(inspector.part).toEqual(weight.part);
  for (let i = 0; i < 3; i++) await press('Back');
  expect(name()).toBe('Output 7');
  expect(inspector.canGoBack).toBe(false);
});

it('shows numbers that multiply and add up on the page', async () => {
  for (const [layer, count] of [
    [1, 16],
    [2, 16],
    [3, 10],
  ]) {
    inspector.open({ kind: 'z', layer, j: count - 1 });
    const { container } = await open();
    let added = 0;
    for (const row of container.querySelectorAll('section > table thead + tbody tr')) {
      const [weight, source, product] = [...row.querySelectorAll('td:not(.sign)')].map((td) =>
        toNumber(td.textContent),
      );
      expect(Math.abs(weight * source - product)).toBeLessThan(0.00051);
      added += product;
    }
    const rows = [...container.querySelectorAll('.rows tr')].map((tr) => ({
      words: tr.querySelector('th')?.textContent.trim() ?? '',
      value: toNumber(tr.querySelector('td:last-child')?.textContent),
    }));
    const at = (words: string): number => rows.find((row) => row.words.includes(words))?.value ?? 0;
    expect(Math.abs(added + at('others, together') - at('products, added'))).toBeLessThan(0.00051);
    expect(at('products, added') + at('bias') - at('weighted input')).toBeCloseTo(0, 2);
    container.remove();
  }
});

it('is a table that says no faulty number, for every kind of part and at 280 px', async () => {
  const parts: Part[] = [
    { kind: 'input', k: 0 },
    { kind: 'input', k: 406 },
    { kind: 'weight', layer: 1, j: 15, k: 783 },
    { kind: 'weight', layer: 3, j: 0, k: 2 },
    { kind: 'bias', layer: 2, j: 3 },
    { kind: 'product', layer: 1, j: 2, k: 406 },
    { kind: 'z', layer: 1, j: 2 },
    { kind: 'activation', layer: 1, j: 2 },
    { kind: 'activation', layer: 3, j: 9 },
  ];
  for (const part of parts) {
    inspector.open(part);
    const { container } = await open();
    container.style.inlineSize = '280px';
    const folded = container.querySelector<HTMLElement>('details:not([open]) summary');
    folded?.click();
    if (folded) await expect.poll(() => container.querySelector('details table')).not.toBeNull();
    const { textContent: text } = container;
    expect(text, keyOf(part)).not.toMatch(/NaN|undefined|Infinity|null/);
    expect(container.scrollWidth, keyOf(part)).toBeLessThanOrEqual(280);
    for (const button of container.querySelectorAll('button')) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height), button.ariaLabel ?? '').toBeGreaterThanOrEqual(24);
    }
    container.remove();
  }
});

it('opens all rows of a sum from the row of the others, and folds them again', async () => {
  inspector.open({ kind: 'z', layer: 1, j: 2 });
  const { container, press } = await open();
  const rows = (): number => container.querySelectorAll('thead + tbody tr').length;
  const others = (): string | undefined =>
    [...container.querySelectorAll('.rows th')]
      .map((row) => row.textContent.trim())
      .find((words) => words.endsWith('others, together'));
  const inked = pass.activations[0].reduce((count, x) => count + Number(x > 0), 0);
  expect([rows(), others()]).toEqual([16, `${inked - 16} others, together`]);
  await press('others, together');
  expect([rows(), others()]).toEqual([inked, undefined]);
  await press('only the largest');
  expect(rows()).toBe(16);
});

it('has its heads and numbers end at one edge, signs in columns of their own, and no row wider than 420 px', async () => {
  const { container } = await open();
  container.style.inlineSize = '700px';
  const edges = (row: Element): number[] =>
    [...row.querySelectorAll('th:not(:first-child), td:not(.sign, :empty)')].map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return Math.round(range.getBoundingClientRect().right);
    });
  const [head, ...rows] = container.querySelectorAll('thead tr, thead + tbody tr');
  for (const row of rows) {
    edges(row).forEach((edge, i) => expect(Math.abs(edge - edges(head)[i])).toBeLessThan(12));
    expect([...row.querySelectorAll('.sign')].map((sign) => sign.textContent)).toEqual(['×', '=']);
    expect(row.getBoundingClientRect().width).toBeLessThanOrEqual(420);
  }
});
