/** BackpropNudges by keyboard alone, with keys that the browser sends itself; and by touch on a phone of 360 px. */
import { flushSync, tick } from 'svelte';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { stages } from '@/islands/stages.ts';
import { loadResources } from '@/islands/resources.ts';
import '@/styles/site.css';
import BackpropNudges from '@/widgets/backprop/backprop-nudges/BackpropNudges.svelte';

beforeAll(async () => {
  await loadResources();
  await stages.load();
});

let root: Element;
const heading = (): string => root.querySelector('.inspector h3')?.textContent.trim() ?? '';
const stepName = (): string => root.querySelector('.bar .name')?.textContent.trim() ?? '';
const focused = (): Element => document.activeElement ?? document.body;
const cost = (): string =>
  root.querySelector('.scores tbody tr:last-child .cost')?.textContent.trim() ?? '';

/** Tab until what has the focus passes; fails when it never does. */
async function tabTo(isIt: (element: Element) => boolean): Promise<void> {
  for (let i = 0; i < 150; i++) {
    await userEvent.tab();
    if (isIt(focused())) return;
  }
  throw new Error('The Tab key never gets there.');
}
const keys = (text: string): Promise<void> => userEvent.keyboard(text);
const inInspector = (words: string) => (element: Element) =>
  element.closest('.inspector') !== null && says(words)(element);
const says = (words: string) => (element: Element) =>
  `${element.ariaLabel ?? ''} ${element.textContent}`.includes(words);

/** A busy machine takes its time over a hundred keys; milliseconds. */
const LONG = 120_000;

describe('by keyboard alone', { timeout: LONG }, () => {
  beforeEach(async () => {
    await page.viewport(1280, 800);
    root = (await render(BackpropNudges, { begin: 0 })).container;
  });

  it('steps through the pass, chooses a neuron, and walks from a weight of a pixel to the cost', async () => {
    await tabTo((element) => element.matches('.scrubber input'));
    expect(stepName()).toContain('Step 1 of 14');
    await keys('{ArrowRight}{ArrowRight}');
    expect(stepName()).toContain('Step 3 of 14. Layer 2');
    await keys('{End}');
    expect(stepName()).toContain('Step 14 of 14');
    await keys('{ArrowLeft}{ArrowLeft}');
    expect(stepName()).toContain('Down to the pixels');

    await tabTo((element) => element.ariaLabel?.startsWith('Slopes along the 784') ?? false);
    await keys('{ArrowUp}{ArrowLeft}{Enter}');
    expect(heading()).toMatch(/^Slope of the cost along the weight from pixel/);
    // Each press opens what the focused number came from.
    await tabTo(inInspector('error of neuron 11, layer 1'));
    await keys('{Enter}');
    expect(heading()).toBe('Error of neuron 11, layer 1');
    // Only the largest are listed until one asks for all.
    await tabTo((element) => element.matches('.inspector .rows th button'));
    await keys('{Enter}');
    await tabTo(inInspector('error of neuron 4, layer 2'));
    await keys('{Enter}');
    expect(heading()).toBe('Error of neuron 4, layer 2');
    await tabTo(inInspector('error of output 3'));
    await keys('{Enter}');
    expect(heading()).toBe('Error of output 3');
    await tabTo(inInspector('wish for output 3'));
    await keys('{Enter}');
    await tabTo((element) => element.tagName === 'SUMMARY');
    await keys('{Enter}');
    await tabTo(inInspector('cost of this digit'));
    await keys('{Enter}');
    expect(heading()).toBe('Cost of this digit');
    // And all the way back.
    for (let i = 0; i < 5; i++) {
      await tabTo((element) => element.matches('.inspector [aria-label="Back"]'));
      await keys('{Enter}');
      await tick();
    }
    expect(heading()).toMatch(/^Slope of the cost along the weight from pixel/);
  });

  it('chooses a neuron in the picture, applies the nudge and takes it back', async () => {
    await tabTo((element) => element.hasAttribute('data-neuron'));
    const before = focused().getAttribute('data-neuron');
    await keys('{ArrowDown}{Enter}');
    expect(focused().getAttribute('data-neuron')).not.toBe(before);
    expect(focused().ariaPressed).toBe('true');
    await tabTo((element) => element.matches('.scrubber input'));
    await keys('{End}');
    const first = cost();
    await tabTo(says('Apply the nudge'));
    await keys('{Enter}');
    expect(Number(cost())).toBeLessThan(Number(first));
    await tabTo(says('Undo'));
    await keys('{Enter}');
    expect(cost()).toBe(first);
  });
});

