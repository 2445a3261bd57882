/** What the neurons and pixels of a network are called on the page; `parts.ts` has the rule for their numbers. */
import type { Network } from '../network/network.ts';

/** The side of the picture that 784 inputs are. */
const SIDE = 28;

/** Whether the layer is the last one. */
export function isOutput(network: Network, layer: number): boolean {
  return layer === network.sizes.length - 1;
}

/** The number of neuron j of a layer as it stands on the page; layer 0 is the input. */
export function numeral(network: Network, layer: number, j: number): string {
  return String(isOutput(network, layer) ? j : j + 1);
}

/** What the neurons of a layer are called: 'pixel' for layer 0 of a picture, 'input' for layer 0 of anything else. */
export function kindOf(network: Network, layer: number): 'pixel' | 'input' | 'neuron' | 'output' {
  if (layer === 0) return network.sizes[0] === SIDE * SIDE ? 'pixel' : 'input';
  return isOutput(network, layer) ? 'output' : 'neuron';
}

/** Neuron j of a layer as a table says it: '5'; a pixel by its row and column, '15, 14'. */
export function labelOf(network: Network, layer: number, j: number): string {
  if (kindOf(network, layer) !== 'pixel') return numeral(network, layer, j);
  return `${Math.floor(j / SIDE) + 1}, ${(j % SIDE) + 1}`;
}

/** What stands above such labels. */
export function headOf(network: Network, layer: number): string {
  const kind = kindOf(network, layer);
  return kind === 'pixel' ? 'row, column' : kind;
}

/** Neuron j of a layer in full: 'neuron 5, layer 2', 'output 7', 'pixel in row 15, column 14', 'input 2'. */
export function neuronName(network: Network, layer: number, j: number): string {
  const kind = kindOf(network, layer);
  if (kind === 'pixel') {
    return `pixel in row ${Math.floor(j / SIDE) + 1}, column ${(j % SIDE) + 1}`;
  }
  const name = `${kind} ${numeral(network, layer, j)}`;
  return kind === 'neuron' ? `${name}, layer ${layer}` : name;
}
