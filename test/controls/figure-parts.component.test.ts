import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import DigitPicker from '@/controls/DigitPicker.svelte';
import FigureHeader from '@/controls/FigureHeader.svelte';
import NeuronPicker from '@/controls/NeuronPicker.svelte';
import PlayBar from '@/controls/PlayBar.svelte';
import Slider from '@/controls/Slider.svelte';

const slider = { label: 'Bias', min: -10, max: 10, step: 0.5, ticks: [-10, 0, 10] };
const digits = [0, 1, 2, 3, 4, 5].map((index) => ({
  index,
  label: index % 3,
  pixels: new Float64Array(784),
}));

it('Reset resets, and only where there is something to take back', async () => {
  const onreset = vi.fn();
  const screen = await render(FigureHeader, { network: 'explainer network', onreset });
  await screen.getByRole('button', { name: 'Reset' }).click();
  expect(onreset).toHaveBeenCalledTimes(1);
  const weight = (): number =>
    Number(getComputedStyle(screen.getByRole('button').element()).fontWeight);
  expect(weight()).toBe(600);
  await screen.rerender({ canReset: false });
  expect(weight()).toBe(450);
  screen.container.querySelector('button')?.click();
  expect(onreset).toHaveBeenCalledTimes(1);
});

it('a slider goes by keys, stays within its range, and says its value in words', async () => {
  const oninput = vi.fn();
  const screen = await render(Slider, {
    ...slider,
    value: 9,
    describe: (value: number) => `${value} of bias`,
    oninput,
  });
  const range = screen.getByRole('slider', { name: 'Bias' });
  (range.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  expect(oninput).toHaveBeenLastCalledWith(10);
  await expect.element(range).toHaveAttribute('aria-valuetext', '10 of bias');
  await userEvent.keyboard('{Home}');
  expect(oninput).toHaveBeenLastCalledWith(-10);
});

it.each([Number.NaN, Number.POSITIVE_INFINITY, -99])(
  'a slider handed %d shows an end of its range and nothing faulty',
  async (value) => {
    const { container } = await render(Slider, { ...slider, value, fillFrom: 0 });
    expect(Math.abs(container.querySelector('input')?.valueAsNumber ?? 0)).toBe(10);
    expect(container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
  },
);

it('a logarithmic slider hands back round numbers', async () => {
  const oninput = vi.fn();
  const { container } = await render(Slider, {
    ...slider,
    ...{ min: 0.01, max: 100, step: 0.25, ticks: [], value: 1, log: true, oninput },
  });
  container.querySelector('input')?.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(oninput).toHaveBeenLastCalledWith(1.78);
});

it('a play bar plays to its end, and a hand on the scrubber stops it', async () => {
  const screen = await render(PlayBar, { steps: 3, step: 0, label: 'Steps', interval: 20 });
  const scrubber = screen.getByRole('slider', { name: 'Step' });
  await screen.getByRole('button', { name: 'Play' }).click();
  await expect.element(scrubber).toHaveAttribute('aria-valuetext', 'Step 3 of 3');
  await expect.element(screen.getByRole('button', { name: 'Play' })).toBeVisible();
  await screen.getByRole('button', { name: 'To the start' }).click();
  await expect.element(scrubber).toHaveAttribute('aria-valuetext', 'Step 1 of 3');
  await screen.rerender({ interval: 60_000 });
  await screen.getByRole('button', { name: 'Play' }).click();
  (scrubber.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(scrubber).toHaveAttribute('aria-valuetext', 'Step 2 of 3');
  await expect.element(screen.getByRole('button', { name: 'Play' })).toBeVisible();
});

it('a digit picker goes from numeral to numeral by arrow keys, and to another of the same by a click', async () => {
  const onchoose = vi.fn();
  const screen = await render(DigitPicker, { digits, chosen: digits[0], onchoose });
  expect(screen.container.querySelectorAll('input')).toHaveLength(3);
  screen.container.querySelector<HTMLInputElement>('input:checked')?.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(onchoose).toHaveBeenCalledTimes(1);
  expect(onchoose).toHaveBeenLastCalledWith(digits[1]);
  await screen.rerender({ chosen: digits[1] });
  screen.container.querySelector<HTMLInputElement>('input:checked')?.click();
  expect(onchoose).toHaveBeenLastCalledWith(digits[4]);
  await screen.rerender({ chosen: digits[4] });
  await screen.getByRole('button', { name: 'Another 1' }).click();
  expect(onchoose).toHaveBeenLastCalledWith(digits[1]);
  expect(onchoose).toHaveBeenCalledTimes(3);
});

it('a digit picker comes back from a drawing to the digit that was clicked', async () => {
  const onchoose = vi.fn();
  const screen = await render(DigitPicker, {
    ...{ digits, chosen: digits[0], onchoose, ondraw: vi.fn(), isDrawing: true },
  });
  expect(screen.container.querySelector('input:checked')).toBeNull();
  screen.container.querySelector<HTMLInputElement>('input')?.click();
  expect(onchoose).toHaveBeenCalledExactlyOnceWith(digits[0]);
});

it('a neuron picker changes layer, steps, and stops at the ends', async () => {
  const onchoose = vi.fn();
  const sizes = [784, 16, 16, 10];
  const screen = await render(NeuronPicker, { sizes, chosen: { layer: 1, index: 15 }, onchoose });
  screen.container.querySelectorAll('button')[1].click();
  expect(onchoose).toHaveBeenLastCalledWith({ layer: 1, index: 15 });
  await screen.getByRole('combobox', { name: 'Layer' }).selectOptions('Outputs');
  expect(onchoose).toHaveBeenLastCalledWith({ layer: 3, index: 9 });
});

it('a neuron picker with lamps is a row of radio buttons, each with its number', async () => {
  const onchoose = vi.fn();
  const screen = await render(NeuronPicker, {
    sizes: [784, 3, 10],
    layers: [1],
    activations: [[0.1, 0.5, Number.NaN]],
    chosen: { layer: 1, index: 0 },
    onchoose,
  });
  screen.container.querySelector<HTMLInputElement>('input:checked')?.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(onchoose).toHaveBeenLastCalledWith({ layer: 1, index: 1 });
  await expect
    .element(screen.getByRole('radio', { name: 'Neuron 3, layer 1: activation 0.00' }))
    .toBeInTheDocument();
});