describe('by touch, on a phone', { timeout: LONG }, () => {
  beforeEach(async () => {
    await page.viewport(360, 740);
    const { container } = await render(BackpropNudges, { begin: 9 });
    container.style.inlineSize = '328px'; // a phone's, less its gutters
    root = container;
    await tick();
  });
  afterAll(() => page.viewport(1280, 800));

  /** A finger, down and up, and the click that a browser makes of it; only where a finger could get. */
  function tap(element: Element | null | undefined, at = { x: 0.5, y: 0.5 }): void {
    if (!element) throw new Error('There is nothing to tap.');
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const place = { clientX: left + at.x * width, clientY: top + at.y * height };
    const hit = document.elementFromPoint(place.clientX, place.clientY);
    expect(
      hit && (element.contains(hit) || hit.contains(element)),
      element.outerHTML.slice(0, 80),
    ).toBe(true);
    const touch = { ...place, bubbles: true, pointerId: 7, pointerType: 'touch', button: 0 };
    const target = hit ?? element;
    target.dispatchEvent(new PointerEvent('pointerdown', { ...touch, buttons: 1 }));
    target.dispatchEvent(new PointerEvent('pointerup', { ...touch, buttons: 0 }));
    target.dispatchEvent(new MouseEvent('click', { ...place, bubbles: true }));
    flushSync();
  }
  const button = (words: string): Element | undefined =>
    [...root.querySelectorAll('button')].find(says(words));

  it('steps, opens a layer and a neuron, follows a number, opens a pixel, applies and takes back', async () => {
    tap(root.querySelector('.rows [data-neuron="2.3"]'));
    expect(heading()).toBe('Error of neuron 4, layer 2');
    tap(button('error of output 5'));
    await tick();
    expect(heading()).toBe('Error of output 5');
    tap(root.querySelector('.rows [aria-label="Open Layer 1"]'));
    await tick();
    flushSync();
    tap(root.querySelector('.rows [data-neuron="1.2"]'));
    tap(button('On'));
    tap(button('On'));
    expect(stepName()).toContain('Down to the pixels');
    tap(root.querySelector('[aria-label^="Slopes along the 784"]'), { x: 0.51, y: 0.51 });
    expect(heading()).toContain('pixel in row 15, column 15');
    tap(button('On'));
    tap(button('On'));
    const first = cost();
    tap(button('Apply the nudge'));
    expect(Number(cost())).toBeLessThan(Number(first));
    tap(button('Undo'));
    expect(cost()).toBe(first);
  });

  it('has nothing to press that is too small for a finger', () => {
    for (const id of ['levers', 'nudge']) {
      const scrubber = root.querySelector<HTMLInputElement>('.scrubber input');
      if (scrubber === null) throw new Error('There is no scrubber.');
      scrubber.value = id === 'levers' ? '7' : '12';
      scrubber.dispatchEvent(new InputEvent('input', { bubbles: true }));
      flushSync();
      for (const target of root.querySelectorAll('button, select')) {
        const { width, height } = target.getBoundingClientRect();
        if (width === 0) continue;
        expect(Math.min(width, height), target.outerHTML.slice(0, 120)).toBeGreaterThanOrEqual(24);
      }
    }
  });
});
