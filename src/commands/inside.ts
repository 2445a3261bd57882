/**
 * npm run inside [-- --digits N --changes N --json]
 *
 * Measures what our trained networks know, and prints it as a table: what their weights look like, what single neurons and mixtures of
 * them tell, what is lost without them, how sure they are of nonsense, and how small a change flips an answer. On MNIST's test digits, the
 * first N of them with --digits; smallest changes on the first N that are read rightly, 200 if left out, with --changes. --json prints one object and nothing else.
 */
import { PIXELS, sliceDigits } from '../digits/mnist.ts';
import { MODEL_NAMES, type ModelName } from '../training/recipes.ts';
import { readOptions, refuse } from './command-line.ts';
import { measureInside, type Row, trainingInk } from './inside/measures.ts';
import { readMnist } from './mnist-files.ts';
import { openModel } from './models.ts';

const values = readOptions({
  options: {
    json: { type: 'boolean', default: false },
    digits: { type: 'string', default: '10000' },
    changes: { type: 'string', default: '200' },
  },
});

function wholeNumber(option: string, text: string, most: number): number {
  const n = Number(text);
  if (Number.isInteger(n) && n >= 1 && n <= most) return n;
  return refuse(`--${option} takes a whole number from 1 to ${most}; got '${text}'.`);
}

const digits = wholeNumber('digits', values.digits, 10_000);
const changes = wholeNumber('changes', values.changes, 10_000);
const test = sliceDigits(readMnist('test'), 0, digits);
const ink = trainingInk(readMnist('train'), PIXELS);
const measured = MODEL_NAMES.map((name): [ModelName, readonly Row[]] => [
  name,
  measureInside(openModel(name), test, ink, changes),
]);

if (values.json) {
  console.log(JSON.stringify({ digits, changes, measured: Object.fromEntries(measured) }));
} else {
  const names = [...new Set(measured.flatMap(([, rows]) => rows.map(([what]) => what)))];
  console.log(`| on ${digits} test digits | ${MODEL_NAMES.join(' | ')} |`);
  console.log(`| --- |${' ---: |'.repeat(MODEL_NAMES.length)}`);
  for (const what of names) {
    const cells = measured.map(([, rows]) => rows.find(([own]) => own === what)?.[1] ?? '');
    console.log(`| ${what} | ${cells.join(' | ')} |`);
  }
}
