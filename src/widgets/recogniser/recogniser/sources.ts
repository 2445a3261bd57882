import type { GivenDigit } from '@/controls/pad/sheet.ts';
import { download } from '@/digits/download.ts';
import { createRandom } from '@/network/random.ts';
import { once } from '@/islands/once.ts';
import { patientFetch } from '@/islands/patient.ts';
import { readSample } from '@/islands/sample.ts';
import { loadModel } from '@/recogniser/model.ts';
import { forgetOne, isKept, listenFor, OWN_NETWORK } from '@/reader/device.ts';
import type { OwnSource, Sources } from './recogniser.svelte.ts';

/** A hundred digits of the MNIST test set, ten of each, which the build put there. */
const SAMPLE_URL = '/digits/sample-100.digits';

async function fetchSample(): Promise<readonly GivenDigit[]> {
  const digits = await readSample(await download(() => patientFetch(SAMPLE_URL), Error));
  const [seed] = crypto.getRandomValues(new Uint32Array(1));
  return createRandom(seed).shuffle(digits);
}

const sample = once(fetchSample);
const models = new Map<string, Sources['network']>();

/** The module that reads the reader's own network comes only where there is one. */
const own: OwnSource = {
  async recall() {
    if (!isKept(OWN_NETWORK)) return { own: null, trouble: null };
    const { OWN_DAMAGED, ownName, recallOwn } = await import('@/reader/own-network.ts');
    const found = recallOwn();
    if (found === 'damaged') return { own: null, trouble: OWN_DAMAGED };
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
