import { ShapeError, ValueError } from './errors.ts';

/** Examples to learn from or to be tested on, packed: input k of example i is inputs[i * nIn + k] / full. */
export interface Examples {
  readonly count: number;
  /** (count, nIn) row-major. */
  readonly inputs: Uint8Array | Float32Array | Float64Array;
  /** The stored number that stands for an input of 1: 255 for bytes. */
  readonly full: number;
  /** labels[i] is the output that should be 1 for example i, all others 0. NO_LABEL wants every output at 0. */
  readonly labels: Uint8Array;
}

/** The label of an example that belongs to no output. */
export const NO_LABEL = 255;

/**
 * The checks of network/sgd, which src/kernel, the fast trainer, makes too: it refuses the same things in the same words.
 * @throws ShapeError when the numbers are not as many as `count` examples of nIn inputs need
 */
export function checkCounts(
  { count, inputs, labels }: Pick<Examples, 'count' | 'labels'> & { inputs: { length: number } },
  nIn: number,
): void {
  if (inputs.length !== count * nIn || labels.length !== count) {
    throw new ShapeError(
      `${count} examples for ${nIn} inputs need ${count * nIn} numbers and ${count} labels; got ${inputs.length} and ${labels.length}.`,
    );
  }
}

/**
 * What the outputs should be: 1 for the label's own, 0 for the others, and 0 for all where it is NO_LABEL.
 * @throws ShapeError for a label that is none of nOut outputs'
 */
export function targetsOf(label: number, nOut: number): Float64Array {
  if (!isLabel(label, nOut)) throw new ShapeError(`${labelRule(nOut)}; got ${label}.`);
  return targetsInto(label, new Float64Array(nOut));
}

/** The same into y, unchecked. Mutates y and returns it. */
export function targetsInto(label: number, y: Float64Array): Float64Array {
  y.fill(0);
  if (label !== NO_LABEL) y[label] = 1;
  return y;
}

const isLabel = (label: number, nOut: number): boolean =>
  label === NO_LABEL || isIndex(label, nOut);

const labelRule = (nOut: number): string =>
  `A label names one of ${nOut} outputs, 0 to ${nOut - 1}, or is NO_LABEL`;

/** Whether i counts one of `count` things, from 0: no fraction, no NaN. */
function isIndex(i: number, count: number): boolean {
  return Number.isInteger(i) && i >= 0 && i < count;
}

/** @throws ShapeError for a label that is none of nOut outputs' */
export function checkLabels(labels: Uint8Array, nOut: number): void {
  const odd = labels.findIndex((label) => !isLabel(label, nOut));
  if (odd >= 0) {
    throw new ShapeError(`${labelRule(nOut)}; example ${odd} has ${labels[odd]}.`);
  }
}

/**
 * @throws ValueError for an input that is NaN or infinite
 * @param batch the examples to look at; all if left out
 */
export function checkInputs(
  { count, inputs, full }: Examples,
  nIn: number,
  batch?: ArrayLike<number>,
): void {
  if (count === 0) return; // none have come yet, and nobody has said what full ink is
  if (!(full > 0 && full < Infinity)) {
    throw new ValueError(`The number that stands for an input of 1 must be above 0; got ${full}.`);
  }
  if (inputs instanceof Uint8Array) return; // a byte is always finite
  for (let n = 0; n < (batch?.length ?? count); n++) {
    const i = batch ? batch[n] : n;
    for (let k = 0; k < nIn; k++) {
      const x = inputs[i * nIn + k];
      if (Number.isFinite(x / full)) continue;
      throw new ValueError(
        `Input ${k} of example ${i} must be a finite number; got ${x} of ${full}.`,
      );
    }
  }
}

/** @throws ValueError for a number of training examples that is none: L2 divides by it */
export function checkTotal(n: number): void {
  if (Number.isInteger(n) && n >= 1) return;
  throw new ValueError(`Training has a whole number of examples, from 1; got ${n}.`);
}

/** @throws ShapeError when a mini-batch names an example that is not there */
export function checkBatch(batch: ArrayLike<number>, count: number): void {
  for (let i = 0; i < batch.length; i++) {
    if (!isIndex(batch[i], count)) {
      throw new ShapeError(
        `The batch names example ${batch[i]}; there are ${count}, by whole numbers from 0.`,
      );
    }
  }
}
