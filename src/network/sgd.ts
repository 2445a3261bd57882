import {
  type Errors,
  type Gradient,
  addGradient,
  createErrors,
  createGradient,
  errorsInto,
} from './backprop.ts';
import { type Cost, quadratic } from './cost.ts';
import { ShapeError, ValueError } from './errors.ts';
import {
  type Examples,
  NO_LABEL,
  checkBatch,
  checkCounts,
  checkInputs,
  checkLabels,
  checkTotal,
  targetsInto,
} from './examples.ts';
import {
  argmax,
  type ActiveInputs,
  type ForwardPass,
  createActive,
  createPass,
  findActive,
  forwardInto,
} from './feedforward.ts';
import { type Network, cloneNetwork } from './network.ts';
import type { Random } from './random.ts';

/** How to descend. */
export interface Descent {
  readonly cost: Cost;
  /** eta, the learning rate, above 0. */
  readonly eta: number;
  /** m, examples in a mini-batch, from 1. */
  readonly miniBatch: number;
  /** lambda of L2, Nielsen (85): C + lambda/(2n) * sum of w^2. 0 for none. */
  readonly lambda: number;
}

/** Room for the work on one example after another, so that training asks for memory once. */
interface Workspace {
  readonly pass: ForwardPass;
  readonly active: ActiveInputs;
  readonly errors: Errors;
  readonly gradient: Gradient;
  readonly y: Float64Array;
}

function createWorkspace(network: Network): Workspace {
  return {
    pass: createPass(network),
    active: createActive(network),
    errors: createErrors(network),
    gradient: createGradient(network),
    y: new Float64Array(network.sizes[network.sizes.length - 1]),
  };
}

function checkFit({ sizes }: Network, examples: Examples): void {
  checkCounts(examples, sizes[0]);
  checkLabels(examples.labels, sizes[sizes.length - 1]);
}

function checkEta(eta: number): void {
  if (!(eta > 0 && eta < Infinity)) throw new ValueError(`eta must be above 0; got ${eta}.`);
}

/** @throws ValueError for numbers that no descent can have */
export function checkDescent({ eta, miniBatch, lambda }: Descent): void {
  checkEta(eta);
  if (!(lambda >= 0 && lambda < Infinity)) {
    throw new ValueError(`lambda must be 0 or above; got ${lambda}.`);
  }
  if (!(Number.isInteger(miniBatch) && miniBatch >= 1)) {
    throw new ValueError(
      `A mini-batch holds a whole number of examples, from 1; got ${miniBatch}.`,
    );
  }
}

/** Puts example i before the network and runs it forward. */
function forwardExample(network: Network, examples: Examples, i: number, work: Workspace): void {
  const nIn = network.sizes[0];
  findActive(examples.inputs, i * nIn, nIn, examples.full, work.active);
  forwardInto(network, work.pass, work.active);
}

/**
 * One step of gradient descent on a mini-batch: w -> (1 - eta lambda/n) w - eta/m * sum of dC_x/dw, and
 * b -> b - eta/m * sum of dC_x/db, Nielsen (20), (21) and (93). Mutates the network.
 * @param batch the indices of the mini-batch's examples; m = batch.length
 * @param n how many training examples there are in all (for L2)
 */
function stepDown(
  network: Network,
  examples: Examples,
  batch: ArrayLike<number>,
  { cost, eta, lambda }: Descent,
  n: number,
  work: Workspace,
): void {
  const { pass, active, errors, gradient, y } = work;
  for (let i = 0; i < batch.length; i++) {
    forwardExample(network, examples, batch[i], work);
    errorsInto(network, pass, targetsInto(examples.labels[batch[i]], y), cost, errors);
    addGradient(network, pass, active, errors.deltas, gradient);
  }
  const step = eta / batch.length;
  const keep = 1 - (eta * lambda) / n;
  network.layers.forEach(({ weights, biases }, l) => {
    const nablaW = gradient.nablaW[l];
    const nablaB = gradient.nablaB[l];
    for (let i = 0; i < weights.length; i++) {
      weights[i] = keep * weights[i] - step * nablaW[i];
    }
    for (let j = 0; j < biases.length; j++) biases[j] -= step * nablaB[j];
    nablaW.fill(0);
    nablaB.fill(0);
  });
}

/**
 * One step of gradient descent on the examples that `batch` names. Mutates the network's weights and biases.
 * @param n how many training examples there are in all, for L2; the batch's own number if left out
 * @throws ShapeError or ValueError for what does not fit; the network is then as it was
 */
