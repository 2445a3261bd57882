import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { models } from '@/islands/bench.ts';
import { loadResources } from '@/islands/resources.ts';
import { readModel, writeJson, writeSafetensors } from '@/network/files.ts';
import { emptyNetwork } from '@/network/network.ts';
import SaveNetwork from '@/widgets/training/save-network/SaveNetwork.svelte';

beforeAll(async () => {
  await loadResources();
  await models.explainer.load();
});
beforeEach(() => localStorage.clear());

const explainer = (): File =>
  new File([writeSafetensors(models.explainer.value, 'F32')], 'mine.safetensors');

/** Drops things on the place for files, as a hand does. */
function drop(container: Element, ...files: readonly File[]): void {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
  container.querySelector('[role=group]')?.dispatchEvent(event);
}

it('links to the file of the site, and makes JSON in the page', async () => {
  const hand = vi.fn<(name: string, bytes: Uint8Array<ArrayBuffer>) => void>();
  const screen = await render(SaveNetwork, { start: { saved: 'explainer' }, hand });
  const link = screen.getByRole('link', { name: /^Download explainer\.safetensors, 27 kB$/ });
  await expect.element(link).toHaveAttribute('href', '/models/explainer.safetensors');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind of file' }), 'JSON');
  await screen.getByRole('button', { name: 'Download explainer.json' }).click();
  await expect
    .element(screen.getByText(/^explainer\.json, .* is with your downloads\.$/).first())
    .toBeVisible();
  const [[name, bytes]] = hand.mock.calls;
  expect(name).toBe('explainer.json');
  expect(readModel(bytes)).toEqual(models.explainer.value);
  await expect
    .poll(() => screen.container.querySelector('pre')?.textContent)
    .toContain('network = read_json("explainer.json")');
});

it('opens a file by its button, tells what it reads, and puts it to use everywhere and back', async () => {
  const screen = await render(SaveNetwork);
  await userEvent.upload(screen.getByLabelText('Open a file'), explainer());
  await expect
    .element(
      screen
        .getByText(
          /^mine\.safetensors, safetensors: a network of 784-16-16-10, 13,002 numbers\. It reads the digit of all figures as a 3, at 0\.\d\d/,
        )
        .first(),
    )
    .toBeVisible();
  const use = screen.getByRole('button', { name: 'Use it everywhere' });
  await use.click();
  await expect
    .element(screen.getByRole('button', { name: 'In use everywhere' }))
    .toHaveAttribute('aria-disabled', 'true');
  await screen.getByRole('button', { name: 'Back to ours' }).click();
  await expect.element(use).toHaveAttribute('aria-disabled', 'false');
});

it('opens a dropped file, and keeps it when a picture, several files or a bad file come after it', async () => {
  const screen = await render(SaveNetwork);
  const { container } = screen;
  const told = screen.container.querySelector('.file');
  drop(container, new File([writeJson(models.explainer.value)], 'blog.json'));
  await expect
    .poll(() => told?.textContent)
    .toMatch(/^blog\.json, JSON: a network of 784-16-16-10/);
  drop(container, new File(['x'], 'cat.png', { type: 'image/png' }));
  await expect
    .poll(() => told?.textContent)
    .toMatch(/^“cat\.png” was not opened\. It holds a picture/);
  drop(container, explainer(), explainer());
  await expect.poll(() => told?.textContent).toBe('Those are 2 files: drop one at a time.');
  drop(container, new File(['{"sizes":[784,10'], 'cut.json'));
  await expect.poll(() => told?.textContent).toMatch(/^“cut\.json” was not opened/);
  // What was open is still to be saved.
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: 'Network to save' }),
    'the one you opened',
  );
  await expect
    .element(screen.getByRole('button', { name: 'Download blog.safetensors' }))
    .toBeVisible();
  await screen.getByRole('button', { name: 'Reset' }).click();
  expect(told?.textContent).toBe('No file is open.');
});

it('opens a network that reads no digits, and says why it cannot be used', async () => {
  const screen = await render(SaveNetwork);
  const small = new File([writeJson(emptyNetwork([2, 3, 1]))], 'small.json');
  await userEvent.upload(screen.getByLabelText('Open a file'), small);
  await expect
    .element(
      screen
        .getByText(/It takes 2 numbers and gives 1: a network, but none that reads digits/)
        .first(),
    )
    .toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: 'Use it everywhere' }))
    .toHaveAttribute('aria-disabled', 'true');
});
