import { ShapeError, ValueError } from '../network/errors.ts';
import type { ForwardPass } from '../network/feedforward.ts';
import type { Network } from '../network/network.ts';
import type { Quantity } from './explanation.ts';
import { type ForwardPart, type Part, nameOf, symbolOf } from './parts.ts';

/** A part with its number. @throws ValueError where the number is not finite */
export function quantityOf(network: Network, part: Part, value: number): Quantity {
  if (!Number.isFinite(value)) {
    throw new ValueError(`The ${nameOf(network, part)} must be a finite number; got ${value}.`);
  }
  return { part, name: nameOf(network, part), symbol: symbolOf(network, part), value };
}

/** What every explanation begins with: the part, its name as a heading, its letter and its number. */
export function headingOf({ part, name, symbol, value }: Quantity): Quantity {
  return { part, name: capitalised(name), symbol, value };
}

/** The number that a part of the way forward is. The part must exist. */
export function forwardValue(network: Network, pass: ForwardPass, part: ForwardPart): number {
  if (part.kind === 'input') return pass.activations[0][part.k];
  const { layer, j } = part;
  const { nIn, weights, biases } = network.layers[layer - 1];
  switch (part.kind) {
    case 'weight':
      return weights[j * nIn + part.k];
    case 'bias':
      return biases[j];
    case 'product':
      return weights[j * nIn + part.k] * pass.activations[layer - 1][part.k];
    case 'z':
      return pass.zs[layer - 1][j];
    case 'activation':
      return pass.activations[layer][j];
  }
}

/** All of them in their order where they are `most` or fewer; else the `most` of largest size, largest first. */
export function largest(all: number[], value: (i: number) => number, most: number): number[] {
  if (all.length <= most) return all;
  const size = new Map(all.map((i) => [i, Math.abs(value(i))]));
  const bySize = (one: number, other: number): number =>
    (size.get(other) ?? 0) - (size.get(one) ?? 0) || one - other;
  return [...all].sort(bySize).slice(0, most);
}

/** A name as a heading has it. */
function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** @throws ShapeError for a pass of another network */
export function checkPass(network: Network, { zs, activations }: ForwardPass): void {
  const isRight =
    activations.length === network.sizes.length &&
    activations.every((a, l) => a.length === network.sizes[l]) &&
    zs.length === network.layers.length &&
    zs.every((z, l) => z.length === network.layers[l].nOut);
  if (!isRight) {
    throw new ShapeError(
      `This network has layers of ${network.sizes.join('-')}; the pass has ${activations.map((a) => a.length).join('-')}.`,
    );
  }
}
