/**
 * Any number of a network at work, opened: what it is, its value, the formula with the real numbers put in, and where each of them
 * comes from. What the page calls things, and which indices count from 1, is settled in `parts.ts`.
 */
import { ValueError } from '../network/errors.ts';
import type { Calculation, Explanation, Leads, Quantity, Step, Sum, Term } from './explanation.ts';
import {
  type ForwardPart,
  type Part,
  checkPart,
  headOf,
  isBackward,
  labelOf,
  sourceOf,
  kindOf,
} from './parts.ts';
import { checkPass, forwardValue, headingOf, largest, quantityOf } from './quantities.ts';
import { formulaOf, meaningOf } from './words.ts';
import type { ForwardPass } from '../network/feedforward.ts';
import type { Network } from '../network/network.ts';

export * from './explanation.ts';
export * from './symbol.ts';
export {
  type BackwardPart,
  type ForwardPart,
  type Part,
  type PartKind,
  isBackward,
  isSamePart,
  keyOf,
  nameOf,
  neuronName,
} from './parts.ts';

export interface ExplainOptions {
  /** How many of those that a number goes to are listed, from 1; where there are more, the largest by size. 16 unless told. */
  readonly most?: number;
}

/** What the parts have in common. */
type Neuron = Extract<ForwardPart, { kind: 'activation' }>;

/**
 * What there is to say about one part of a network that has just read an input.
 * @param pass what feedforward gave for this network
 * @param part one of the way forward; `explain-backward.ts` opens those of the way back as well
 * @throws ShapeError for a part that the network has not, or a pass of other lengths; ValueError where a number is not finite, and for
 *   a part of the way back
 */
export function explain(
  network: Network,
  pass: ForwardPass,
  part: Part,
  { most = 16 }: ExplainOptions = {},
): Explanation {
  checkPart(network, part);
  checkPass(network, pass);

  if (isBackward(part)) {
    throw new ValueError(`A pass forward knows no ${part.kind}: explainBackward does.`);
  }

  const quantity = (of: ForwardPart): Quantity =>
    quantityOf(network, of, forwardValue(network, pass, of));

  /** w_jk a_k, told from the one end or from the other. */
  function term(layer: number, j: number, k: number, from: 'source' | 'listener'): Term {
    const source = quantity(sourceOf(layer, k));
    const weight = quantity({ kind: 'weight', layer, j, k });
    const product = quantity({ kind: 'product', layer, j, k });
    const factors = [weight, source];
    if (from === 'source') {
      return { label: labelOf(network, layer - 1, k), source, factors, product };
    }
    const listener = quantity({ kind: 'activation', layer, j });
    return { label: labelOf(network, layer, j), source: listener, factors, product };
  }

  function sumOf({ layer, j }: Pick<Neuron, 'layer' | 'j'>): Sum {
    const inputs = pass.activations[layer - 1];
    const terms: Term[] = [];
    for (let k = 0; k < inputs.length; k++) {
      if (inputs[k] !== 0) terms.push(term(layer, j, k, 'source'));
    }
    return {
      heads: {
        label: headOf(network, layer - 1),
        factors: ['weight', layer === 1 ? 'ink' : 'activation'],
        product: 'product',
      },
      terms,
      zeros: inputs.length - terms.length,
      sources: `${kindOf(network, layer - 1)}s`,
      total: terms.reduce((sum, { product }) => sum + product.value, 0),
    };
  }

  /** Whom neuron j of a layer (0 for the input) speaks to. */
  function leadsOf(layer: number, j: number): Leads | null {
    if (layer === network.layers.length) return null;
    const { nOut } = network.layers[layer];
    const next = layer + 1;
    const product = (to: number): number =>
      forwardValue(network, pass, { kind: 'product', layer: next, j: to, k: j });
    const listed = largest([...Array(nOut).keys()], product, most);
    const kind = kindOf(network, next);
    return {
      words: nOut === 1 ? `1 ${kind} listens` : `${nOut} ${kind}s listen`,
      heads: {
        label: headOf(network, next),
        factors: ['weight', layer === 0 ? 'ink' : 'activation'],
        product: 'product',
      },
      terms: listed.map((to) => term(next, to, j, 'listener')),
      more: nOut - listed.length,
    };
  }

  function calculationOf(): Calculation | null {
    if (part.kind === 'product') {
      const { layer, j, k } = part;
      const operand = quantity(sourceOf(layer, k));
      const step: Step = {
        operator: 'multiply',
        operand,
        words: 'product',
        result: quantity(part),
      };
      return { start: quantity({ kind: 'weight', layer, j, k }), steps: [step] };
    }
    if (part.kind !== 'z' && part.kind !== 'activation') return null;
    const { layer, j } = part;
    const steps: Step[] = [
      {
        operator: 'add',
        operand: quantity({ kind: 'bias', layer, j }),
        words: 'weighted input',
        result: quantity({ kind: 'z', layer, j }),
      },
    ];
    if (part.kind === 'activation') {
      steps.push({ operator: 'sigma', words: 'activation', result: quantity(part) });
    }
    return { start: sumOf(part), steps };
  }

  function leads(): Leads | null {
    if (part.kind === 'input') return leadsOf(0, part.k);
    if (part.kind === 'activation') return leadsOf(part.layer, part.j);
    if (part.kind !== 'weight') return null;
    const { layer, j, k } = part;
    const head = headOf(network, layer);
    const factors = ['weight', layer === 1 ? 'ink' : 'activation'];
    return {
      words: 'What it adds',
      heads: { label: head, factors, product: 'product' },
      terms: [term(layer, j, k, 'listener')],
      more: 0,
    };
  }

  return {
    ...headingOf(quantity(part)),
    meaning: meaningOf(network, part),
    formula: formulaOf(network, part),
    calculation: calculationOf(),
    leads: leads(),
    related: [],
  };
}
