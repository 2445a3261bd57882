import { ShapeError } from '../../network/errors.ts';
import type { Examples } from '../../network/examples.ts';
import {
  argmax,
  createActive,
  createPass,
  findActive,
  forwardInto,
} from '../../network/feedforward.ts';
import type { Network } from '../../network/network.ts';

/** What a network says of many labelled digits: all that the measures of this folder stand on. */
export interface Scored {
  readonly count: number;
  /** (count, 10) row-major, 0 to 1 each. */
  readonly scores: Float32Array | Float64Array;
  /** What their writers meant, (count), 0 to 9. */
  readonly labels: Uint8Array;
}

/** A network's answers, and how high it scored them. */
export interface Answers {
  /** (count), 0 to 9: the output with the highest score, the first of equals. */
  readonly answer: Uint8Array;
  /** (count), 0 to 1: its score, in the precision of the scores. No probability: see calibration.ts. */
  readonly top: Float64Array;
}

/** How many outputs a network has here: one a digit. */
export const DIGITS = 10;

/** @throws ShapeError when there are not ten scores and one label for each digit, or a label is above 9 */
export function checkScored({ count, scores, labels }: Scored): void {
  if (scores.length !== DIGITS * count || labels.length !== count) {
    throw new ShapeError(
      `${count} digits have ${DIGITS * count} scores and ${count} labels; got ${scores.length} and ${labels.length}.`,
    );
  }
  const odd = labels.findIndex((label) => label >= DIGITS);
  if (odd >= 0) throw new ShapeError(`A label is 0 to 9; digit ${odd} has ${labels[odd]}.`);
}

/** What a network answers. @throws ShapeError as checkScored does */
export function answersOf(scored: Scored): Answers {
  checkScored(scored);
  const { count, scores } = scored;
  const answer = new Uint8Array(count);
  const top = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const row = scores.subarray(DIGITS * i, DIGITS * (i + 1));
    answer[i] = argmax(row);
    top[i] = row[answer[i]];
  }
  return { answer, top };
}

/**
 * The scores of digits by plain loops, in double precision: what src/kernel's `scoreAll` does in single precision and many times as fast,
 * where there is no kernel.
 * @param network with 784 inputs and ten outputs
 * @param digits as many inputs each as the network takes
 * @returns (count, 10) row-major
 * @throws ShapeError when the digits do not fit the network, or it has other than ten outputs
 */
export function scoreByLoops(
  network: Network,
  digits: Pick<Examples, 'count' | 'inputs' | 'full'>,
): Float64Array<ArrayBuffer> {
  const { count, inputs, full } = digits;
  const [nIn] = network.sizes;
  const nOut = network.sizes[network.sizes.length - 1];
  if (nOut !== DIGITS || inputs.length !== count * nIn) {
    throw new ShapeError(
      `A network of ${nIn} inputs and ${nOut} outputs cannot score ${count} digits of ${inputs.length} numbers.`,
    );
  }
  const scores = new Float64Array(count * DIGITS);
  const pass = createPass(network);
  const active = createActive(network);
  const last = pass.activations[pass.activations.length - 1];
  for (let i = 0; i < count; i++) {
    findActive(inputs, i * nIn, nIn, full, active);
    forwardInto(network, pass, active);
    scores.set(last, i * DIGITS);
  }
  return scores;
}
