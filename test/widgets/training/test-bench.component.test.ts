import { beforeAll, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { bench as record } from '@/islands/bench.ts';
import { loadResources } from '@/islands/resources.ts';
import { emptyNetwork } from '@/network/network.ts';
import TestBench from '@/widgets/training/test-bench/TestBench.svelte';

beforeAll(async () => {
  await loadResources();
  await record.load();
});

/** A network that answers 1 to everything: its last bias alone is not 0. */
function always(digit: number): ReturnType<typeof emptyNetwork> {
  const network = emptyNetwork([784, 10]);
  network.layers[0].biases.fill(-2)[digit] = 2;
  return network;
}

it('opens a cell of the matrix by arrows and Enter, and says what lies there', async () => {
  const screen = await render(TestBench);
  const matrix = screen.getByRole('application', { name: /^Confusion matrix/ });
  const heading = screen.container.querySelector('.part-name .mark');
  expect(heading?.textContent).toBe('4s read as 9');
  (matrix.element() as HTMLElement).focus();
  // From nowhere the first arrow goes to the middle: meant 5, read as 5.
  await userEvent.keyboard('{ArrowRight}{ArrowLeft}{ArrowLeft}');
  await expect.element(screen.getByText(/^meant 5, read as 3: \d+ of 892\.$/)).toBeVisible();
  expect(heading?.textContent).toBe('4s read as 9');
  await userEvent.keyboard('{Enter}');
  expect(heading?.textContent).toBe('5s read as 3');
  await expect.element(screen.getByText('The digits of this cell are not here yet.')).toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: /^Fetch all 10,000 \(0\.9 MB, once\)$/ }))
    .toBeVisible();
});

it('opens a cell by a click, and only by that: passing over one tells what lies there', async () => {
  const screen = await render(TestBench);
  const matrix = screen.getByRole('application', { name: /^Confusion matrix/ });
  const { width, height } = matrix.element().getBoundingClientRect();
  const heading = screen.container.querySelector('.part-name .mark');
  const position = { x: (3.5 / 10) * width, y: (5.5 / 10) * height };
  await matrix.hover({ position });
  await expect.element(screen.getByText(/^meant 5, read as 3: \d+ of 892\.$/)).toBeVisible();
  expect(heading?.textContent).toBe('4s read as 9');
  await matrix.click({ position });
  expect(heading?.textContent).toBe('5s read as 3');
});

it('fetches the digits when it is asked to, and then any cell opens', async () => {
  const screen = await render(TestBench, { start: { cell: 53 } });
  await screen.getByRole('button', { name: /^Fetch all/ }).click();
  const tiles = screen.getByRole('radio', { name: /^a 5, number .* read as 3/ });
  await expect.poll(() => tiles.elements().length, { timeout: 20_000 }).toBe(15);
  await screen.getByRole('button', { name: /^The other \d+$/ }).click();
  await expect.poll(() => tiles.elements().length).toBeLessThan(15);
  await expect.element(screen.getByText(/^Counted here and now: 10,000 digits/)).toBeVisible();
  // A real digit's ink.
  const canvas = screen.container.querySelector<HTMLCanvasElement>(
    '[role=radiogroup] .tile canvas',
  );
  const ink = canvas?.getContext('2d')?.getImageData(0, 0, 28, 28).data ?? [];
  expect([...ink].filter((value, i) => i % 4 === 0 && value > 200).length).toBeGreaterThan(10);
});

it('walks the digits of a cell by arrows, and puts the one looked at into all figures', async () => {
  const screen = await render(TestBench);
  const tiles = screen.getByRole('radio', { name: /^a 4, number/ });
  const use = screen.getByRole('button', { name: 'Use this digit in all figures' });
  (tiles.first().element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(tiles.nth(1)).toBeChecked();
  const place = (tiles.nth(1).element() as HTMLInputElement).value;
  await expect
    .element(
      screen.getByText(
        new RegExp(`^Number ${Number(place).toLocaleString('en')} of the test set: 9 at`),
      ),
    )
    .toBeVisible();
  await use.click();
  await expect
    .element(screen.getByRole('button', { name: 'In use in all figures' }))
    .toHaveAttribute('aria-disabled', 'true');
});

it('moves the threshold by hundredths, and tells how many are answered and right', async () => {
  const screen = await render(TestBench, { start: { threshold: 60, part: 'not-sure' } });
  const slider = screen.getByRole('slider', { name: /^Not sure below/ });
  (slider.element() as HTMLElement).focus();
  const shares = (): string[] =>
    [...screen.container.querySelectorAll('.headline')].map((one) => one.textContent);
  const before = shares();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', '0.61');
  await userEvent.keyboard('{End}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', '0.99');
  expect(shares()).not.toEqual(before);
  await userEvent.keyboard('{Home}');
  const { result } = record.value.record.networks[0];
  const hits = result.right[0] / result.count;
  expect(shares()).toEqual(['100.0%', `${(100 * hits).toFixed(1)}%`]);
});

it('shows another network of the site at once, and goes back with Reset', async () => {
  const screen = await render(TestBench);
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: 'Network' }),
    'the recogniser',
  );
  const network = record.value.record.networks.find(({ name }) => name === 'recogniser');
  const right = network?.result.right[0].toLocaleString('en');
  await expect
    .element(screen.getByText(new RegExp(`^It read ${right} of 10,000 rightly`)))
    .toBeVisible();
  await screen.getByRole('button', { name: 'Reset' }).click();
  await expect.element(screen.getByRole('combobox', { name: 'Network' })).toHaveValue('classic');
});

it('tests a network of the reader’s own, which takes everything for a 1', async () => {
  const screen = await render(TestBench, { own: { name: 'your own network', network: always(1) } });
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Network' }), 'own');
  await expect
    .poll(() => screen.container.querySelector('.sentence')?.textContent, { timeout: 20_000 })
    .toMatch(
      /^It read 1,135 of 10,000 rightly\. Of its 8,865 mistakes it was sure, at 0\.90 or more, of 0\./,
    );
  // Nothing that a share would be divided by is 0 on the page.
  expect(screen.container.textContent).not.toMatch(/NaN|undefined/);
});

it('keeps what is on the bench, and says why, when its worker does not start', async () => {
  const tools = {
    createWorker: () => {
      throw new DOMException('No.', 'SecurityError');
    },
    everySecond: () => () => undefined,
  };
  const screen = await render(TestBench, { tools, start: { cell: 53 } });
  await screen.getByRole('button', { name: /^Fetch all/ }).click();
  await expect.element(screen.getByText(/did not start its worker/).first()).toBeVisible();
  expect(screen.container.querySelector('.part-name .mark')?.textContent).toBe('5s read as 3');
});
