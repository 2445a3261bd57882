import {
  counted,
  type Explanation,
  type Factor,
  type PartKind,
  type Quantity,
  type QuantitySymbol,
  type Step,
  type Sum,
} from '@/explain/explain.ts';
import { inWords } from '@/words/counts.ts';
import { formatNumber } from '@/words/numbers.ts';
import { roundTo } from '@/words/places.ts';
import type { Places } from './inspector-digits.ts';
import type { Listing } from './listing.ts';

/** A line below the terms of a calculation. */
export interface Row {
  /** What the number is, in words. */
  readonly words: string;
  /** And in letters, where it has any. */
  readonly symbol: QuantitySymbol | null;
  /** What is done with it; empty for what comes out. */
  readonly operator: '' | '+' | '−' | '×';
  /** The number that goes into the sigmoid to give this one, as it is shown; empty where none does. */
  readonly pressed: string;
  /** Where the number leads; null for a subtotal, which is no part of the network, and for what the explanation itself is about. */
  readonly quantity: Quantity | null;
  readonly value: number;
  readonly places: number;
  /** Whether it stands for terms that are not listed. */
  readonly isFolded: boolean;
  /** What is drawn: a line above what is the result of adding up, a double one below the last. */
  readonly rule: 'none' | 'above' | 'double';
}

const OPERATORS = { add: '+', subtract: '−', multiply: '×' } as const;
const NO_FRILLS = {
  symbol: null,
  operator: '',
  pressed: '',
  quantity: null,
  isFolded: false,
  rule: 'none',
} as const;

/**
 * The lines below the terms, from the subtotal to the result; the result alone for a number that nothing computes.
 * @param listing which terms stand above, where it starts from a sum
 */
export function rowsOf(explanation: Explanation, places: Places, listing: Listing | null): Row[] {
  const { calculation } = explanation;
  if (calculation === null) return [resultRow(explanation, explanation.name, places, '', 'double')];
  const { start, steps } = calculation;
  const rows = [];
  if (!('terms' in start)) rows.push(operandRow(start, '', places.start));
  else if (listing) rows.push(...sumRows(start, listing, places));
  steps.forEach((step, i) => {
    const { operand, result } = places.steps[i];
    const before = i > 0 ? steps[i - 1].result.value : 'terms' in start ? start.total : start.value;
    if ('operand' in step) rows.push(operandRow(step.operand, OPERATORS[step.operator], operand));
    else if (step.operator === 'halve') rows.push(factorRow('one half', 0.5, 1));
    else if (step.operator === 'prime') {
      rows.push(factorRow('what is missing to 1', 1 - roundTo(before, operand), operand));
    }
    const pressed = step.operator === 'sigma' ? formatNumber(before, operand) : '';
    if (i === steps.length - 1) {
      rows.push(resultRow(explanation, step.words, places, pressed, 'double'));
    } else {
      rows.push({ ...between(step, result), pressed });
    }
  });
  if (steps.length === 0) {
    // A sum is its own result; a number that another one is says so once more.
    const added = 'terms' in start ? rows.pop()?.words : undefined;
    rows.push({
      ...resultRow(explanation, '', places, '', 'double'),
      ...(added && { words: added }),
    });
  }
  return rows;
}

/** A factor that is no part of the network. */
function factorRow(words: string, value: number, places: number): Row {
  return { ...NO_FRILLS, words, operator: OPERATORS.multiply, value, places };
}

function sumRows({ heads, terms, total }: Sum, { rest }: Listing, places: Places): Row[] {
  const { terms: termPlaces, start } = places;
  const count = terms.length;
  const others: Row = {
    ...NO_FRILLS,
    words: `${inWords(rest.count)} others, together`,
    value: rest.total,
    places: termPlaces.products,
    isFolded: true,
  };
  const added: Row = {
    ...NO_FRILLS,
    words: count === 1 ? `one ${heads.product}` : `${inWords(count)} ${heads.product}s, added`,
    value: total,
    places: start,
    rule: 'above',
  };
  return rest.count > 0 ? [others, added] : [added];
}

function operandRow(quantity: Factor, operator: Row['operator'], places: number): Row {
  const { symbol, part, isTurned } = quantity;
  const words = isTurned ? `minus the ${WORDS[part.kind]}` : WORDS[part.kind];
  return { ...NO_FRILLS, words, symbol, operator, quantity, value: counted(quantity), places };
}

function between({ words, result }: Step, places: number): Row {
  const { symbol, value } = result;
  return { ...NO_FRILLS, words, symbol, quantity: result, value, places, rule: 'above' };
}

function resultRow(
  { part, symbol, value }: Explanation,
  words: string,
  places: Places,
  pressed: string,
  rule: Row['rule'],
): Row {
  // The letters of a product are those of its weight, and stand on the weight's own line.
  const isProduct = part.kind === 'product' || part.kind === 'request' || part.kind === 'square';
  const letters = isProduct ? null : symbol;
  const says = part.kind in WORDS ? WORDS[part.kind] : words;
  return { ...NO_FRILLS, words: says, symbol: letters, pressed, value, places: places.value, rule };
}

/** What a line calls a part whose symbol stands beside it. */
export const WORDS: Readonly<Record<PartKind, string>> = {
  input: 'ink',
  weight: 'weight',
  bias: 'bias',
  product: 'product',
  z: 'weighted input',
  activation: 'activation',
  cost: 'cost of this digit',
  square: 'square',
  target: 'target',
  wish: 'wish',
  request: 'request',
  slope: 'slope of the sigmoid',
  delta: 'error',
  nablaB: 'slope of the cost',
  nablaW: 'slope of the cost',
  eta: 'minus the learning rate',
  nudgeB: 'nudge',
  nudgeW: 'nudge',
};
