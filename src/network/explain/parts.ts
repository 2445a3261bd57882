/**
 * The parts of a network that can be pointed at, and what they are called.
 *
 * One rule for numbers, everywhere: in a Part all indices count from 0, as in arrays; on the page, in names and in symbols, hidden
 * neurons, pixels, their columns and rows count from 1, and outputs go by their digit, 0 to 9. Layers count from 1 in both: with
 * 784-16-16-10, layer 1 and layer 2 are hidden and layer 3 is the outputs; layer 0, where a layer before is meant, is the input.
 */
import { ShapeError } from '../errors.ts';
import type { Network } from '../network.ts';
import type { QuantitySymbol } from './explanation.ts';

/** Part of a network at work on a digit. `layer` from 1; `j` a neuron of that layer, `k` one of the layer before, from 0. */
export type Part =
  | { readonly kind: 'input'; readonly k: number }
  | { readonly kind: 'weight'; readonly layer: number; readonly j: number; readonly k: number }
  | { readonly kind: 'bias'; readonly layer: number; readonly j: number }
  /** w_jk times the activation that it weighs. */
  | { readonly kind: 'product'; readonly layer: number; readonly j: number; readonly k: number }
  | { readonly kind: 'z'; readonly layer: number; readonly j: number }
  | { readonly kind: 'activation'; readonly layer: number; readonly j: number };

export type PartKind = Part['kind'];

/** The side of the picture that 784 inputs are. */
const SIDE = 28;

/** Whether two parts are one and the same. */
export function isSamePart(one: Part, other: Part): boolean {
  return keyOf(one) === keyOf(other);
}

/** A part as a short text, different for every part: a key for lists. 'weight 2 4 11'. */
export function keyOf(part: Part): string {
  if (part.kind === 'input') return `input ${part.k}`;
  return [part.kind, part.layer, part.j, ...('k' in part ? [part.k] : [])].join(' ');
}

/** The source k of a layer, as a part: a pixel for layer 1, else a neuron of the layer before. */
export function sourceOf(layer: number, k: number): Part {
  return layer === 1 ? { kind: 'input', k } : { kind: 'activation', layer: layer - 1, j: k };
}

/** @throws ShapeError, with what came, where the network has no such part */
export function checkPart(network: Network, part: Part): void {
  const { sizes } = network;
  const isIndex = (i: number, below: number): boolean => Number.isInteger(i) && i >= 0 && i < below;
  const fits =
    part.kind === 'input'
      ? isIndex(part.k, sizes[0])
      : isIndex(part.layer - 1, sizes.length - 1) &&
        isIndex(part.j, sizes[part.layer]) &&
        (!('k' in part) || isIndex(part.k, sizes[part.layer - 1]));
  if (!fits) {
    throw new ShapeError(`A network of ${sizes.join('-')} has no part '${keyOf(part)}'.`);
  }
}

/** Whether the layer is the last one. */
function isOutput(network: Network, layer: number): boolean {
  return layer === network.sizes.length - 1;
}

/** The number of neuron j of a layer as it stands on the page; layer 0 is the input. */
export function numeral(network: Network, layer: number, j: number): string {
  return String(isOutput(network, layer) ? j : j + 1);
}

/** What the neurons of a layer are called: 'pixel' for layer 0 of a picture, 'input' for layer 0 of anything else. */
export function species(network: Network, layer: number): 'pixel' | 'input' | 'neuron' | 'output' {
  if (layer === 0) return network.sizes[0] === SIDE * SIDE ? 'pixel' : 'input';
  return isOutput(network, layer) ? 'output' : 'neuron';
}

/** Neuron j of a layer as a table says it: '5'; a pixel by its column and row, '14, 15'. */
export function labelOf(network: Network, layer: number, j: number): string {
  if (species(network, layer) !== 'pixel') return numeral(network, layer, j);
  return `${(j % SIDE) + 1}, ${Math.floor(j / SIDE) + 1}`;
}

/** What stands above such labels. */
export function headOf(network: Network, layer: number): string {
  const kind = species(network, layer);
  return kind === 'pixel' ? 'column, row' : kind;
}

/** Neuron j of a layer in full: 'neuron 5, layer 2', 'output 7', 'pixel in column 14, row 15', 'input 2'. */
export function neuronName(network: Network, layer: number, j: number): string {
  const kind = species(network, layer);
  if (kind === 'pixel') {
    return `pixel in column ${(j % SIDE) + 1}, row ${Math.floor(j / SIDE) + 1}`;
  }
  const name = `${kind} ${numeral(network, layer, j)}`;
  return kind === 'neuron' ? `${name}, layer ${layer}` : name;
}

/** A part in words, as in the middle of a sentence. @throws ShapeError where the network has no such part */
export function nameOf(network: Network, part: Part): string {
  checkPart(network, part);
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
