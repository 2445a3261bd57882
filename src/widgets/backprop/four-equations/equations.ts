/**
 * The four equations of backpropagation as data: their symbols, each a part of the network whose number can be opened, the lines of
 * `src/network/backprop.ts` that work them out, and how each follows from the chain rule. `j` is an output, `k` a neuron of layer 2.
 */
import type { Part } from '@/explain/explain.ts';
import { OUTPUTS } from '../whole-pass.svelte.ts';

/** What a symbol stands for. */
export type Piece =
  | 'deltaJ'
  | 'alongAJ'
  | 'slopeJ'
  | 'zJ'
  | 'aJ'
  | 'yJ'
  | 'deltaK'
  | 'alongAK'
  | 'slopeK'
  | 'aK'
  | 'w'
  | 'nablaB'
  | 'nablaW';

export type Token =
  | {
      readonly piece: Piece;
      /** Whether it is meant for any output j, as under a sum, and not for the one looked at. */
      readonly isAny?: boolean;
    }
  | { readonly text: string };

export interface Step {
  readonly words: string;
  readonly tokens: readonly Token[];
}

export interface Equation {
  readonly name: string;
  /** In a sentence. */
  readonly words: string;
  readonly formula: readonly Token[];
  /** The pieces whose numbers are put in: factors, and last what comes out. */
  readonly numbers: readonly Piece[];
  /** What stands before the numbers, where a sum is meant. */
  readonly of?: string;
  /** A piece of each line of the source, after the head of its function, and which symbols it works out. */
  readonly from: string;
  readonly lines: readonly { readonly needle: string; readonly pieces: readonly Piece[] }[];
  readonly derivation: readonly Step[];
}

/** The slopes along activations: minus the wishes, which are the parts that they open. */
export const ALONG: readonly Piece[] = ['alongAJ', 'alongAK'];

/** The part that a symbol stands for, with output j and neuron k of layer 2, both from 0. */
export function partOf(piece: Piece, j: number, k: number): Part {
  const output = { layer: OUTPUTS, j };
  const hidden = { layer: OUTPUTS - 1, j: k };
  switch (piece) {
    case 'deltaJ':
      return { kind: 'delta', ...output };
    case 'alongAJ':
      return { kind: 'wish', ...output };
    case 'slopeJ':
      return { kind: 'slope', ...output };
    case 'zJ':
      return { kind: 'z', ...output };
    case 'aJ':
      return { kind: 'activation', ...output };
    case 'yJ':
      return { kind: 'target', j };
    case 'deltaK':
      return { kind: 'delta', ...hidden };
    case 'alongAK':
      return { kind: 'wish', ...hidden };
    case 'slopeK':
      return { kind: 'slope', ...hidden };
    case 'aK':
      return { kind: 'activation', ...hidden };
    case 'w':
      return { kind: 'weight', ...output, k };
    case 'nablaB':
      return { kind: 'nablaB', ...output };
    case 'nablaW':
      return { kind: 'nablaW', ...output, k };
  }
}

/** Reads 'deltaJ = alongAJ slopeJ': words that name a piece are symbols, with a star for any j; all others are text. */
function read(line: string): Token[] {
  return line.split(' ').map((word): Token => {
    const piece = word.replace('*', '');
    if (isPiece(piece)) return { piece, isAny: word !== piece };
    return { text: word.replaceAll('_', ' ') };
  });
}

const PIECES: readonly string[] = [
  ...['deltaJ', 'alongAJ', 'slopeJ', 'zJ', 'aJ', 'yJ'],
  ...['deltaK', 'alongAK', 'slopeK', 'aK', 'w', 'nablaB', 'nablaW'],
];
function isPiece(word: string): word is Piece {
  return PIECES.includes(word);
}

const step = (words: string, line: string): Step => ({ words, tokens: read(line) });

