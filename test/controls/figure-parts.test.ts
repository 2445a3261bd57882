import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import DigitPicker from '@/controls/DigitPicker.svelte';
import FigureHeader from '@/controls/FigureHeader.svelte';
import NeuronPicker from '@/controls/NeuronPicker.svelte';
import PlayBar from '@/controls/PlayBar.svelte';
import Slider from '@/controls/Slider.svelte';
import NetworkPlate from '@/plot/network/NetworkPlate.svelte';

const nothing = (): void => undefined;
const digit = { index: 38, label: 2, pixels: new Float64Array(784) };
const sizes = [784, 16, 16, 10];
const activations = sizes.slice(1).map((count) => new Float64Array(count).fill(0.5));

/** The server's HTML of a component. */
function html<P extends Record<string, unknown>>(component: Component<P>, props: P): string {
  return render(component as Component, { props }).body;
}

it.each([
  [
    'a header',
    () => html(FigureHeader, { network: 'explainer network', onreset: nothing }),
    'Reset',
  ],
  [
    'a slider',
    () => html(Slider, { label: 'Bias', value: 1.5, min: -3, max: 3, step: 0.1 }),
    '1.5',
  ],
  ['a play bar', () => html(PlayBar, { steps: 13, step: 7, label: 'Steps' }), 'Step 8 of 13'],
  [
    'a digit picker',
    () => html(DigitPicker, { digits: [digit], chosen: digit, onchoose: nothing }),
    '>2</text>',
  ],
  [
    'a neuron picker',
    () => html(NeuronPicker, { sizes, chosen: { layer: 1, index: 3 }, onchoose: nothing }),
    'neuron <span',
  ],
  [
    'a network',
    () => html(NetworkPlate, { sizes, activations, image: digit.pixels, label: 'The network' }),
    'Neuron 4, layer 1: activation 0.50',
  ],
])('%s can be read without script', (_, page, words) => {
  expect(page()).toContain(words);
  expect(page()).not.toMatch(/NaN|undefined/);
});

it('the strip of ten digits weighs little on a page', () => {
  const digits = Array.from({ length: 10 }, (_, label) => ({ ...digit, index: label, label }));
  expect(html(DigitPicker, { digits, chosen: digits[3], onchoose: nothing }).length).toBeLessThan(
    6000,
  );
});
