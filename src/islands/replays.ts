import { download } from '@/digits/download.ts';
import { inflate, PackedError } from '@/digits/packed.ts';
import { ModelFileError } from '@/network/files.ts';
import { createNetwork, type Network } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import { ModelLoadError } from '@/recogniser/model.ts';
import { readReplay } from '@/training/recorded/replay.ts';
import { STUCK, stuckFile, stuckPlan, type StuckRun } from '@/training/recorded/stuck.ts';
import { Resource } from './needs.ts';
import { fetchOwn } from './resources.ts';

async function read(name: StuckRun): Promise<readonly Network[]> {
  const { sizes, start, seed, epochs } = stuckPlan(name);
  const bytes = await download(() => fetchOwn(`/models/${stuckFile(name)}.packed`), ModelLoadError);
  let networks: readonly Network[];
  try {
    networks = readReplay(await inflate(bytes), createNetwork(sizes, start, createRandom(seed)));
  } catch (cause) {
    if (!(cause instanceof ModelFileError || cause instanceof PackedError)) throw cause;
    throw new ModelLoadError('What arrived are no checkpoints of this run.', { cause });
  }
  if (networks.length === epochs + 1) return networks;
  throw new ModelLoadError(`The run has ${epochs + 1} checkpoints; ${networks.length} arrived.`);
}

/** The network of a run of the record after each epoch, from its start, epoch 0, on. */
export const replays = new Map(
  STUCK.runs.map(({ name }) => [name, new Resource(`the run ${name}`, () => read(name))]),
);
