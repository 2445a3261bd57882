import type { Network } from '../network/network.ts';
import { symbolToken as letter, textToken as text, type Token } from './explanation.ts';
import { type ForwardPart, type Part, sourceOf, kindOf, symbolOf } from './parts.ts';
import type { QuantitySymbol } from './symbol.ts';

/** One plain sentence for each kind. */
export function meaningOf(network: Network, part: ForwardPart): string {
  switch (part.kind) {
    case 'input':
      return 'How much ink the picture has here: 0 for none, 1 for full.';
    case 'weight':
      return 'Learned in training: how much the one counts for the other, and whether for or against.';
    case 'bias':
      return 'Learned in training: added to the sum, however the input looks.';
    case 'product':
      return 'What the one adds to the sum of the other.';
    case 'z':
      return 'The sum of all products, and the bias.';
    case 'activation':
      return kindOf(network, part.layer) === 'output'
        ? 'Its score: its weighted input, pressed by the sigmoid to between 0 and 1.'
        : 'Its activation: its weighted input, pressed by the sigmoid to between 0 and 1.';
  }
}

/** The formula in letters, this part's own indices put in. */
export function formulaOf(network: Network, part: ForwardPart): readonly Token[] {
  const of = (it: Part): Token => letter(symbolOf(network, it));
  if (part.kind === 'product') {
    const { layer, j, k } = part;
    return [of({ kind: 'weight', layer, j, k }), text('×'), of(sourceOf(layer, k))];
  }
  if (part.kind !== 'z' && part.kind !== 'activation') return [];
  const { layer, j } = part;
  const z: Part = { kind: 'z', layer, j };
  const bias: Part = { kind: 'bias', layer, j };
  const { sub = '', sup = '' } = symbolOf(network, z);
  const source: QuantitySymbol =
    layer === 1 ? { letter: 'x', sub: 'k' } : { letter: 'a', sub: 'k', sup: String(layer - 1) };
  const sum: Token[] = [
    { kind: 'sum', over: 'k' },
    letter({ letter: 'w', sub: `${sub},k`, sup }),
    letter(source),
    text('+'),
    of(bias),
  ];
  if (part.kind === 'z') return [of(z), text('='), ...sum];
  return [of(part), text('='), letter({ letter: 'sigma' }), text('('), ...sum, text(')')];
}
