import type { GivenDigit } from '@/controls/pad/sheet.ts';
import { download } from '@/digits/download.ts';
import { createRandom } from '@/network/random.ts';
import { once } from '@/islands/once.ts';
import { patientFetch } from '@/islands/patient.ts';
import { readSample } from '@/islands/sample.ts';
import { loadModel } from '@/recogniser/model.ts';
import type { Sources } from './recogniser.svelte.ts';

/** A hundred digits of the MNIST test set, ten of each, which the build put there. */
const SAMPLE_URL = '/digits/sample-100.digits';

async function fetchSample(): Promise<readonly GivenDigit[]> {
  const digits = await readSample(await download(() => patientFetch(SAMPLE_URL), Error));
  const [seed] = crypto.getRandomValues(new Uint32Array(1));
  return createRandom(seed).shuffle(digits);
}

const sample = once(fetchSample);
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
