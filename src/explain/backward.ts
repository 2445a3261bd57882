/** How each number of the way back came about, and where it goes. `quantity` gives any part its number. */
import type { Network } from '../network/network.ts';
import type { BackwardPart } from './backward-parts.ts';
import type {
  Calculation,
  Factor,
  Heads,
  Leads,
  Quantity,
  Step,
  Sum,
  Term,
} from './explanation.ts';
import { type Part, headOf, labelOf, sourceOf, kindOf } from './parts.ts';
import { largest } from './quantities.ts';

/** A part with its number. */
export type Quantify = (part: Part) => Quantity;

/** What turns what there is so far into the next number. */
const multiply = (operand: Factor, words: string, result: Quantity): Step => ({
  operator: 'multiply',
  operand,
  words,
  result,
});

const turned = (quantity: Quantity): Factor => ({ ...quantity, isTurned: true });

/** @returns null for what nothing computes: a target, the learning rate */
export function backwardCalculation(
  network: Network,
  part: BackwardPart,
  quantity: Quantify,
): Calculation | null {
  const last = network.layers.length;
  const own = quantity(part);

  /** From y_j to y_j - a_j. */
  function missOf(j: number): Calculation {
    const result = quantity({ kind: 'wish', layer: last, j });
    const operand = quantity({ kind: 'activation', layer: last, j });
    return {
      start: quantity({ kind: 'target', j }),
      steps: [{ operator: 'subtract', operand, words: 'wish', result }],
    };
  }

  switch (part.kind) {
    case 'target':
    case 'eta':
      return null;
    case 'cost':
      return {
        start: squaresOf(network, quantity),
        steps: [{ operator: 'halve', words: 'cost', result: own }],
      };
    case 'square': {
      const wish = quantity({ kind: 'wish', layer: last, j: part.j });
      return { start: wish, steps: [multiply(wish, 'square', own)] };
    }
  }
  const { kind, layer, j } = part;
  switch (kind) {
    case 'wish':
      return layer === last
        ? missOf(j)
        : { start: requestsOn(network, layer, j, quantity), steps: [] };
    case 'slope':
      return {
        start: quantity({ kind: 'activation', layer, j }),
        steps: [{ operator: 'prime', words: 'slope', result: own }],
      };
    case 'delta': {
      const slope = quantity({ kind: 'slope', layer, j });
      const times = multiply(turned(slope), 'error', own);
      if (layer === last) {
        const { start, steps } = missOf(j);
        return { start, steps: [...steps, times] };
      }
      return { start: requestsOn(network, layer, j, quantity), steps: [times] };
    }
    case 'nablaB':
      return { start: quantity({ kind: 'delta', layer, j }), steps: [] };
    case 'nudgeB':
      return {
        start: quantity({ kind: 'nablaB', layer, j }),
        steps: [multiply(quantity({ kind: 'eta' }), 'nudge', own)],
      };
  }
  const { k } = part;
  const error = quantity({ kind: 'delta', layer, j });
  switch (kind) {
    case 'request': {
      const start = quantity({ kind: 'weight', layer, j, k });
      return { start, steps: [multiply(turned(error), 'request', own)] };
    }
    case 'nablaW':
      return { start: quantity(sourceOf(layer, k)), steps: [multiply(error, 'slope', own)] };
    case 'nudgeW':
      return {
        start: quantity({ kind: 'nablaW', layer, j, k }),
        steps: [multiply(quantity({ kind: 'eta' }), 'nudge', own)],
      };
  }
}

/** Where a number of the way back goes next. */
export function backwardLeads(
  network: Network,
  part: BackwardPart,
  quantity: Quantify,
  most: number,
): Leads | null {
  const last = network.layers.length;
  if (part.kind === 'wish' && part.layer === last) {
    return {
      words: 'What it costs',
      heads: { label: '', factors: ['wish', 'wish'], product: 'square' },
      terms: [
        {
          ...squareOf(network, part.j, quantity),
          label: 'cost',
          source: quantity({ kind: 'cost' }),
        },
      ],
      more: 0,
    };
  }
  if (part.kind !== 'delta') return null;
  const { layer, j } = part;
  const { nIn } = network.layers[layer - 1];
  const kind = kindOf(network, layer - 1);
  const all = [...Array(nIn).keys()];
  if (layer > 1) {
    const value = (k: number): number => quantity({ kind: 'request', layer, j, k }).value;
    const listed = largest(all, value, most);
    return {
      words: `It asks ${nIn === 1 ? `1 ${kind}` : `${nIn} ${kind}s`} for something`,
      heads: requestHeads(headOf(network, layer - 1)),
      terms: listed.map((k) => request(network, layer, j, k, 'asked', quantity)),
      more: nIn - listed.length,
    };
  }
  const value = (k: number): number => quantity({ kind: 'nablaW', layer, j, k }).value;
  const listed = largest(all, value, most);
  return {
    words: `It sets the slopes of ${nIn === 1 ? '1 weight' : `${nIn} weights`}`,
    heads: { label: headOf(network, 0), factors: ['ink', 'error'], product: 'slope' },
    terms: listed.map((k) => ({
      label: labelOf(network, 0, k),
      source: quantity({ kind: 'nablaW', layer, j, k }),
      factors: [quantity(sourceOf(layer, k)), quantity(part)],
      product: quantity({ kind: 'nablaW', layer, j, k }),
    })),
    more: nIn - listed.length,
  };
}

