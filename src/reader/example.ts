/**
 * Tells on the page what the figures show that is not the chapter's example, and leads back to it by one press
 * (src/components/chapter/ExampleBar.astro).
 */
import { EXPLAINER_SIZES } from '@/islands/resources.ts';
import { capital } from '@/words/english.ts';
import { ownName } from './own.ts';
import type { ReaderStore, Yours } from './store.svelte.ts';

/** What the bar says, and whom it tells. */
export type Shown = Pick<
  ReaderStore,
  'yours' | 'state' | 'own' | 'ownTrouble' | 'toExample' | 'useNetwork'
>;

const WORDS: Readonly<Record<Yours, (shown: Shown) => string>> = {
  network: ({ own }) => (own === null ? '' : ownName(own)),
  drawing: () => 'your drawing',
  digit: ({ state }) => `the ${state.digit.label} that you chose`,
  neuron: () => 'a neuron of your choice',
  stage: () => 'another stage of the training',
};

/** What the bar says: "Figures show your drawing and a neuron of your choice. The text speaks of the chapter's example." */
export function exampleWords(shown: Shown): string {
  const { own, ownTrouble } = shown;
  const hasOther = own !== null && own.network.sizes.join() !== EXPLAINER_SIZES.join();
  const parts = shown.yours
    .filter((one) => one !== 'network' || (own !== null && !hasOther))
    .map((one) => WORDS[one](shown));
  const last = parts.pop();
  const all = parts.length === 0 ? last : `${parts.join(', ')} and ${last ?? ''}`;
  const sentences = [
    ...(last === undefined
      ? []
      : [`Figures show ${all ?? ''}. The text speaks of the chapter's example.`]),
    ...(hasOther
      ? [`${capital(ownName(own))} has other sizes (${own.network.sizes.join('-')}): here ours.`]
      : []),
    ...(ownTrouble === null ? [] : [ownTrouble]),
  ];
  return sentences.join(' ');
}

/** Says it on the page, where the page has a place for it; hidden where all is the example. */
export function showExample(shown: Shown): void {
  const bar = document.querySelector<HTMLElement>('[data-example]');
  const words = bar?.querySelector('[data-example-words]');
  const back = bar?.querySelector<HTMLButtonElement>('[data-example-back]');
  if (!bar || !words || !back) return;
  const { yours } = shown;
  const hasOwn = yours.includes('network');
  // First our network, with what was chosen left as it is; the rest with another press.
  back.onclick = () => (hasOwn ? shown.useNetwork(null) : shown.toExample());
  if (yours.length > 0) {
    words.textContent = exampleWords(shown);
    back.textContent = hasOwn ? 'Back to ours' : "Back to the chapter's example";
  }
  bar.hidden = yours.length === 0;
}
