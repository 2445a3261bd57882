/**
 * The way from one product to the line for a whole layer, in six steps: what each adds to the formula, and which parts of it, of the
 * picture and of the code belong together.
 */
import type { Letter } from '@/explain/explain.ts';

/** What can be lit up: one connection's weight, what it carries, the products' sum, the bias, the weighted input, the curve, what comes out. */
export type Piece = 'w' | 'a' | 'sum' | 'b' | 'z' | 'sigma' | 'out';

/** What stands below a letter: the neuron written out, the one that it listens to, or both. */
export type Index = Extract<Token, { index: unknown }>['index'];

/** A symbol of a formula, or what stands between symbols. */
export type Token =
  | {
      readonly piece: Piece;
      readonly letter: Letter | 'W';
      /** Under a sum no one k is meant, and it stays a letter. */
      readonly index: 'j' | 'k' | 'jk' | 'every k' | 'j, every k' | null;
      readonly isNext?: boolean;
    }
  | { readonly piece: Piece; readonly text: string }
  | { readonly text: string };

export interface Step {
  readonly name: string;
  /** What is new, in words. */
  readonly words: string;
  readonly formula: readonly Token[];
  /** Whether it speaks of all neurons of the layer at once. */
  readonly isWhole: boolean;
  /** The pieces that it has reached. */
  readonly pieces: readonly Piece[];
}

const wjk: Token = { piece: 'w', letter: 'w', index: 'jk' };
const ak: Token = { piece: 'a', letter: 'a', index: 'k' };
const bj: Token = { piece: 'b', letter: 'b', index: 'j' };
const zj: Token = { piece: 'z', letter: 'z', index: 'j' };
const outj: Token = { piece: 'out', letter: 'a', index: 'j', isNext: true };
const W: Token = { piece: 'w', letter: 'W', index: null };
const a: Token = { piece: 'a', letter: 'a', index: null };
const b: Token = { piece: 'b', letter: 'b', index: null };
const z: Token = { piece: 'z', letter: 'z', index: null };
const out: Token = { piece: 'out', letter: 'a', index: null, isNext: true };
const sigma: Token = { piece: 'sigma', letter: 'sigma', index: null };
const wjEvery: Token = { piece: 'w', letter: 'w', index: 'j, every k' };
const aEvery: Token = { piece: 'a', letter: 'a', index: 'every k' };
const all: Token = { piece: 'sum', text: 'the sum over k of' };
const text = (words: string): Token => ({ text: words });

export const STEPS: readonly Step[] = [
  {
    name: 'One connection',
    words: 'A weight, times the activation at its other end.',
    formula: [wjk, ak],
    isWhole: false,
    pieces: ['w', 'a'],
  },
  {
    name: 'One row of them',
    words:
      'The same for every neuron that this one listens to, added up: a row of the table, times a column.',
    formula: [all, wjEvery, aEvery],
    isWhole: false,
    pieces: ['w', 'a', 'sum'],
  },
  {
    name: 'The bias',
    words: 'One number of the neuron’s own is added, and the weighted input is complete.',
    formula: [zj, text('='), all, wjEvery, aEvery, text('+'), bj],
    isWhole: false,
    pieces: ['w', 'a', 'sum', 'b', 'z'],
  },
  {
    name: 'The curve',
    words: 'The sigmoid makes an activation of it.',
    formula: [outj, text('='), sigma, text('('), zj, text(')')],
    isWhole: false,
    pieces: ['z', 'sigma', 'out'],
  },
  {
    name: 'All rows at once',
    words: 'Every neuron has a row of its own. The whole table times the column does them all.',
    formula: [z, text('='), W, a, text('+'), b],
    isWhole: true,
    pieces: ['w', 'a', 'sum', 'b', 'z'],
  },
  {
    name: 'One line',
    words: 'The curve, for each of them: this is a whole layer.',
    formula: [out, text('='), sigma, text('('), W, a, text('+'), b, text(')')],
    isWhole: true,
    pieces: ['w', 'a', 'sum', 'b', 'z', 'sigma', 'out'],
  },
];

/** What each piece is called. */
export const PIECE_NAMES: Readonly<Record<Piece, string>> = {
  w: 'weight',
  a: 'activation of the layer before',
  sum: 'sum of the products',
  b: 'bias',
  z: 'weighted input',
  sigma: 'sigmoid',
  out: 'activation',
};
