/**
 * npm run lab [-- --strokes FILE --out FOLDER]
 *
 * Measures what chapter 7 tells of our shipped networks. On MNIST's digits: how the classic, the explainer and the recogniser read them
 * moved by whole pixels, with their box in the middle, inverted, in black and white; written to shifts.json. With --strokes, on the pen
 * digits of those writers that nothing was chosen on: how the three read them with each of the 32 settings of the five steps from strokes
 * to 784 numbers, how the recogniser does upright and turned by ten degrees either way, and how long one reading takes here; written to
 * lab.json. Takes a minute or two. To be run again when a model has changed: each record names by its sha256 what it was measured with.
 */
import { cpus } from 'node:os';
import { type LabRecord, measureLab, measureReading } from '../inside/lab.ts';
import { measurePlaces, measureShifts, picturesOf, type ShiftsRecord } from '../inside/shifts.ts';
import { createRandom } from '../network/random.ts';
import type { ModelName } from '../training/recipes.ts';
import { orRefuse, readOptions } from './command-line.ts';
import { readMnist } from './mnist-files.ts';
import { MODELS, openModel, readModels } from './models.ts';
import { writeRecord } from './records/record-file.ts';
import { evaluateStrokes, place, readStrokes, tunedOn } from './strokes-file.ts';

const values = readOptions({
  options: { strokes: { type: 'string' }, out: { type: 'string', default: MODELS } },
});
const { strokes: file } = values;
const penDigits = file === undefined ? undefined : orRefuse(() => readStrokes(file));
const models = readModels(MODELS);

function sha256Of(name: ModelName): string {
  const entry = models[name];
  if (!entry) throw new Error(`models.json says nothing of ${name}.`);
  return entry.sha256;
}

function measureMnist(): ShiftsRecord {
  const [test, train] = [readMnist('test'), readMnist('train')];
  const pictures = picturesOf(test);
  const tested = new Array<number>(10).fill(0);
  for (const label of test.labels) tested[label]++;
  const networks = (['classic', 'explainer', 'recogniser'] as const).map((name) => {
    const measured = measureShifts(openModel(name), pictures, test.labels);
    console.log(`${name}: read ${test.count} digits in every place`);
    return [name, { sha256: sha256Of(name), ...measured }] as const;
  });
  return {
    tested,
    networks: Object.fromEntries(networks),
    places: measurePlaces(picturesOf(train), train.labels),
  };
}

/** How pen digits are drawn on the pad: as large as people draw, anywhere. Sizes are of the longer side, in 28ths of the pad. */
const DRAWN = { from: 12, to: 26, place: 'random', seed: 1 } as const;

/** As large as MNIST's digits, in 28ths; and turned by so many degrees. */
const MNIST_SIZE = 20;
const TURN = 10;

function measurePens(all: NonNullable<typeof penDigits>): LabRecord {
  const tuned = tunedOn(all);
  const held = all.filter((digit) => !tuned(digit));
  const random = createRandom(DRAWN.seed);
  const drawings = held.map((digit) => {
    const size = DRAWN.from + (DRAWN.to - DRAWN.from) * random.uniform();
    return place(digit, { size, place: DRAWN.place, rotation: 0 }, random);
  });
  const labels = held.map(({ label }) => label);
  const names = ['classic', 'explainer', 'recogniser'] as const;
  const measured = measureLab(
    names.map((name) => openModel(name)),
    drawings,
    labels,
  );
  return {
    drawings: held.length,
    writers: new Set(held.map(({ writer }) => writer)).size,
    drawn: DRAWN,
    networks: Object.fromEntries(
      names.map((name, i) => [name, { sha256: sha256Of(name), ...measured[i] }]),
    ),
    shipped: [0, -TURN, TURN].map((rotation) =>
      evaluateStrokes(
        openModel('recogniser'),
        held,
        { size: MNIST_SIZE, place: DRAWN.place, rotation },
        createRandom(DRAWN.seed),
      ),
    ),
    reading: {
      ...measureReading(openModel('recogniser'), drawings.slice(0, 1000), () => performance.now()),
      where: `${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`,
    },
  };
}

writeRecord(values.out, 'shifts', measureMnist());
if (penDigits) writeRecord(values.out, 'lab', measurePens(penDigits));
