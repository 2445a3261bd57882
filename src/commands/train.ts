/**
 * npm run train -- --model NAME [--out FOLDER] [--strokes FILE]
 * npm run train -- --model widths [--out FOLDER]
 * npm run train -- --model comparison [--out FOLDER]
 * npm run train -- --model runs [--out FOLDER]
 * npm run train -- --model stuck [--out FOLDER]
 * npm run train -- --model ways [--out FOLDER]
 * npm run train -- --model moments [--out FOLDER]
 * npm run train -- --model variety --strokes FILE [--out FOLDER]
 *
 * Trains a model by its recipe, from its seed, and writes NAME.safetensors and its entry in models.json: the same bytes each time;
 * and NAME-checkpoints.safetensors, the network on its way, where the recipe asks for it.
 * Accuracies are measured on the file as written. With --strokes also on the pen digits of those writers that the recogniser was
 * not tuned on; without it, what was measured before stays as long as the file comes out the same.
 * 'widths' trains networks with hidden layers of several widths and writes to widths.json what they reach; 'comparison' trains one
 * network on few digits, on more and on many, and writes comparison.json; 'runs' trains one network, and the same with thirty learning
 * rates, and writes training-runs.json, training-run.learned and two pictures of what its hidden neurons have learned.
 * 'stuck' looks for a run of the classic recipe in which one digit stays unread, and writes stuck.json and its checkpoints; 'ways'
 * trains the classic network in four ways, and writes ways.json; 'moments' measures what chapter 5 tells of beside these, and writes moments.json;
 * 'variety' trains the recogniser's network for a tenth of its epochs, with one ingredient of its training more each time, and writes
 * variety.json: what each is worth on pen digits.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startKernel } from '../kernel/kernel.ts';
import { readModel, writeSafetensors } from '../network/files.ts';
import { countParameters, type Network } from '../network/network.ts';
import { createRandom } from '../network/random.ts';
import { evaluate } from '../network/sgd.ts';
import { type Stage, writeCheckpoints } from '../training/checkpoint-file.ts';
import { MODEL_NAMES, recipes } from '../training/recipes.ts';
import { trainByRecipe } from '../training/train-by-recipe.ts';
import { orRefuse, readOptions, refuse } from './command-line.ts';
import { readKernel } from './kernel-file.ts';
import { readMnist } from './mnist-files.ts';
import {
  isModelName,
  type ModelEntry,
  MODELS,
  type PenAccuracy,
  readModels,
  testOnMnist,
  writeModels,
} from './models.ts';
import { evaluateStrokes, type PenDigit, readStrokes, tunedOn } from './strokes-file.ts';
import { trainComparison } from './records/train-comparison.ts';
import { trainMoments } from './records/train-moments.ts';
import { trainRuns } from './records/train-runs.ts';
import { trainStuck } from './records/train-stuck.ts';
import { trainVariety } from './records/train-variety.ts';
import { trainWays } from './records/train-ways.ts';
import { trainWidths } from './records/train-widths.ts';

const values = readOptions({
  options: {
    model: { type: 'string' },
    out: { type: 'string', default: MODELS },
    strokes: { type: 'string' },
  },
});
/** What is measured and written down, no model: each by its name. */
const RECORDS = new Map<string, (folder: string) => Promise<void>>([
  ['widths', trainWidths],
  ['comparison', trainComparison],
  ['runs', trainRuns],
  ['stuck', trainStuck],
  ['ways', trainWays],
  ['moments', trainMoments],
]);

const name = values.model ?? '';
const { strokes: strokesFile } = values;
const penDigits = strokesFile === undefined ? undefined : orRefuse(() => readStrokes(strokesFile));
if (name === 'variety') {
  if (!penDigits) refuse(`'variety' is measured on pen digits: give it --strokes FILE.`);
  await trainVariety(values.out, penDigits);
  process.exit();
}
const record = RECORDS.get(name);
if (record) {
  await record(values.out);
  process.exit();
}
if (!isModelName(name)) {
  refuse(
    `Say which model: --model ${[...MODEL_NAMES, ...RECORDS.keys(), 'variety'].join(', --model ')}. Got '${name}'.`,
  );
}

/** Accuracy on the pen digits of the writers that nothing was chosen on, drawn as large as MNIST's own, in the middle of the pad. */
function testOnPenDigits(network: Network, all: readonly PenDigit[]): PenAccuracy {
  const tuned = tunedOn(all);
  const held = all.filter((digit) => !tuned(digit));
  const { accuracy, writerMean } = evaluateStrokes(
    network,
    held,
    { size: 20, place: 'centre', rotation: 0 },
    createRandom(1),
  );
  const writers = new Set(held.map(({ writer }) => writer)).size;
  return {
    digits: held.length,
    writers,
    accuracy: accuracy ?? 0,
    writerMean: writerMean ?? 0,
  };
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes the network on its way, and says what lies where. */
function keepStages(stages: readonly Stage[]): ModelEntry['checkpoints'] {
  const kept = writeCheckpoints(stages, recipe.format, { model: `nought-to-nine ${name}` });
  const file = `${name}-checkpoints.safetensors`;
  writeFileSync(path.join(values.out, file), kept);
  const digits = stages.map((stage) => stage.digits);
  return { file, bytes: kept.length, sha256: hash(kept), digits };
}

const recipe = recipes[name];
const digits = readMnist('train');
const test = readMnist('test');
const kernel = recipe.engine === 'kernel' ? await startKernel(readKernel()) : undefined;
const { network: trained, stages } = trainByRecipe(
  recipe,
  digits,
  (epoch, network) => {
    const { accuracy } = (kernel ?? { evaluate }).evaluate(network, test);
    console.log(
      `${name}: epoch ${epoch} of ${recipe.epochs}, ${(100 * accuracy).toFixed(2)}% of the test digits`,
    );
  },
  kernel,
);

const metadata = { model: `nought-to-nine ${name}` };
const bytes = writeSafetensors(trained, recipe.format, metadata, recipe.steps);
const network = readModel(bytes);
const sha256 = hash(bytes);
const models = readModels(values.out);
const before = models[name];
const strokes = penDigits
  ? testOnPenDigits(network, penDigits)
  : before?.sha256 === sha256
    ? before.strokes
    : undefined;
const file = `${name}.safetensors`;
mkdirSync(values.out, { recursive: true });
writeFileSync(path.join(values.out, file), bytes);
const checkpoints = stages.length > 0 ? keepStages(stages) : undefined;
writeModels(values.out, {
  ...models,
  [name]: {
    file,
    bytes: bytes.length,
    sha256,
    sizes: network.sizes,
    parameters: countParameters(network),
    recipe,
    ...(checkpoints ? { checkpoints } : {}),
    mnist: testOnMnist(name, network),
    ...(strokes ? { strokes } : {}),
  },
});
console.log(`${name}: wrote ${bytes.length} bytes to ${path.join(values.out, file)}`);
