import { download } from '@/digits/download.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import type { BenchRecord } from '@/inside/bench/record.ts';
import { loadModel } from '@/recogniser/model.ts';
import type { ModelName } from '@/training/recipes.ts';
import { Resource } from './needs.ts';
import { DigitsLoadError, explainer, explainerB, fetchOwn } from './resources.ts';
import { readSample } from './sample.ts';
import type { Network } from '@/network/network.ts';

/** What the test bench shows before all test digits are here: commands/bench-files.ts makes it. */
export interface Bench {
  readonly record: BenchRecord;
  /** The digits that the record names, in the set's order. /digits/bench.png shows them in this order, one below another. */
  readonly digits: readonly GivenDigit[];
}

/** Our networks on the test digits, as they were measured when the site was made. */
export const bench = new Resource('the record of the test bench', async (): Promise<Bench> => {
  const [json, packed] = await Promise.all(
    ['json', 'digits'].map((ending) =>
      download(() => fetchOwn(`/digits/bench.${ending}`), DigitsLoadError),
    ),
  );
  try {
    const record = JSON.parse(new TextDecoder().decode(json)) as BenchRecord;
    return { record, digits: await readSample(packed) };
  } catch (cause) {
    throw new DigitsLoadError('What arrived is not the record of the test bench.', { cause });
  }
});

const model = (name: ModelName, title: string): Resource<Network> =>
  new Resource(title, () => loadModel(fetchOwn, `/models/${name}.packed`));

/** The networks of the site, each fetched when it is first asked for. */
export const models: Readonly<Record<ModelName, Resource<Network>>> = {
  classic: model('classic', 'the classic network'),
  explainer,
  'explainer-b': explainerB,
  recogniser: model('recogniser', 'the recogniser'),
};
