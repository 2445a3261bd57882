/**
 * What an explanation is: plain data, so that a page can draw it, a test can add it up, and nobody needs the network for either.
 */
import type { Part } from './parts.ts';
import type { QuantitySymbol } from './symbol.ts';

/** A piece of a formula, in reading order: a symbol, plain text such as '= ' or '+', or a sum sign with the index that runs below it. */
export type Token =
  | { readonly kind: 'symbol'; readonly symbol: QuantitySymbol }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sum'; readonly over: string };

export const textToken = (text: string): Token => ({ kind: 'text', text });
export const symbolToken = (symbol: QuantitySymbol): Token => ({ kind: 'symbol', symbol });

/** A number and where it comes from. */
export interface Quantity {
  /** The part to open for more. */
  readonly part: Part;
  /** In words, as in the middle of a sentence: 'bias of neuron 5, layer 2'. */
  readonly name: string;
  readonly symbol: QuantitySymbol;
  /** Finite. */
  readonly value: number;
}

/** What something is multiplied by: a number as it is, or turned, minus it. */
export interface Factor extends Quantity {
  readonly isTurned?: true;
}

/** What a factor counts as. */
export const counted = ({ value, isTurned }: Factor): number => (isTurned ? -value : value);

/** One row of a sum: factors that multiply to a product. */
export interface Term {
  /** Whom the row is about, as short as a table needs it under `Heads.label`: '5', or '15, 14' for a pixel's row and column. */
  readonly label: string;
  /** Whom the row is about: name, value and the part to open. */
  readonly source: Quantity;
  readonly factors: readonly Factor[];
  readonly product: Quantity;
}

/** What heads the columns of a table of terms. */
export interface Heads {
  /** Above the labels: 'neuron', 'output', or 'row, column' of a pixel. */
  readonly label: string;
  /** Above each factor: 'weight', 'activation', and '− error' where it is turned. */
  readonly factors: readonly string[];
  readonly product: string;
}

/** Terms added. Terms + those that are nothing = all the neurons or pixels of the layer before. */
export interface Sum {
  readonly heads: Heads;
  /** In the order of their sources. */
  readonly terms: readonly Term[];
  /** How many terms are left out since their source is exactly 0. */
  readonly zeros: number;
  /** What a source is called when there are several: 'pixels', 'neurons'. */
  readonly sources: string;
  readonly total: number;
}

/** One more step with what has been computed so far. */
export type Step = {
  /** What comes out, in words: 'weighted input'. */
  readonly words: string;
  /** What comes out; the last step's is the value of the explanation. */
  readonly result: Quantity;
} & (
  | { readonly operator: 'add' | 'subtract' | 'multiply'; readonly operand: Factor }
  | { readonly operator: 'sigma' }
  /** Half of it. */
  | { readonly operator: 'halve' }
  /** sigma' of the weighted input, by a (1 - a) of the activation a. */
  | { readonly operator: 'prime' }
);

/**
 * How a number came about: it starts from a sum or from one number, and each step goes on with what the one before gave. Without steps
 * it is what it starts from.
 */
export interface Calculation {
  readonly start: Sum | Quantity;
  readonly steps: readonly Step[];
}

/** Where a number goes: one term for each neuron that listens, or is asked for something. */
export interface Leads {
  /** 'Ten outputs listen', as a heading. */
  readonly words: string;
  readonly heads: Heads;
  /** All of them in their order where they are few; else the largest, by size. */
  readonly terms: readonly Term[];
  /** How many more there are. */
  readonly more: number;
}

/** All that is to be said about one number of a network. */
export interface Explanation {
  readonly part: Part;
  /** With a capital, as a heading: 'Neuron 5, layer 2'. */
  readonly name: string;
  readonly symbol: QuantitySymbol;
  /** Finite. */
  readonly value: number;
  /** One plain sentence that says what it is. */
  readonly meaning: string;
  /** The general formula with this part's own indices; empty for a number that nothing computes. */
  readonly formula: readonly Token[];
  /** null for a number that nothing computes: a pixel, a weight, a bias. */
  readonly calculation: Calculation | null;
  readonly leads: Leads | null;
  /** Other numbers of the same neuron, weight or bias, on the way forward and on the way back; none where there was no way back. */
  readonly related: readonly Quantity[];
}

/** Whether a calculation starts from a sum. */
export function isSum(start: Sum | Quantity): start is Sum {
  return 'terms' in start;
}