export function updateMiniBatch(
  network: Network,
  examples: Examples,
  batch: ArrayLike<number>,
  descent: Descent,
  n = batch.length,
): void {
  checkFit(network, examples);
  checkDescent({ ...descent, miniBatch: batch.length });
  checkBatch(batch, examples.count);
  checkTotal(n);
  checkInputs(examples, network.sizes[0], batch);
  stepDown(network, examples, batch, descent, n, createWorkspace(network));
}

/**
 * A network moved by -eta times a gradient, Nielsen (16) and (17); the old one stays as it is, to the last bit.
 * @param eta above 0
 * @throws ValueError for another eta, ShapeError for the gradient of another network
 */
export function nudged(network: Network, { nablaW, nablaB }: Gradient, eta: number): Network {
  checkEta(eta);
  const moved = cloneNetwork(network);
  moved.layers.forEach(({ weights, biases }, l) => {
    if (nablaW[l]?.length !== weights.length || nablaB[l]?.length !== biases.length) {
      throw new ShapeError(`The gradient is not of a network of ${network.sizes.join('-')}.`);
    }
    for (let i = 0; i < weights.length; i++) weights[i] -= eta * nablaW[l][i];
    for (let j = 0; j < biases.length; j++) biases[j] -= eta * nablaB[l][j];
  });
  return moved;
}

/** Trains one network on examples that stay the same, for as long as it is asked to. */
export interface Learner {
  /**
   * Descends on the examples that `order` names, mini-batch by mini-batch; a last short one is used too. Mutates the network. Cut
   * into portions of whole mini-batches, an order teaches what it teaches as a whole.
   * @param n how many training examples there are in all, for L2
   * @throws ShapeError or ValueError for what does not fit; the network is then as it was
   */
  descend(order: Uint32Array, descent: Descent, n?: number): void;
}

/** @throws ShapeError when the examples do not fit the network, ValueError for an input that is NaN or infinite */
export function createLearner(network: Network, examples: Examples): Learner {
  checkFit(network, examples);
  checkInputs(examples, network.sizes[0]);
  const work = createWorkspace(network);
  return {
    descend(order, descent, n = examples.count) {
      checkDescent(descent);
      checkBatch(order, examples.count);
      if (order.length > 0) checkTotal(n);
      for (let start = 0; start < order.length; start += descent.miniBatch) {
        const batch = order.subarray(start, start + descent.miniBatch);
        stepDown(network, examples, batch, descent, n, work);
      }
    },
  };
}

/** A run of stochastic gradient descent. */
export interface Plan extends Descent {
  readonly epochs: number;
}

/**
 * Trains the network, an epoch a step: shuffles the examples, cuts them into mini-batches, descends on each. A last short
 * mini-batch is used too. Mutates the network; yields the number of the epoch just finished, from 1.
 * @param random decides the order; the same seed trains the same weights to the last bit
 * @throws ShapeError or ValueError for what does not fit, before anything has changed
 */
export function* epochs(
  network: Network,
  examples: Examples,
  plan: Plan,
  random: Random,
): Generator<number, void> {
  const learner = createLearner(network, examples);
  checkDescent(plan);
  const order = Uint32Array.from({ length: examples.count }, (_, i) => i);
  for (let epoch = 1; epoch <= plan.epochs; epoch++) {
    random.shuffle(order);
    learner.descend(order, plan);
    yield epoch;
  }
}

/** How a network does on examples that it need not have seen. */
export interface Evaluation {
  /** The share of examples whose highest score is their label's, 0 to 1. NaN where there are none to read. */
  readonly accuracy: number;
  /** The mean cost of an example, L2 left out. */
  readonly cost: number;
  /** confusion[label * nOut + answer], in examples. */
  readonly confusion: Uint32Array;
}

/**
 * Runs the network over all examples and counts.
 * @throws ShapeError when the examples do not fit the network, ValueError for an input that is NaN or infinite
 */
export function evaluate(network: Network, examples: Examples, cost: Cost = quadratic): Evaluation {
  checkFit(network, examples);
  checkInputs(examples, network.sizes[0]);
  const work = createWorkspace(network);
  const last = network.layers.length - 1;
  const nOut = network.sizes[last + 1];
  const confusion = new Uint32Array(nOut * nOut);
  let right = 0;
  let labelled = 0;
  let total = 0;
  for (let i = 0; i < examples.count; i++) {
    forwardExample(network, examples, i, work);
    const scores = work.pass.activations[last + 1];
    const label = examples.labels[i];
    const y = targetsInto(label, work.y);
    for (let j = 0; j < nOut; j++) total += cost.value(work.pass.zs[last][j], scores[j], y[j]);
    if (label === NO_LABEL) continue;
    const answer = argmax(scores);
    confusion[label * nOut + answer]++;
    labelled++;
    if (answer === label) right++;
  }
  return { accuracy: right / labelled, cost: total / examples.count, confusion };
}
