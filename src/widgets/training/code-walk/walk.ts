/** The walk through the network's own source: for each step the lines that do it, found by what they say, and words that link to them. */
import { linesBetween, type NumberedLine } from '@/controls/inspector/source-lines.ts';
import mnist from '@/digits/mnist.ts?raw';
import activation from '@/network/activation.ts?raw';
import backprop from '@/network/backprop.ts?raw';
import cost from '@/network/cost.ts?raw';
import feedforward from '@/network/feedforward.ts?raw';
import network from '@/network/network.ts?raw';
import sgd from '@/network/sgd.ts?raw';

const FILES = {
  'src/digits/mnist.ts': mnist,
  'src/network/activation.ts': activation,
  'src/network/backprop.ts': backprop,
  'src/network/cost.ts': cost,
  'src/network/feedforward.ts': feedforward,
  'src/network/network.ts': network,
  'src/network/sgd.ts': sgd,
} as const;
type File = keyof typeof FILES;

/** Lines of one file that follow each other. */
interface Excerpt {
  readonly file: File;
  /** Where to begin to look, the first line and the last: a piece of each. */
  readonly at: readonly [from: string, first: string, last: string];
}

/** A piece of a step's words; one with `line`, a piece of a line of the step, leads there. */
type Piece = string | { readonly text: string; readonly line: string };

interface Plan {
  readonly name: string;
  /** Where the article has it. */
  readonly chapter: { readonly number: number; readonly href: string };
  readonly words: readonly Piece[];
  readonly excerpts: readonly Excerpt[];
}

const NEURONS = { number: 1, href: '/neurons/' };
const COST = { number: 2, href: '/cost/' };
const DESCENT = { number: 3, href: '/gradient-descent/' };
const BACKPROP = { number: 4, href: '/backpropagation/' };

const PLAN: readonly Plan[] = [
  {
    name: 'Load the digits',
    chapter: COST,
    words: [
      'MNIST comes as two files. After a few numbers that say how many there are, ',
      { text: 'one byte a pixel', line: 'const inputs' },
      ' follows in the one, and ',
      { text: 'one byte a label', line: 'const list' },
      ' in the other.',
    ],
    excerpts: [
      {
        file: 'src/digits/mnist.ts',
        at: ['export function readDigits', 'const list = new', 'const list = new'],
      },
      {
        file: 'src/digits/mnist.ts',
        at: ['export function readDigits', 'const inputs = new', 'return { count'],
      },
    ],
  },
  {
    name: 'Draw a start',
    chapter: COST,
    words: [
      'Every ',
      { text: 'bias', line: 'biases[j] = random' },
      ' and every ',
      { text: 'weight', line: 'weights[i] = scale' },
      ' is drawn at random; the ',
      { text: 'scale', line: 'const scale' },
      ' is what the scaled start divides by.',
    ],
    excerpts: [
      {
        file: 'src/network/network.ts',
        at: ['export function createNetwork', 'for (const { nIn', 'return network;'],
      },
    ],
  },
  {
    name: 'Run forward',
    chapter: NEURONS,
    words: [
      'Each neuron starts from its ',
      { text: 'bias', line: 'let sum' },
      ', ',
      { text: 'adds weight times activation', line: 'sum += weights[row + k]' },
      ' over the layer before, and ',
      { text: 'squashes the sum', line: 'a[j] = sigmoid' },
      '.',
    ],
    excerpts: [
      {
        file: 'src/network/feedforward.ts',
        at: ['function weighAll', 'for (let j = 0;', 'z[j] = sum;'],
      },
      {
        file: 'src/network/feedforward.ts',
        at: ['function fire', 'a[j] = sigmoid', 'a[j] = sigmoid'],
      },
      {
        file: 'src/network/activation.ts',
        at: ['export const sigmoid', 'f: (z)', 'f: (z)'],
      },
    ],
  },
  {
    name: 'Say what it costs',
    chapter: COST,
    words: [
      'Half the ',
      { text: 'square of the miss', line: 'value: (_z' },
      ', summed over the ten outputs; and with it ',
      { text: 'the error', line: 'delta: (z' },
      ' that the way back begins with, the slope of the sigmoid and all.',
    ],
    excerpts: [
      {
        file: 'src/network/cost.ts',
        at: ['export const quadratic', 'value: (_z', 'delta: (z'],
      },
      {
        file: 'src/network/activation.ts',
        at: ['export const sigmoid', 'prime(z) {', 'return e /'],
      },
    ],
  },
  {
    name: 'Pass the errors back',
    chapter: BACKPROP,
    words: [
      'Layer by layer, from the last: each neuron ',
      { text: 'asks those before it', line: 'wish[k] -=' },
      ' by its weights, and what they are asked, times their own slope, ',
      { text: 'is their error', line: 'deltas[l][k] =' },
      '.',
    ],
    excerpts: [
      {
        file: 'src/network/backprop.ts',
        at: ['export function errorsInto', 'for (let l = last - 1', 'deltas[l][k] ='],
      },
    ],
  },
  {
    name: 'Read off the slopes',
    chapter: BACKPROP,
    words: [
      'The slope along a bias ',
      { text: 'is the error itself', line: 'nablaB[j] += delta[j]' },
      '; along a weight ',
      { text: 'it is the error times the activation', line: 'nablaW[row + k] +=' },
      ' at the other end.',
    ],
    excerpts: [
      {
        file: 'src/network/backprop.ts',
        at: [
          'export function addGradient',
          'for (let j = 0; j < nOut; j++) nablaB',
          'nablaB[j] +=',
        ],
      },
      {
        file: 'src/network/backprop.ts',
        at: ['const a = pass.activations[l];', 'for (let j = 0;', 'nablaW[row + k] +='],
      },
    ],
  },
  {
    name: 'Take a step',
    chapter: DESCENT,
    words: [
      { text: 'Over the examples of a mini-batch', line: 'for (let i = 0; i < batch' },
      ' the slopes add up; then every ',
      { text: 'weight', line: 'weights[i] = keep' },
      ' and every ',
      { text: 'bias', line: 'biases[j] -= step' },
      ' goes against its own, by ',
      { text: 'the learning rate over the size of the batch', line: 'const step' },
      '.',
    ],
    excerpts: [
      {
        file: 'src/network/sgd.ts',
        at: ['function stepDown', 'for (let i = 0; i < batch', 'biases[j] -= step'],
      },
    ],
  },
  {
    name: 'Go through all of them, again and again',
    chapter: BACKPROP,
    words: [
      'An epoch ',
      { text: 'shuffles the digits', line: 'random.shuffle' },
      ', ',
      { text: 'cuts them into mini-batches', line: 'const batch = order' },
      ' and takes a step on each.',
    ],
    excerpts: [
      {
        file: 'src/network/sgd.ts',
        at: ['export function* epochs', 'for (let epoch', 'yield epoch'],
      },
      {
        file: 'src/network/sgd.ts',
        at: ['export function createLearner', 'for (let start = 0', 'stepDown('],
      },
    ],
  },
  {
    name: 'Test it',
    chapter: COST,
    words: [
      'On digits that it never learned from, the answer is ',
      { text: 'the output with the highest score', line: 'const answer' },
      '; counted are those where ',
      { text: 'answer and label agree', line: 'if (answer === label)' },
      '.',
    ],
    excerpts: [
      {
        file: 'src/network/sgd.ts',
        at: ['export function evaluate', 'const answer', 'right++'],
      },
    ],
  },
];