/** Other numbers of the same neuron, weight or bias. @param last the layer of the outputs */
export function relatedTo(part: Part, last: number): Part[] {
  switch (part.kind) {
    case 'weight':
      return [
        { ...part, kind: 'nablaW' },
        { ...part, kind: 'nudgeW' },
      ];
    case 'nablaW':
      return [
        { ...part, kind: 'weight' },
        { ...part, kind: 'nudgeW' },
      ];
    case 'nudgeW':
      return [{ ...part, kind: 'weight' }];
    case 'bias':
      return [
        { ...part, kind: 'nablaB' },
        { ...part, kind: 'nudgeB' },
      ];
    case 'nablaB':
      return [
        { ...part, kind: 'bias' },
        { ...part, kind: 'nudgeB' },
      ];
    case 'nudgeB':
      return [{ ...part, kind: 'bias' }];
    case 'z':
      return [{ ...part, kind: 'delta' }];
    case 'activation':
      return [
        { ...part, kind: 'wish' },
        { ...part, kind: 'delta' },
      ];
    case 'wish':
    case 'slope':
      return [{ ...part, kind: 'delta' }];
    case 'delta':
      return [
        { ...part, kind: 'nablaB' },
        { ...part, kind: 'wish' },
      ];
    case 'request':
      return [{ kind: 'wish', layer: part.layer - 1, j: part.k }];
    case 'target':
      return [{ kind: 'wish', layer: last, j: part.j }];
    case 'square':
      return [{ kind: 'cost' }];
    default:
      return [];
  }
}

function requestHeads(label: string): Heads {
  return { label, factors: ['weight', '− error'], product: 'request' };
}

/** -w_jk delta_j, told by the neuron that asks, or by the one that is asked. */
function request(
  network: Network,
  layer: number,
  j: number,
  k: number,
  teller: 'asking' | 'asked',
  quantity: Quantify,
): Term {
  const asked = teller === 'asked';
  return {
    label: asked ? labelOf(network, layer - 1, k) : labelOf(network, layer, j),
    source: asked
      ? quantity({ kind: 'wish', layer: layer - 1, j: k })
      : quantity({ kind: 'request', layer, j, k }),
    factors: [
      quantity({ kind: 'weight', layer, j, k }),
      turned(quantity({ kind: 'delta', layer, j })),
    ],
    product: quantity({ kind: 'request', layer, j, k }),
  };
}

/** What all neurons of the next layer ask of neuron k of a hidden layer: its wish. */
function requestsOn(network: Network, layer: number, k: number, quantity: Quantify): Sum {
  const next = layer + 1;
  const askers = [...Array(network.sizes[next]).keys()];
  return {
    heads: requestHeads(headOf(network, next)),
    terms: askers.map((j) => request(network, next, j, k, 'asking', quantity)),
    zeros: 0,
    sources: `${kindOf(network, next)}s`,
    total: quantity({ kind: 'wish', layer, j: k }).value,
  };
}

function squareOf(network: Network, j: number, quantity: Quantify): Term {
  const last = network.layers.length;
  const wish = quantity({ kind: 'wish', layer: last, j });
  return {
    label: labelOf(network, last, j),
    source: wish,
    factors: [wish, wish],
    product: quantity({ kind: 'square', j }),
  };
}

/** The squares of all outputs, which the cost is half the sum of. */
function squaresOf(network: Network, quantity: Quantify): Sum {
  const last = network.layers.length;
  const terms = [...Array(network.sizes[last]).keys()].map((j) => squareOf(network, j, quantity));
  return {
    heads: { label: headOf(network, last), factors: ['wish', 'wish'], product: 'square' },
    terms,
    zeros: 0,
    sources: `${kindOf(network, last)}s`,
    total: terms.reduce((sum, { product }) => sum + product.value, 0),
  };
}
