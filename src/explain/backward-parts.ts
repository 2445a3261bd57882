/** What the backward pass adds to the parts of a network: the numbers between the cost and a weight, and what they are called. */
import type { Network } from '../network/network.ts';
import { neuronName, numeral } from './neurons.ts';
import type { QuantitySymbol } from './symbol.ts';

/** A number of the way back. Indices as in `Part`: `layer` from 1, `j` a neuron of that layer, `k` one of the layer before, from 0. */
export type BackwardPart =
  /** C of this one digit. */
  | { readonly kind: 'cost' }
  /** (a_j - y_j)^2 of output j. */
  | { readonly kind: 'square'; readonly j: number }
  /** y_j, what output j should be. */
  | { readonly kind: 'target'; readonly j: number }
  /** -dC/da_j, the way that a_j should go: of an output y - a, of a hidden neuron the sum of the requests that the next layer makes. */
  | { readonly kind: 'wish'; readonly layer: number; readonly j: number }
  /** -w_jk delta_j: what neuron j of `layer`, 2 or more, asks of neuron k of the layer before. */
  | { readonly kind: 'request'; readonly layer: number; readonly j: number; readonly k: number }
  /** sigma'(z_j). */
  | { readonly kind: 'slope'; readonly layer: number; readonly j: number }
  /** delta_j = dC/dz_j, the error. */
  | { readonly kind: 'delta'; readonly layer: number; readonly j: number }
  /** dC/db_j. */
  | { readonly kind: 'nablaB'; readonly layer: number; readonly j: number }
  /** dC/dw_jk. */
  | { readonly kind: 'nablaW'; readonly layer: number; readonly j: number; readonly k: number }
  /** -eta, by which a slope becomes a nudge. */
  | { readonly kind: 'eta' }
  /** -eta dC/db_j. */
  | { readonly kind: 'nudgeB'; readonly layer: number; readonly j: number }
  /** -eta dC/dw_jk. */
  | { readonly kind: 'nudgeW'; readonly layer: number; readonly j: number; readonly k: number };

const KINDS: Readonly<Record<BackwardPart['kind'], true>> = {
  ...{ cost: true, square: true, target: true, wish: true, request: true, slope: true },
  ...{ delta: true, nablaB: true, nablaW: true, eta: true, nudgeB: true, nudgeW: true },
};

/** Whether a part is of the way back. */
export function isBackward(part: { readonly kind: string }): part is BackwardPart {
  return part.kind in KINDS;
}

/** In words, as in the middle of a sentence. The part must exist. */
export function backwardName(network: Network, part: BackwardPart): string {
  const last = network.sizes.length - 1;
  switch (part.kind) {
    case 'cost':
      return 'cost of this digit';
    case 'eta':
      return 'minus the learning rate';
    case 'square':
      return `square of output ${part.j}`;
    case 'target':
      return `target of ${neuronName(network, last, part.j)}`;
  }
  const { kind, layer, j } = part;
  const neuron = neuronName(network, layer, j);
  switch (kind) {
    case 'wish':
      return `wish for ${neuron}`;
    case 'slope':
      return `slope of the sigmoid at ${neuron}`;
    case 'delta':
      return `error of ${neuron}`;
    case 'nablaB':
      return `slope of the cost along the bias of ${neuron}`;
    case 'nudgeB':
      return `nudge of the bias of ${neuron}`;
  }
  const source = neuronName(network, layer - 1, part.k);
  if (kind === 'request') return `request from ${neuron} to ${source}`;
  const weight = `the weight from ${source} to ${neuron}`;
  return kind === 'nablaW' ? `slope of the cost along ${weight}` : `nudge of ${weight}`;
}

/** The letter of a part with its indices. A request has two letters, and gives its weight's; a square gives its wish's. */
export function backwardSymbol(network: Network, part: BackwardPart): QuantitySymbol {
  const last = network.sizes.length - 1;
  switch (part.kind) {
    case 'cost':
      return { letter: 'C' };
    case 'eta':
      return { letter: 'eta' };
    case 'target':
      return { letter: 'y', sub: numeral(network, last, part.j) };
    case 'square':
      return { letter: 'wish', of: 'a', sub: numeral(network, last, part.j), sup: String(last) };
  }
  const { kind, layer, j } = part;
  const sup = String(layer);
  const sub = numeral(network, layer, j);
  switch (kind) {
    case 'wish':
      return { letter: 'wish', of: 'a', sub, sup };
    case 'slope':
      return { letter: 'sigma', of: 'z', sub, sup };
    case 'delta':
      return { letter: 'delta', sub, sup };
    case 'nablaB':
      return { letter: 'nabla', of: 'b', sub, sup };
    case 'nudgeB':
      return { letter: 'change', of: 'b', sub, sup };
  }
  const both = `${sub},${numeral(network, layer - 1, part.k)}`;
  if (kind === 'request') return { letter: 'w', sub: both, sup };
  return { letter: kind === 'nablaW' ? 'nabla' : 'change', of: 'w', sub: both, sup };
}
