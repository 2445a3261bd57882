/**
 * What figures stand on. A widget says what it uses in its module script, and then uses it as if it had always been there:
 *
 *     import { explainer, needs, thousand } from '@/islands/resources.ts';
 *     needs(explainer, thousand);
 *     … explainer.value … thousand.value …
 *
 * A widget that uses the reader has the explainer network and the hundred digits from there (`reader/reader.svelte.ts`).
 *
 * The server reads the files from disk and the browser fetches them; in both a widget is rendered only when all it needs is here
 * (`render.ts`, `hydrate.ts`), so that the two agree and no page carries the data twice.
 */
import { download } from '@/digits/download.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import type { Network } from '@/network/network.ts';
import { loadModel, ModelLoadError } from '@/recogniser/model.ts';
import { Resource } from './needs.ts';
import { patientFetch } from './patient.ts';
import { readSample } from './sample.ts';

export { allNeeded, needs, Resource } from './needs.ts';

/** Neurons in each layer of the explainer network; a reader's own has the same. */
export const EXPLAINER_SIZES: readonly number[] = [784, 16, 16, 10];

/** One of the site's own files: from the server, or where there is no page from disk. */
export async function fetchOwn(url: string): Promise<Response> {
  if (!import.meta.env.SSR) return patientFetch(url);
  const { readPublic } = await import('./disk.ts');
  return new Response(await readPublic(url));
}

async function loadDigits(url: string): Promise<readonly GivenDigit[]> {
  const bytes = await download(() => fetchOwn(url), DigitsLoadError);
  try {
    return await readSample(bytes);
  } catch (cause) {
    throw new DigitsLoadError('What arrived are not digits.', { cause });
  }
}

/** Thrown when digits do not arrive, or something else does; its message is for the reader. */
export class DigitsLoadError extends Error {
  override readonly name = 'DigitsLoadError';
}

async function loadExplainer(url: string): Promise<Network> {
  const network = await loadModel(fetchOwn, url);
  if (network.sizes.join() !== EXPLAINER_SIZES.join()) {
    throw new ModelLoadError(
      `The explainer network has ${EXPLAINER_SIZES.join('-')} neurons; this one has ${network.sizes.join('-')}.`,
    );
  }
  return network;
}

/** The network of the chapters: 784-16-16-10. */
export const explainer = new Resource('the explainer network', () =>
  loadExplainer('/models/explainer.packed'),
);

/** The same, trained in the same way from another start. */
export const explainerB = new Resource('the second explainer network', () =>
  loadExplainer('/models/explainer-b.packed'),
);

/** A hundred digits of the MNIST test set, the first ten of each, in the set's order; 256 shades. */
export const hundred = new Resource('the hundred digits', () =>
  loadDigits('/digits/sample-100.digits'),
);

/** A thousand from all over the test set, a hundred of each, in the set's order; 16 shades. */
export const thousand = new Resource('the thousand digits', () =>
  loadDigits('/digits/sample-1000.digits'),
);

/** Loads what is named, or the three that most figures use; for what works without a page, such as the numbers of the prose. */
export async function loadResources(...resources: readonly Resource<object>[]): Promise<void> {
  const asked = resources.length > 0 ? resources : [explainer, hundred, thousand];
  await Promise.all(asked.map((resource) => resource.load()));
}
