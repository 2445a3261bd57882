/**
 * npm run evaluate [-- --model NAME --strokes FILE --sizes 12,16,20,26 --places centre,random --rotations -10,0,10
 *                     --writers all|held|tuned --several --rows 300 --json]
 *
 * Measures a shipped model on MNIST's 10,000 test digits and, with --strokes, on pen digits: each is drawn on the pad at every size
 * (in 28ths of the pad), place and rotation (degrees) asked for, through the page's own fit, raster and preprocess. --several
 * measures rows of them instead, so many of each kind, of 2 to 5 digits of one hand, with gaps, touching or joined: cut into digits and
 * read as on the recogniser's page, and what fails. The same rows each time. --json prints one object and nothing else.
 */
import { createRandom } from '../network/random.ts';
import { MODEL_NAMES } from '../training/recipes.ts';
import { orRefuse, readOptions, refuse } from './command-line.ts';
import { evaluateRows, MEASURED_ROWS, type RowsResult } from './rows-file.ts';
import { isModelName, openModel, testOnMnist } from './models.ts';
import {
  evaluateStrokes,
  type Placement,
  readStrokes,
  type StrokesResult,
  tunedOn,
} from './strokes-file.ts';

const values = readOptions({
  options: {
    model: { type: 'string', default: 'recogniser' },
    strokes: { type: 'string' },
    ...{ sizes: { type: 'string' }, places: { type: 'string' } },
    ...{ rotations: { type: 'string' }, writers: { type: 'string' } },
    rows: { type: 'string' },
    ...{ several: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  },
});

/** So many pairs are named that are misread most often. */
const WORST = 8;

function numbers(option: string, text: string, low: number, high: number): number[] {
  return text.split(',').map((part) => {
    const n = Number(part);
    if (part.trim() === '' || !(n >= low && n <= high)) {
      refuse(`--${option} takes numbers from ${low} to ${high}, with commas; got '${text}'.`);
    }
    return n;
  });
}

function places(text: string): Placement['place'][] {
  return text.split(',').map((part) => {
    if (part !== 'centre' && part !== 'random') {
      refuse(`--places takes centre, random or both, with a comma; got '${text}'.`);
    }
    return part;
  });
}

/** Of the pen digits; asked for without any, they would be ignored. */
const ofStrokes = {
  sizes: '12,16,20,26',
  places: 'centre,random',
  rotations: '-10,0,10',
  writers: 'all',
};
const asked = { ...ofStrokes, ...values };

if (!isModelName(values.model)) {
  refuse(`--model takes ${MODEL_NAMES.join(', ')}; got '${values.model}'.`);
}
if (!['all', 'held', 'tuned'].includes(asked.writers)) {
  refuse(`--writers takes all, held or tuned; got '${asked.writers}'.`);
}
const placements: Placement[] = numbers('sizes', asked.sizes, 1, 28).flatMap((size) =>
  places(asked.places).flatMap((place) =>
    numbers('rotations', asked.rotations, -180, 180).map((rotation) => ({
      size,
      place,
      rotation,
    })),
  ),
);

for (const option of Object.keys(ofStrokes)) {
  if (values.strokes === undefined && option in values)
    refuse(`--${option} says how pen digits are drawn: it needs --strokes FILE.`);
}

if (values.several && values.strokes === undefined) {
  refuse('--several makes rows of pen digits: it needs --strokes FILE.');
}
if (values.rows !== undefined && !values.several)
  refuse('--rows says how many: it needs --several.');
const [many] = numbers('rows', values.rows ?? '300', 1, 10_000).map(Math.round);

const { model } = values;
const network = orRefuse(() => openModel(model));
const { strokes: file } = values;
const all = file === undefined ? undefined : orRefuse(() => readStrokes(file));

const mnist = testOnMnist(model, network);
const strokes: StrokesResult[] = [];
const rows: RowsResult[] = [];
if (all) {
  const tuned = tunedOn(all);
  const digits =
    asked.writers === 'all'
      ? all
      : all.filter((digit) => tuned(digit) === (asked.writers === 'tuned'));
  for (const measured of values.several ? MEASURED_ROWS : []) {
    rows.push(evaluateRows(network, digits, { ...measured, rows: many }, createRandom(1)));
  }
  for (const placement of values.several ? [] : placements) {
    strokes.push(evaluateStrokes(network, digits, placement, createRandom(1)));
  }
}

if (values.json) {
  console.log(
    JSON.stringify({ model: values.model, mnist, strokes, ...(values.several && { rows }) }),
  );
} else {
  const percent = (v: number | null): string => (v === null ? '-' : (100 * v).toFixed(2));
  console.log(`${values.model}: ${percent(mnist.accuracy)}% of MNIST's 10,000 test digits`);
  console.log(`each digit: ${mnist.perDigit.map(percent).join(' ')}`);
  if (rows.length > 0) {
    console.log(`rows of pen digits, ${asked.writers} writers, ${many} of each kind, in %:`);
    console.log('                 right  were each alone  cut into too few  too many  with 0 to 9');
  }
  for (const { length, spacing, right, ceiling, fewer, more, perDigit } of rows) {
    console.log(
      [
        `${length} ${spacing.padEnd(8)}`.padEnd(15),
        percent(right).padStart(6),
        percent(ceiling).padStart(15),
        percent(fewer).padStart(16),
        percent(more).padStart(8),
        perDigit.map((v) => (v === null ? '-' : (100 * v).toFixed(0))).join(' '),
      ].join('  '),
    );
  }
  for (const { length, spacing, missed } of rows) {
    if (length > 2 || missed.length === 0) continue;
    const worst = missed.slice(0, WORST).map(({ meant, said, rows: all, wrong }) => {
      return `${meant} (${wrong} of ${all}, as ${said.join(', ')})`;
    });
    console.log(`pairs ${spacing}, most often misread: ${worst.join('; ')}`);
  }
  if (strokes.length > 0) {
    console.log(`pen digits, ${asked.writers} writers, in %:`);
    console.log('size place  turn  samples  writers  flagged wrong, right  0 to 9');
  }
  for (const row of strokes) {
    console.log(
      [
        String(row.size).padStart(4),
        row.place.padEnd(6),
        String(row.rotation).padStart(4),
        percent(row.accuracy).padStart(8),
        percent(row.writerMean).padStart(8),
        percent(row.flaggedWrong).padStart(14),
        percent(row.flaggedRight).padStart(6),
        ` ${row.perDigit.map(percent).join(' ')}`,
      ].join(' '),
    );
  }
}
