/**
 * The measured numbers of the prose, each by a name: from public/models/, from the digits, and from the network's own work on what
 * everybody begins with. Nothing here is typed in. To add some: a file beside this one that exports them by name, as threes.ts does,
 * and a line in VALUES.
 */
import models from '../../public/models/models.json';
import widths from '../../public/models/widths.json';
import { CHUNKS } from '@/training/chunks.ts';
import { backpropValues } from './backprop.ts';
import { costValues } from './cost.ts';
import { descentValues } from './descent.ts';
import { drawingValues } from './drawing.ts';
import { explainerValues } from './explainer.ts';
import { insideValues } from './inside.ts';
import type { Measure } from './measure.ts';
import { threesValues } from './threes.ts';
import { trainingValues } from './training.ts';
import { percent, thousands, upTo } from '@/words/numbers.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

/** The parameters of each layer, counted from 1: 'explainer.weights.1' is 784 times 16. */
function layersOf(name: keyof typeof models): [string, Measure][] {
  const { sizes } = models[name];
  return sizes.slice(1).flatMap((nOut, i): [string, Measure][] => [
    [`${name}.weights.${String(i + 1)}`, () => thousands(nOut * sizes[i])],
    [`${name}.biases.${String(i + 1)}`, () => thousands(nOut)],
  ]);
}

/** How a model was trained: 'explainer.eta' in the first epoch, 'explainer.eta.end' in the last. */
function recipeOf(name: keyof typeof models): [string, Measure][] {
  const { eta, etaLeft, epochs } = models[name].recipe;
  return [
    [`${name}.epochs`, () => thousands(epochs)],
    [`${name}.eta`, () => upTo(2, eta)],
    [`${name}.eta.end`, () => upTo(2, eta * etaLeft)],
  ];
}

const VALUES: Readonly<Record<string, Measure>> = {
  'mnist.train': () => thousands(sum(CHUNKS.train.map(({ count }) => count))),
  'mnist.test': () => thousands(CHUNKS.test.count),
  ...Object.fromEntries(
    (['classic', 'explainer', 'explainer-b', 'recogniser'] as const).flatMap(
      (name): [string, Measure][] => [
        [`${name}.parameters`, () => thousands(models[name].parameters)],
        [`${name}.accuracy`, () => percent(models[name].mnist.accuracy)],
        [
          `${name}.wrong`,
          () => thousands(Math.round((1 - models[name].mnist.accuracy) * CHUNKS.test.count)),
        ],
        ...recipeOf(name),
        ...layersOf(name),
      ],
    ),
  ),
  // One hidden layer of so many neurons: 'widths.16.accuracy'.
  ...Object.fromEntries(
    widths.widths.flatMap(({ hidden, parameters, accuracy }): [string, Measure][] => [
      [`widths.${String(hidden)}.parameters`, () => thousands(parameters)],
      [`widths.${String(hidden)}.accuracy`, () => percent(accuracy)],
    ]),
  ),
  ...backpropValues,
  ...costValues,
  ...descentValues,
  ...drawingValues,
  ...explainerValues,
  ...insideValues,
  ...threesValues,
  ...trainingValues,
};

/** @throws Error that lists the names there are */
export async function valueOf(name: string): Promise<string> {
  const measure = VALUES[name];
  if (!measure) {
    throw new Error(
      `<Value of="${name}" />: there is no such number. There are: ${Object.keys(VALUES).join(', ')}.`,
    );
  }
  return measure();
}

export const valueNames: readonly string[] = Object.keys(VALUES);
