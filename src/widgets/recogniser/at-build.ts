import { readFile } from 'node:fs/promises';
import type { GivenDigit } from '../../controls/sheet.ts';
import { readModel } from '../../network/files.ts';
import type { Network } from '../../network/network.ts';
import { readImage } from '../../recogniser/recognise.ts';
import { readSample } from './sample.ts';
import { type PackedStill, packStill } from './still.ts';
import { type ModelFacts, factsOf } from './view.ts';

/** The model that reads on the page: its name, its file, and that file as the page fetches it. */
const MODEL = {
  name: 'recogniser',
  file: 'models/recogniser.safetensors',
  url: '/models/recogniser.packed',
};

/** What pages show before any script runs. */
export interface Shown {
  readonly model: ModelFacts;
  /** The digit of the sample that the network is surest of, and rightly. */
  readonly surest: PackedStill;
  /** The one it reads as it was meant by the narrowest margin, next to the hardest. */
  readonly closest: PackedStill;
  /** The one it is furthest from reading as it was meant. */
  readonly hardest: PackedStill;
}

/** Reads the model and the sample that the page will fetch, and has the one read the other. @param publicDir the site's own files */
export async function readShown(publicDir: URL): Promise<Shown> {
  const network = readModel(await readFile(new URL(MODEL.file, publicDir)));
  const sample = await readSample(
    new Uint8Array(await readFile(new URL('digits/sample-100.digits', publicDir))),
  );
  const ranked = sample
    .map((digit) => ({ digit, lead: leadOf(network, digit) }))
    .sort((one, other) => other.lead - one.lead);
  const hardest = ranked[ranked.length - 1];
  const closest = ranked.findLast((one) => one !== hardest && one.lead > 0) ?? hardest;
  return {
    model: factsOf(network, MODEL.name, MODEL.url),
    surest: packStill(network, ranked[0].digit),
    closest: packStill(network, closest.digit),
    hardest: packStill(network, hardest.digit),
  };
}

/** How far the score of what was meant lies above the best of the others; below 0 where the network reads another digit. */
function leadOf(network: Network, { label, pixels }: GivenDigit): number {
  const { scores } = readImage(network, pixels);
  const others = scores.filter((_, digit) => digit !== label);
  return scores[label] - others.reduce((best, score) => Math.max(best, score), 0);
}
