import { download } from '@/digits/download.ts';
import { inflate, PackedError } from '@/digits/packed.ts';
import { ModelFileError } from '@/network/files.ts';
import { createNetwork, type Network } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import { ModelLoadError } from '@/recogniser/model.ts';
import { readCheckpoints, type Stage } from '@/training/checkpoint-file.ts';
import { recipes } from '@/training/recipes.ts';
import { STAGE_DIGITS } from '@/training/stages.ts';
import { Resource } from './needs.ts';
import { explainer, fetchOwn } from './resources.ts';

/**
 * The explainer network from untrained to trained, one for each of STAGE_DIGITS. The first is made from its seed, the last is the
 * explainer itself, so that only what lies between travels.
 */
export const stages = new Resource(
  'the network on its way',
  async (): Promise<readonly Network[]> => {
    const { sizes, start, seed } = recipes.explainer;
    const untrained = createNetwork(sizes, start, createRandom(seed));
    const bytes = await download(() => fetchOwn('/models/explainer-stages.packed'), ModelLoadError);
    await explainer.load();
    return [untrained, ...onTheWay(await read(bytes)), explainer.value];
  },
);

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<readonly Stage[]> {
  try {
    return readCheckpoints(await inflate(bytes));
  } catch (cause) {
    if (!(cause instanceof ModelFileError || cause instanceof PackedError)) throw cause;
    throw new ModelLoadError('What arrived are not networks.', { cause });
  }
}

function onTheWay(found: readonly Stage[]): Network[] {
  return STAGE_DIGITS.slice(1, -1).map((digits) => {
    const stage = found.find((candidate) => candidate.digits === digits);
    if (stage === undefined)
      throw new ModelLoadError(`The network after ${digits} digits is missing.`);
    return stage.network;
  });
}
