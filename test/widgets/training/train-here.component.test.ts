/** TrainHere as a reader has it under the hands: its slots, both axes, the neurons, the shelf, and what goes wrong. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { loadResources } from '@/islands/resources.ts';
import '@/styles/site.css';
import { specimens } from '@/widgets/training/train-here/TrainHere.specimens.ts';
import TrainHere from '@/widgets/training/train-here/TrainHere.svelte';

beforeAll(async () => {
  await loadResources();
});
beforeEach(async () => {
  await page.viewport(1280, 900);
});
afterEach(() => document.body.replaceChildren());

/** Shows a specimen, named by its first words. */
async function show(name: string): Promise<HTMLElement> {
  const specimen = specimens.find((one) => one.name.startsWith(name));
  if (!specimen) throw new Error(`There is no specimen "${name}".`);
  const { container } = await render(TrainHere, { props: specimen.props });
  return container;
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const sentence = (container: HTMLElement): string =>
  container.querySelector('.sentence')?.textContent?.replaceAll(/\s+/g, ' ') ?? '';
