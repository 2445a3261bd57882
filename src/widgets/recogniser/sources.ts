import { once } from '@/islands/once.ts';
import { patientFetch } from '@/islands/patient.ts';
import { loadModel } from '@/recogniser/model.ts';
import type { Sources } from './recogniser.svelte.ts';

/** The script of `more.ts`, once a page. Rejects with a message for the reader; Firefox asks for the same script no second time. */
export const more = once(() =>
  import('./more.ts').catch((cause: unknown) => {
    throw new Error('The download did not finish. Reloading the page may help.', { cause });
  }),
);

const sample = once(async () => (await more()).fetchSample());
const models = new Map<string, Sources['network']>();

/** The site's own files, each asked for once a page however many pads there are. */
export function pageSources(modelUrl: string): Sources {
  let network = models.get(modelUrl);
  if (network === undefined) {
    network = once(() => loadModel(patientFetch, modelUrl));
    models.set(modelUrl, network);
  }
  return { network, digits: sample };
}
