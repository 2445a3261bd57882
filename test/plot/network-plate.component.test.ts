import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import NetworkPlate from '@/plot/network/NetworkPlate.svelte';
import { createNetwork } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';

const sizes = [4, 16, 16, 10];
const network = createNetwork(sizes, 'scaled', createRandom(1));
const activations = sizes
  .slice(1)
  .map((count) => Array.from({ length: count }, (_, j) => j / count));
const props = { sizes, activations, weights: network.layers, label: 'The network at work' };

async function plate(width: number, more: object = {}) {
  const screen = await render(NetworkPlate, { ...props, ...more });
  screen.container.style.inlineSize = `${width}px`;
  return screen;
}

const stops = (container: Element): Element[] =>
  [...container.querySelectorAll('[tabindex="0"]')].filter((stop) => stop.checkVisibility());
const focused = (): string | null => document.activeElement?.getAttribute('aria-label') ?? null;

it('is one stop for the Tab key, and the arrow keys go along a column and from column to column', async () => {
  const onselect = vi.fn();
  const { container } = await plate(700, { onselect, selected: { layer: 1, index: 3 } });
  const here = stops(container);
  expect(here).toHaveLength(1);
  (here[0] as SVGElement).focus();
  expect(focused()).toBe('Neuron 4, layer 1: activation 0.19');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
  await vi.waitFor(() => expect(focused()).toBe('Neuron 6, layer 2: activation 0.31'), {
    timeout: 10_000,
  });
  expect(stops(container)).toEqual([document.activeElement]);
  expect(onselect).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(onselect).toHaveBeenLastCalledWith({ layer: 2, index: 5 });
  expect(document.activeElement?.getAttribute('aria-pressed')).toBe('true');
});

it('draws the edges of what is selected or pointed at, wide where their weight is large', async () => {
  const { container } = await plate(700, { selected: { layer: 2, index: 0 } });
  const edges = container.querySelectorAll('.columns path.edge');
  expect(edges).toHaveLength(16 + 10);
  const dashed = container.querySelectorAll('.columns path.edge.against');
  const { weights } = network.layers[1];
  const next = network.layers[2];
  const all = [
    ...weights.subarray(0, 16),
    ...Array.from({ length: 10 }, (_, j) => next.weights[j * 16]),
  ];
  expect(dashed).toHaveLength(all.filter((weight) => weight < 0).length);
});

it('opens a layer of a phone where it is tapped, and where an arrow key goes into it', async () => {
  const { container, getByRole } = await plate(326);
  await getByRole('button', { name: 'Open Layer 1' }).click();
  await expect
    .element(getByRole('button', { name: 'Neuron 1, layer 1: activation 0.00' }))
    .toHaveFocus();
  await userEvent.keyboard('{End}{ArrowDown}');
  await vi.waitFor(() => expect(focused()).toBe('Neuron 16, layer 2: activation 0.94'), {
    timeout: 10_000,
  });
  await userEvent.keyboard('{ArrowDown}');
  await vi.waitFor(() => expect(focused()).toBe('Output 9: activation 0.90'), { timeout: 10_000 });
  expect(stops(container).map((stop) => stop.getAttribute('aria-label'))).toEqual([
    'Open Layer 1',
    'Output 9: activation 0.90',
  ]);
});

it('shows no faulty number for activations that are none, and selects nothing that there is not', async () => {
  const { container } = await plate(326, {
    activations: [[Number.NaN]],
    selected: { layer: 7, index: -3 },
    showNumbers: true,
  });
  expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  expect(container.querySelector('[aria-pressed=true]')).toBeNull();
});
