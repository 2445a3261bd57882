/**
 * npm run inside [-- --digits N --changes N --json --record]
 *
 * Measures what our trained networks know, and prints it as a table: what their weights look like, what single neurons and mixtures of
 * them tell, what is lost without them, how sure they are of nonsense, and how small a change flips an answer. On MNIST's test digits, the
 * first N of them with --digits; smallest changes on the first N that are read rightly, 200 if left out, with --changes. --json prints
 * one object and nothing else; --record writes it to public/models/inside.json, from which chapter 6 takes its numbers.
 */
import { PIXELS, sliceDigits } from '../digits/mnist.ts';
import { MODEL_NAMES, type ModelName } from '../training/recipes.ts';
import { readOptions, refuse } from './command-line.ts';
import { measureControls } from './inside/controls.ts';
import { type Measured, measureInside, trainingInk } from './inside/measures.ts';
import { tableOf } from './inside/table.ts';
import { readMnist } from './mnist-files.ts';
import { holdDigits } from './records/held-digits.ts';
import { withLambda } from './records/train-moments.ts';
import { readKernel } from './kernel-file.ts';
import { startKernel } from '../kernel/kernel.ts';
import { MODELS, openModel } from './models.ts';
import { writeRecord } from './records/record-file.ts';

const values = readOptions({
  options: {
    json: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
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
const networks = Object.fromEntries(
  MODEL_NAMES.map((name): [ModelName, Measured] => [
    name,
    measureInside(openModel(name), test, ink, changes),
  ]),
);
const { never, rare } = ink;
const kernel = await startKernel(readKernel());
const bare = withLambda(kernel, await holdDigits(kernel), 0);
const [explainer, classic] = [openModel('explainer'), openModel('classic')];
const controls = measureControls({ explainer, classic, bare }, test, ink);
const record = { digits, changes, never: never.length, rare, controls, networks };

if (values.json) console.log(JSON.stringify(record));
else console.log(tableOf(record, networks));
if (values.record) writeRecord(MODELS, 'inside', record);
