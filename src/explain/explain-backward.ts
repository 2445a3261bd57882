/**
 * Any number of a whole pass, forward and back, opened: `explain` for those of the way forward, and for those of the way back the same
 * kind of answer, so that one can walk from a pixel's weight to the cost and back. Every number is one that `backprop` worked out, or
 * the product of two such. For the quadratic cost.
 */
import { sigmoid } from '../network/activation.ts';
import type { BackwardPass } from '../network/backprop.ts';
import { costOf } from '../network/cost.ts';
import { ShapeError } from '../network/errors.ts';
import { type ExplainOptions, explain } from './explain.ts';
import { type Quantify, backwardCalculation, backwardLeads, relatedTo } from './backward.ts';
import { backwardFormula, backwardMeaning } from './backward-words.ts';
import type { Explanation } from './explanation.ts';
import { type Part, checkPart, isBackward } from './parts.ts';
import { checkPass, forwardValue, headingOf, quantityOf } from './quantities.ts';
import type { ForwardPass } from '../network/feedforward.ts';
import type { Network } from '../network/network.ts';

/** The way back of one example. */
export interface Backward {
  /** What `backprop` gave for the network, the pass and y, with the quadratic cost. */
  readonly errors: BackwardPass;
  /** What the outputs were wanted to be. */
  readonly y: ArrayLike<number>;
  /** The learning rate of the nudge, above 0. */
  readonly eta: number;
}

/** The number that any part of a pass is. The part must exist. */
export function valueOf(network: Network, pass: ForwardPass, back: Backward, part: Part): number {
  if (!isBackward(part)) return forwardValue(network, pass, part);
  const { errors, y, eta } = back;
  const { zs } = pass;
  const a = pass.activations;
  const last = network.layers.length;
  switch (part.kind) {
    case 'cost':
      return costOf(a[last], y);
    case 'target':
      return y[part.j];
    case 'square':
      return errors.wishes[last - 1][part.j] * errors.wishes[last - 1][part.j];
    case 'eta':
      return -eta;
  }
  const { kind, layer, j } = part;
  const l = layer - 1;
  const { nIn, weights } = network.layers[l];
  switch (kind) {
    case 'wish':
      return errors.wishes[l][j];
    case 'slope':
      return sigmoid.prime(zs[l][j]);
    case 'delta':
      return errors.deltas[l][j];
    case 'nablaB':
      return errors.nablaB[l][j];
    case 'nudgeB':
      return -eta * errors.nablaB[l][j];
    case 'request':
      return -weights[j * nIn + part.k] * errors.deltas[l][j];
    case 'nablaW':
      return errors.nablaW[l][j * nIn + part.k];
    case 'nudgeW':
      return -eta * errors.nablaW[l][j * nIn + part.k];
  }
}

/**
 * What there is to say about one part of a pass there and back.
 * @param pass what feedforward gave for this network
 * @param back what backprop gave for that pass
 * @throws ShapeError for a part that the network has not, a pass or a y of other lengths; ValueError where a number is not finite
 */
export function explainBackward(
  network: Network,
  pass: ForwardPass,
  back: Backward,
  part: Part,
  options: ExplainOptions = {},
): Explanation {
  checkPart(network, part);
  checkPass(network, pass);
  const last = network.layers.length;
  if (back.y.length !== network.sizes[last] || back.errors.deltas.length !== last) {
    throw new ShapeError(
      `This network has ${network.sizes[last]} outputs; the way back has ${back.y.length} targets.`,
    );
  }
  const quantity: Quantify = (of) => quantityOf(network, of, valueOf(network, pass, back, of));
  const related = relatedTo(part, last).map(quantity);
  if (!isBackward(part)) return { ...explain(network, pass, part, options), related };
  return {
    ...headingOf(quantity(part)),
    meaning: backwardMeaning(network, part),
    formula: backwardFormula(network, part),
    calculation: backwardCalculation(network, part, quantity),
    leads: backwardLeads(network, part, quantity, options.most ?? 16),
    related,
  };
}
