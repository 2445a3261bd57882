/** What the specimens of the recognisers begin with. */
import { createNetwork } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import { ModelLoadError } from '@/recogniser/model.ts';
import type { Sources } from './recogniser.svelte.ts';
import type { ModelFacts } from './view.ts';

/** What there is to say of the network that we ship, as the build works it out; a test holds the two together. */
export const model: ModelFacts = {
  name: 'recogniser',
  url: '/models/recogniser.packed',
  sizes: [784, 300, 100, 10],
  parameters: 266_610,
};

const own = {
  network: createNetwork([784, 300, 100, 10], 'scaled', createRandom(1)),
  name: 'your network B',
};

const never = new Promise<never>(() => undefined);

/** The network is on its way and never comes. */
export const waiting: Sources = { network: () => never, digits: () => never };

/** A network of the reader's own, trained or hardly begun, reads instead. */
export const used: Sources = {
  ...waiting,
  own: {
    recall: () => Promise.resolve({ own, trouble: null }),
    giveUp: () => undefined,
    listen: () => () => undefined,
  },
};

/** Nothing comes, and says so. */
export const failing: Sources = {
  network: () => Promise.reject(new ModelLoadError('The download did not finish.')),
  digits: () => Promise.reject(new Error('The server answered 404.')),
};
