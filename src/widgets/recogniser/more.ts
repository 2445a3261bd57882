/** What readers ask for after their first look: real digits, and the network as a file. It comes when one of them nears the pad. */
import type { GivenDigit } from '@/controls/pad/sheet.ts';
import { download } from '@/digits/download.ts';
import { createRandom } from '@/network/random.ts';
import { patientFetch } from '@/islands/patient.ts';
import { readSample } from '@/islands/sample.ts';

export { save, saveFile } from './save.ts';

/** A hundred digits of the MNIST test set, ten of each, which the build put there. */
const SAMPLE_URL = '/digits/sample-100.digits';

/** The hundred, in an order of their own. */
export async function fetchSample(): Promise<readonly GivenDigit[]> {
  const digits = await readSample(await download(() => patientFetch(SAMPLE_URL), Error));
  const [seed] = crypto.getRandomValues(new Uint32Array(1));
  return createRandom(seed).shuffle(digits);
}
