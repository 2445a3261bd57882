/**
 * Tells on the page what the figures show that is not the chapter's example, and leads back to it by one press
 * (src/components/chapter/ExampleBar.astro).
 */
import type { ReaderState } from './state.ts';
import type { Yours } from './store.svelte.ts';

const WORDS: Readonly<Record<Yours, (state: ReaderState) => string>> = {
  drawing: () => 'your drawing',
  digit: ({ digit }) => `the ${digit.label} that you chose`,
  neuron: () => 'a neuron of your choice',
  stage: () => 'another stage of the training',
};

/** What the bar says: "Figures show your drawing and a neuron of your choice. The text speaks of the chapter's example." */
export function exampleWords(yours: readonly Yours[], state: ReaderState): string {
  const parts = yours.map((one) => WORDS[one](state));
  const last = parts.pop() ?? '';
  const all = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
  return `Figures show ${all}. The text speaks of the chapter's example.`;
}

/** Says it on the page, where the page has a place for it; hidden where all is the example. @param back what leads back */
export function showExample(yours: readonly Yours[], state: ReaderState, back: () => void): void {
  const bar = document.querySelector<HTMLElement>('[data-example]');
  const words = bar?.querySelector('[data-example-words]');
  const button = bar?.querySelector<HTMLButtonElement>('[data-example-back]');
  if (!bar || !words || !button) return;
  button.onclick = back;
  if (yours.length > 0) words.textContent = exampleWords(yours, state);
  bar.hidden = yours.length === 0;
}
