/**
 * The parts of a network that can be pointed at, and what they are called.
 *
 * One rule for numbers, everywhere: in a Part all indices count from 0, as in arrays; on the page, in names and in symbols, hidden
 * neurons, pixels, their columns and rows count from 1, and outputs go by their digit, 0 to 9. Layers count from 1 in both: with
 * 784-16-16-10, layer 1 and layer 2 are hidden and layer 3 is the outputs; layer 0, where a layer before is meant, is the input.
 */
import { ShapeError } from '../network/errors.ts';
import type { Network } from '../network/network.ts';
import { type BackwardPart, backwardName, backwardSymbol, isBackward } from './backward-parts.ts';
import { neuronName, numeral } from './neurons.ts';
import type { QuantitySymbol } from './symbol.ts';

export { headOf, labelOf, neuronName, numeral, kindOf } from './neurons.ts';
export { type BackwardPart, isBackward } from './backward-parts.ts';

/** Part of a network at work on a digit. `layer` from 1; `j` a neuron of that layer, `k` one of the layer before, from 0. */
export type Part = ForwardPart | BackwardPart;

export type ForwardPart =
  | { readonly kind: 'input'; readonly k: number }
  | { readonly kind: 'weight'; readonly layer: number; readonly j: number; readonly k: number }
  | { readonly kind: 'bias'; readonly layer: number; readonly j: number }
  /** w_jk times the activation that it weighs. */
  | { readonly kind: 'product'; readonly layer: number; readonly j: number; readonly k: number }
  | { readonly kind: 'z'; readonly layer: number; readonly j: number }
  | { readonly kind: 'activation'; readonly layer: number; readonly j: number };

export type PartKind = Part['kind'];

/** Whether two parts are one and the same. */
export function isSamePart(one: Part, other: Part): boolean {
  return keyOf(one) === keyOf(other);
}

/** A part as a short text, different for every part: a key for lists. 'weight 2 4 11'. */
export function keyOf(part: Part): string {
  const { kind, layer, j, k }: { kind: string; layer?: number; j?: number; k?: number } = part;
  return [kind, layer, j, k].filter((it) => it !== undefined).join(' ');
}

/** The source k of a layer, as a part: a pixel for layer 1, else a neuron of the layer before. */
export function sourceOf(layer: number, k: number): ForwardPart {
  return layer === 1 ? { kind: 'input', k } : { kind: 'activation', layer: layer - 1, j: k };
}

/** @throws ShapeError, with what came, where the network has no such part */
export function checkPart(network: Network, part: Part): void {
  if (!hasPart(network, part)) {
    throw new ShapeError(`A network of ${network.sizes.join('-')} has no part '${keyOf(part)}'.`);
  }
}

function hasPart({ sizes }: Network, part: Part): boolean {
  const isIndex = (i: number, below: number): boolean => Number.isInteger(i) && i >= 0 && i < below;
  const last = sizes.length - 1;
  if (part.kind === 'input') return isIndex(part.k, sizes[0]);
  if (part.kind === 'cost' || part.kind === 'eta') return true;
  if (part.kind === 'target' || part.kind === 'square') return isIndex(part.j, sizes[last]);
  const { layer, j } = part;
  if (!isIndex(layer - 1, last) || !isIndex(j, sizes[layer])) return false;
  if (part.kind === 'request' && layer === 1) return false; // pixels take no requests
  return !('k' in part) || isIndex(part.k, sizes[layer - 1]);
}

/** A part in words, as in the middle of a sentence. @throws ShapeError where the network has no such part */
export function nameOf(network: Network, part: Part): string {
  checkPart(network, part);
  if (isBackward(part)) return backwardName(network, part);
  if (part.kind === 'input') return neuronName(network, 0, part.k);
  const { kind, layer, j } = part;
  const neuron = neuronName(network, layer, j);
  if (kind === 'activation') return neuron;
  if (kind === 'bias') return `bias of ${neuron}`;
  if (kind === 'z') return `weighted input of ${neuron}`;
  const source = neuronName(network, layer - 1, part.k);
  return `${kind === 'weight' ? 'weight' : 'product'} from ${source} to ${neuron}`;
}

/** The letter of a part with its indices as they stand on the page. A product has two letters; this gives its weight's. */
export function symbolOf(network: Network, part: Part): QuantitySymbol {
  if (isBackward(part)) return backwardSymbol(network, part);
  if (part.kind === 'input') return { letter: 'x', sub: numeral(network, 0, part.k) };
  const { kind, layer, j } = part;
  const sup = String(layer);
  const sub = numeral(network, layer, j);
  if (kind === 'weight' || kind === 'product') {
    return { letter: 'w', sub: `${sub},${numeral(network, layer - 1, part.k)}`, sup };
  }
  const letter = ({ bias: 'b', z: 'z', activation: 'a' } as const)[kind];
  return { letter, sub, sup };
}
