/**
 * The measured numbers of the prose, each by a name: from public/models/models.json, from the digits, and from the network's own work on
 * what everybody begins with. Nothing here is typed in.
 */
import models from '../../public/models/models.json';
import { CHUNKS } from '../training/chunks.ts';
import { explainerValues } from './explainer.ts';

/** Works a number out, as the prose writes it. */
export type Measure = () => string | Promise<string>;

export const whole = (value: number): string => value.toLocaleString('en-GB');
export const percent = (share: number, places = 1): string => `${(100 * share).toFixed(places)}%`;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

const VALUES: Readonly<Record<string, Measure>> = {
  'mnist.train': () => whole(sum(CHUNKS.train.map(({ count }) => count))),
  'mnist.test': () => whole(CHUNKS.test.count),
  ...Object.fromEntries(
    (['classic', 'explainer', 'recogniser'] as const).flatMap((name): [string, Measure][] => [
      [`${name}.parameters`, () => whole(models[name].parameters)],
      [`${name}.accuracy`, () => percent(models[name].mnist.accuracy)],
      [
        `${name}.wrong`,
        () => whole(Math.round((1 - models[name].mnist.accuracy) * CHUNKS.test.count)),
      ],
    ]),
  ),
  ...explainerValues,
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
