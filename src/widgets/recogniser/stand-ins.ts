/** What the specimens of the recognisers begin with. */
import { ModelLoadError } from '@/recogniser/model.ts';
import type { Sources } from './recogniser.svelte.ts';
import type { ModelFacts } from './view.ts';

/** What there is to say of the network that we ship, as the build works it out; a test holds the two together. */
export const model: ModelFacts = {
  name: 'recogniser',
  url: '/models/recogniser.packed',
  sizes: [784, 200, 64, 10],
  parameters: 170_514,
};

const never = new Promise<never>(() => undefined);

/** The network is on its way and never comes. */
export const waiting: Sources = { network: () => never, digits: () => never };

/** Nothing comes, and says so. */
export const failing: Sources = {
  network: () => Promise.reject(new ModelLoadError('The download did not finish.')),
  digits: () => Promise.reject(new Error('The server answered 404.')),
};
