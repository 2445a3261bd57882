import type { Sheet } from '@/controls/pad/sheet.ts';
import { ModelLoadError } from '@/recogniser/model.ts';
import { createNetwork } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import type { Specimen } from '../../specimen.ts';
import type { Sources } from './recogniser.svelte.ts';
import { FOUR, FOUR_OR_NINE, SCRIBBLE } from '../drawn.ts';
import type { ModelFacts } from '../view.ts';

interface Props {
  readonly model: ModelFacts;
  readonly isSmall?: boolean;
  readonly first?: Sheet;
  readonly sources?: Sources;
}

export const hasReset = false;
export const whyNoReset = 'The pad has its own Clear, and what it clears can be undone.';

/** What there is to say of the network that we ship, as the build works it out; a test holds the two together. */
export const model: ModelFacts = {
  name: 'recogniser',
  url: '/models/recogniser.packed',
  sizes: [784, 200, 64, 10],
  parameters: 170_514,
};

const own = {
  network: createNetwork([784, 300, 100, 10], 'scaled', createRandom(1)),
  name: 'your network B',
};

const never = new Promise<never>(() => undefined);

/** The network is on its way and never comes. */
const waiting: Sources = { network: () => never, digits: () => never };

/** Nothing comes, and says so. */
const failing: Sources = {
  network: () => Promise.reject(new ModelLoadError('The download did not finish.')),
  digits: () => Promise.reject(new Error('The server answered 404.')),
};

/** A network that a reader has trained, or hardly begun to. */
const used: Sources = {
  network: () => never,
  digits: () => never,
  own: {
    recall: () => Promise.resolve({ own, trouble: null }),
    giveUp: () => undefined,
    listen: () => () => undefined,
  },
};

export const specimens: readonly Specimen<Props>[] = [
  { name: 'blank', props: { model } },
  { name: 'a drawn 4', props: { model, first: FOUR } },
  { name: 'between a 4 and a 9', props: { model, first: FOUR_OR_NINE } },
  { name: 'no digit', props: { model, first: SCRIBBLE } },
  { name: 'loading', props: { model, first: FOUR, sources: waiting } },
  { name: 'failed', props: { model, first: FOUR, sources: failing } },
  { name: "the reader's own network", props: { model, first: FOUR, sources: used } },
  { name: 'small, blank', props: { model, isSmall: true } },
  { name: 'small, a drawn 4', props: { model, isSmall: true, first: FOUR } },
  { name: 'small, failed', props: { model, isSmall: true, first: FOUR, sources: failing } },
];
