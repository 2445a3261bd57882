import { once } from '@/islands/once.ts';
import { patientFetch } from '@/islands/patient.ts';
import { loadModel } from '@/recogniser/model.ts';
import { forgetOne, isKept, listenFor, OWN_NETWORK } from '@/reader/device.ts';
import type { OwnSource, Sources } from './recogniser.svelte.ts';

/** The script of `more.ts`, once a page. Rejects with a message for the reader; Firefox asks for the same script no second time. */
export const more = once(() =>
  import('./more.ts').catch((cause: unknown) => {
    throw new Error('The download did not finish. Reloading the page may help.', { cause });
  }),
);

const sample = once(async () => (await more()).fetchSample());
const models = new Map<string, Sources['network']>();

/** The module that reads the reader's own network comes only where there is one. */
const own: OwnSource = {
  async recall() {
    if (!isKept(OWN_NETWORK)) return { own: null, trouble: null };
    const [{ findOwn }, { ownName }] = await Promise.all([
      import('@/reader/own-network.ts'),
      import('@/reader/own.ts'),
    ]);
    const found = findOwn();
    if (typeof found === 'string') return { own: null, trouble: found };
    return { own: found && { network: found.network, name: ownName(found) }, trouble: null };
  },
  giveUp: () => forgetOne(OWN_NETWORK),
  listen: (onchange) => listenFor(OWN_NETWORK, onchange),
};

/** The site's own files, each asked for once a page however many pads there are. */
export function pageSources(modelUrl: string): Sources {
  let network = models.get(modelUrl);
  if (network === undefined) {
    network = once(() => loadModel(patientFetch, modelUrl));
    models.set(modelUrl, network);
  }
  return { network, digits: sample, own };
}
