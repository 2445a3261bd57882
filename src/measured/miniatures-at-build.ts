/** Reads the explainer network and the sample of digits from public/ and works the small pictures out. Runs in the build alone. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { unpackDigits } from '@/digits/packed.ts';
import { readSafetensors } from '@/network/files.ts';
import { createRandom } from '@/network/random.ts';
import {
  descend,
  digitsOnSigmoid,
  dearestMisses,
  hiddenErrors,
  learning,
  weightGrid,
} from './miniatures.ts';

/** Two neurons of the first layer whose weights make the plainest pictures. */
const SHOWN_NEURONS = [3, 8];

/** The numbers behind the pictures, by chapter. @param publicDir the site's own files */
export function miniatureNumbers(publicDir: URL) {
  const read = (name: string): Uint8Array => readFileSync(new URL(name, publicDir));
  const network = readSafetensors(read('models/explainer.safetensors'));
  const digits = unpackDigits(gunzipSync(read('digits/sample-100.digits')));
  return {
    neurons: digitsOnSigmoid(network, digits),
    cost: dearestMisses(network, digits),
    descent: descend(network, digits, { output: 8, reach: 5, eta: 12, steps: 9 }),
    errors: hiddenErrors(network, digits),
    training: learning(digits, 16, createRandom(1)),
    weights: SHOWN_NEURONS.map((neuron) => weightGrid(network, neuron)),
  };
}