export const EQUATIONS: readonly Equation[] = [
  {
    name: 'BP1. The error of an output',
    words: 'How far the score is off, times the slope of the sigmoid there.',
    formula: read('deltaJ = alongAJ slopeJ'),
    numbers: ['alongAJ', 'slopeJ', 'deltaJ'],
    from: 'export function errorsInto',
    lines: [
      { needle: 'wishes[last][j] = cost.wish', pieces: ['alongAJ', 'aJ', 'yJ'] },
      { needle: 'deltas[last][j] = cost.delta', pieces: ['deltaJ', 'slopeJ', 'zJ'] },
    ],
    derivation: [
      step(
        'The error of a neuron is, by its definition, how fast the cost changes with its weighted input.',
        'deltaJ = ∂C_/_∂ zJ',
      ),
      step(
        'The weighted input reaches the cost through its own activation and by no other way. The chain rule multiplies the two slopes on that way.',
        '= alongAJ · ∂ aJ _/_∂ zJ',
      ),
      step(
        'The cost is half the sum of ten squares, and only one of them holds this score: the slope of half a square is what was squared.',
        'alongAJ = aJ − yJ',
      ),
      step(
        'The activation is the sigmoid of the weighted input, so its slope is that of the sigmoid. Put both in, and (BP1) stands there.',
        '∂ aJ _/_∂ zJ = slopeJ',
      ),
    ],
  },
  {
    name: 'BP2. The error of a neuron before it',
    words:
      'All requests of the next layer, added up, make its wish; minus that, times the neuron’s own slope.',
    formula: read('deltaK = (_Σ_over_j_of w* deltaJ* ) slopeK'),
    numbers: ['alongAK', 'slopeK', 'deltaK'],
    of: 'minus ten requests, added',
    from: '// (BP2)',
    lines: [
      { needle: 'wish[k] -= weights[row + k] * delta', pieces: ['w', 'deltaJ', 'alongAK'] },
      { needle: 'deltas[l][k] = -wish[k] * sigmoid.prime', pieces: ['deltaK', 'slopeK'] },
    ],
    derivation: [
      step(
        'A hidden neuron’s error is the same kind of slope, and its weighted input, too, acts through its own activation alone.',
        'deltaK = alongAK slopeK',
      ),
      step(
        'But that activation is heard by all ten outputs. Moved a little, it moves ten weighted inputs, and the cost changes by all ten ways at once: along several ways the chain rule adds up.',
        'alongAK = Σ_over_j_of ∂C_/_∂ zJ* · ∂ zJ* _/_∂ aK',
      ),
      step(
        'The first factor of each way is the error of that output, known already.',
        '∂C_/_∂ zJ = deltaJ',
      ),
      step(
        'The weighted input is a sum in which this activation stands once, times one weight: that weight is the second factor.',
        '∂ zJ* _/_∂ aK = w*',
      ),
      step(
        'Put in, (BP2) stands there. Nothing in it asked whether the next layer is the last one: so it holds for layer 1 with layer 2 after it, and for as many layers as there are.',
        'alongAK = Σ_over_j_of w* deltaJ*',
      ),
    ],
  },
  {
    name: 'BP3. The slope along a bias',
    words: 'The error itself.',
    formula: read('nablaB = deltaJ'),
    numbers: ['deltaJ', 'nablaB'],
    from: 'export function addGradient',
    lines: [{ needle: 'nablaB[j] += delta[j]', pieces: ['nablaB', 'deltaJ'] }],
    derivation: [
      step(
        'The bias reaches the cost through its neuron’s weighted input.',
        'nablaB = ∂C_/_∂ zJ · ∂ zJ _/_∂b',
      ),
      step(
        'It is added to that sum as it is: for each 1 that the bias moves, the weighted input moves by 1.',
        '∂ zJ _/_∂b_=_1',
      ),
      step('What is left is the error.', 'nablaB = deltaJ'),
    ],
  },
  {
    name: 'BP4. The slope along a weight',
    words: 'The activation at one end, times the error at the other.',
    formula: read('nablaW = aK deltaJ'),
    numbers: ['aK', 'deltaJ', 'nablaW'],
    from: 'export function addGradient',
    lines: [{ needle: 'nablaW[row + k] += a[k] * d', pieces: ['nablaW', 'aK', 'deltaJ'] }],
    derivation: [
      step(
        'The weight, too, reaches the cost through the weighted input of the neuron that it leads to.',
        'nablaW = ∂C_/_∂ zJ · ∂ zJ _/_∂ w',
      ),
      step(
        'In that sum it stands once, times the activation that it weighs: an activation of 0 leaves it no effect, and so nothing to learn.',
        '∂ zJ _/_∂ w = aK',
      ),
      step('Put in, (BP4) stands there.', 'nablaW = aK deltaJ'),
    ],
  },
];