/** A run of lines with where it stands. */
export interface Block {
  readonly file: string;
  readonly lines: readonly (NumberedLine & { readonly id: string })[];
}

/** A piece of a step's words; `to` leads to a line by its id, and `number` is the line's. */
export type Word = string | { readonly text: string; readonly to: string; readonly number: number };

export interface Step {
  readonly name: string;
  readonly chapter: Plan['chapter'];
  readonly words: readonly Word[];
  readonly blocks: readonly Block[];
}

/** The id of a line on the page. */
const idOf = (file: string, number: number): string =>
  `code-${/([a-z]+)\.ts$/.exec(file)?.[1]}-${number}`;

/**
 * The steps with their lines as they stand in the files.
 * @param files the text of each
 * @throws Error where a file has changed and no longer has a line that a step shows or speaks of
 */
export function walkThrough(files: Readonly<Record<File, string>> = FILES): Step[] {
  return PLAN.map(({ name, chapter, words, excerpts }) => {
    const blocks = excerpts.map(({ file, at }): Block => ({
      file,
      lines: linesBetween(files[file], ...at).map((line) => ({
        ...line,
        id: idOf(file, line.number),
      })),
    }));
    const all = blocks.flatMap(({ lines }) => lines);
    const linked = words.map((piece): Word => {
      if (typeof piece === 'string') return piece;
      const line = all.find(({ text }) => text.includes(piece.line));
      if (!line) throw new Error(`Step "${name}" shows no line with "${piece.line}".`);
      return { text: piece.text, to: line.id, number: line.number };
    });
    return { name, chapter, words: linked, blocks };
  });
}

/** How many lines of code the steps show. */
export function countLines(steps: readonly Step[]): number {
  return steps
    .flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines))
    .filter(({ text }) => text.trim() !== '' && !text.trim().startsWith('//')).length;
}
