import { createNetwork } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import type { Sources } from '../recogniser.svelte.ts';
import type { Specimen } from '../../specimen.ts';
import { failing, model, waiting } from '../stand-ins.ts';
import type { Start } from '../start.ts';
import { FOUR, FOUR_OR_NINE, SCRIBBLE } from '../drawn.ts';

export const hasReset = false;
export const whyNoReset = 'The pad has its own Clear, and what it clears can be undone.';

const own = {
  network: createNetwork([784, 300, 100, 10], 'scaled', createRandom(1)),
  name: 'your network B',
};

/** A network that a reader has trained, or hardly begun to. */
const used: Sources = {
  ...waiting,
  own: {
    recall: () => Promise.resolve({ own, trouble: null }),
    giveUp: () => undefined,
    listen: () => () => undefined,
  },
};

export const specimens: readonly Specimen<Start>[] = [
  { name: 'blank', props: { model } },
  { name: 'a drawn 4', props: { model, first: FOUR } },
  { name: 'between a 4 and a 9', props: { model, first: FOUR_OR_NINE } },
  { name: 'no digit', props: { model, first: SCRIBBLE } },
  { name: 'loading', props: { model, first: FOUR, sources: waiting } },
  { name: 'failed', props: { model, first: FOUR, sources: failing } },
  { name: "the reader's own network", props: { model, first: FOUR, sources: used } },
];
