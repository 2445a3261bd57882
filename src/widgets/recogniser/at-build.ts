import { readFile } from 'node:fs/promises';
import { readModel } from '@/network/files.ts';
import { readSample } from '@/islands/sample.ts';
import { readImage } from '@/recogniser/recognise.ts';
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
  /** The one that it names rightly by the narrowest margin. */
  readonly narrowest: PackedStill;
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
    .map((digit) => {
      const { scores, verdict } = readImage(network, digit.pixels);
      return { digit, verdict, lead: leadOf(scores, digit.label) };
    })
    .sort((one, other) => other.lead - one.lead);
  const named = ranked.filter(({ verdict, lead }) => verdict.kind === 'digit' && lead > 0);
  const hardest = ranked[ranked.length - 1];
  return {
    model: factsOf(network, MODEL.name, MODEL.url),
    surest: packStill(network, ranked[0].digit),
    narrowest: packStill(network, (named.at(-1) ?? hardest).digit),
    hardest: packStill(network, hardest.digit),
  };
}

/** How far the score of what was meant lies above the best of the others; below 0 where the network reads another digit. */
function leadOf(scores: Float64Array, label: number): number {
  return scores[label] - Math.max(...scores.filter((_, digit) => digit !== label));
}
