import type { Network } from '../network/network.ts';
import type { BackwardPart } from './backward-parts.ts';
import { symbolToken as letter, textToken as text, type Token } from './explanation.ts';
import { isOutput } from './neurons.ts';
import { type Part, sourceOf, symbolOf } from './parts.ts';

/** One plain sentence for each kind. */
export function backwardMeaning(network: Network, part: BackwardPart): string {
  switch (part.kind) {
    case 'cost':
      return 'Half the sum, over all outputs, of how far each is from what it should be, squared. Of this one digit; L2 is left out.';
    case 'square':
      return 'How far this output is from what it should be, squared: never below 0.';
    case 'target':
      return 'What the output should be: 1 for the digit’s own, 0 for every other.';
    case 'wish':
      return isOutput(network, part.layer)
        ? 'The way this score should go: what is wanted, less what is. Above 0: brighter.'
        : 'The way this activation should go: all requests of the next layer, added. Above 0: brighter.';
    case 'request':
      return 'What the one asks of the other: to go against its own error, as strongly as the weight lets the other speak. Above 0: brighter.';
    case 'slope':
      return 'How fast the activation moves with its weighted input: a quarter at most, next to nothing near 0 and 1.';
    case 'delta':
      return 'How the cost moves with this weighted input: minus the wish, as far as the sigmoid lets it through.';
    case 'nablaB':
      return 'How the cost moves with the bias: the error itself, since the bias is simply added.';
    case 'nablaW':
      return 'How the cost moves with the weight: the error at one end, in proportion to the activation at the other.';
    case 'eta':
      return 'How far a step goes for each unit of slope; minus, since it goes against the slope.';
    case 'nudgeB':
    case 'nudgeW':
      return 'What one step of gradient descent adds to it.';
  }
}

/** The formula in letters, this part's own indices put in; empty for what nothing computes. */
export function backwardFormula(network: Network, part: BackwardPart): readonly Token[] {
  const of = (it: Part): Token => letter(symbolOf(network, it));
  const last = network.sizes.length - 1;
  const miss = (j: number): Token[] => [
    of({ kind: 'target', j }),
    text('−'),
    of({ kind: 'activation', layer: last, j }),
  ];
  /** The requests on neuron j of a hidden layer, added, but for their minus. */
  function requests(layer: number, j: number): Token[] {
    const sup = String(layer + 1);
    const { sub = '' } = symbolOf(network, { kind: 'z', layer, j });
    return [
      { kind: 'sum', over: 'j' },
      letter({ letter: 'w', sub: `j,${sub}`, sup }),
      letter({ letter: 'delta', sub: 'j', sup }),
    ];
  }
  switch (part.kind) {
    case 'target':
    case 'eta':
      return [];
    case 'cost':
      return [
        letter({ letter: 'C' }),
        text('='),
        text('½'),
        { kind: 'sum', over: 'j' },
        text('('),
        letter({ letter: 'y', sub: 'j' }),
        text('−'),
        letter({ letter: 'a', sub: 'j', sup: String(last) }),
        text(')²'),
      ];
    case 'square':
      return [text('('), ...miss(part.j), text(')²')];
  }
  const { kind, layer, j } = part;
  const own = of(part);
  const isLast = isOutput(network, layer);
  switch (kind) {
    case 'wish':
      return isLast
        ? [own, text('='), ...miss(j)]
        : [own, text('='), text('−'), ...requests(layer, j)];
    case 'delta': {
      const slope = of({ kind: 'slope', layer, j });
      return isLast
        ? [own, text('='), text('−'), text('('), ...miss(j), text(')'), slope]
        : [own, text('='), text('('), ...requests(layer, j), text(')'), slope];
    }
    case 'slope': {
      const a = of({ kind: 'activation', layer, j });
      return [own, text('='), a, text('('), text('1 −'), a, text(')')];
    }
    case 'nablaB':
      return [own, text('='), of({ kind: 'delta', layer, j })];
    case 'nudgeB':
      return [own, text('= −'), of({ kind: 'eta' }), of({ kind: 'nablaB', layer, j })];
  }
  const { k } = part;
  const error = of({ kind: 'delta', layer, j });
  switch (kind) {
    case 'request':
      return [text('−'), of({ kind: 'weight', layer, j, k }), error];
    case 'nablaW':
      return [own, text('='), of(sourceOf(layer, k)), error];
    case 'nudgeW':
      return [own, text('= −'), of({ kind: 'eta' }), of({ kind: 'nablaW', layer, j, k })];
  }
}
