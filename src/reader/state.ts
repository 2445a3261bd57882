import { preprocess } from '@/digits/preprocess.ts';
import type { GivenDigit, Sheet } from '@/digits/sheet.ts';
import { FIRST_STAGE } from '@/training/stages.ts';
import { EXPLAINER_SIZES } from '@/islands/resources.ts';

/** A neuron of the explainer network. */
export interface Neuron {
  /** 1 and 2 are the hidden layers, 3 is the output, as the page counts them. */
  readonly layer: number;
  /** From 0. */
  readonly index: number;
}

/** What feeds the network: a digit of the set, or what the reader drew. */
export type Source = 'digit' | 'drawing';

/** All that a reader chose and made. Never changed, only replaced. */
export interface ReaderState {
  readonly digit: GivenDigit;
  /** What the reader drew last, in use or not; null before that. */
  readonly lastDrawing: Sheet | null;
  /** 'drawing' only where there is one. */
  readonly source: Source;
  readonly neuron: Neuron;
  /** Of each layer the neuron chosen last, by its index from 0; null where none ever was. `neurons[neuron.layer]` is `neuron`'s. */
  readonly neurons: readonly (number | null)[];
  /** How far the network has learned, where a figure shows it on its way: an index into STAGE_DIGITS. */
  readonly stage: number;
  /** What the reader says that the drawing is, 0 to 9; null where they have not said. */
  readonly wanted: number | null;
  /** The answers to questions that ask for a guess, by the key of the question. */
  readonly guesses: Readonly<Record<string, string>>;
}

/** Another state to begin with, as plain values. */
export interface FirstState {
  /** Its place in the MNIST test set; one of the standing digits. */
  readonly digit: number;
  /** In use from the start. */
  readonly drawing: Sheet;
  readonly neuron: Neuron;
  readonly stage: number;
  readonly guesses: Readonly<Record<string, string>>;
}

/** A 3 as one expects it, that the network reads as one with a score of .93. Its place in the MNIST test set. */
export const FIRST_DIGIT = 32;
/**
 * The one whose weights make the plainest picture, a bar across the waist that is marked down above and below. That digit wakes it with
 * an activation of .92; of the thousand, three in four do.
 */
export const FIRST_NEURON: Neuron = { layer: 1, index: 10 };

/** The state to begin with. @param digits where its digit is looked up @throws Error when it is not among them */
export function firstState(
  digits: readonly GivenDigit[],
  changes: Partial<FirstState> = {},
): ReaderState {
  const index = changes.digit ?? FIRST_DIGIT;
  const digit = digits.find((candidate) => candidate.index === index);
  if (digit === undefined) throw new Error(`Test digit ${index} is not among those given.`);
  return {
    digit,
    lastDrawing: changes.drawing ?? null,
    source: changes.drawing ? 'drawing' : 'digit',
    ...withNeuron([], changes.neuron ?? FIRST_NEURON),
    stage: changes.stage ?? FIRST_STAGE,
    wanted: null,
    guesses: changes.guesses ?? {},
  };
}

/** A neuron chosen, and remembered for its layer. */
export function withNeuron(
  before: ReaderState['neurons'],
  { layer, index }: Neuron,
): Pick<ReaderState, 'neuron' | 'neurons'> {
  const neurons = EXPLAINER_SIZES.map((_, l) => (l === layer ? index : (before[l] ?? null)));
  return { neuron: { layer, index }, neurons };
}

/** What the outputs should say, 0 to 9: the digit's label, or for a drawing what the reader says it is; until then what it was, or null. */
export function wantedOf({ digit, lastDrawing, source, wanted }: ReaderState): number | null {
  if (source === 'digit' || lastDrawing === null) return digit.label;
  return lastDrawing.digit?.label ?? wanted;
}

/** Whether the explainer network has such a neuron. */
export function isNeuron({ layer, index }: Neuron): boolean {
  const count = layer === 0 ? undefined : EXPLAINER_SIZES[layer];
  return count !== undefined && Number.isInteger(index) && index >= 0 && index < count;
}

const pictures = new WeakMap<Sheet, Float64Array>();

/** The 784 numbers in force, (28, 28) row-major, 0 to 1: of the drawing in use as the recogniser prepares it, or else of the digit. */
export function imageOf({ digit, lastDrawing, source }: ReaderState): Float64Array {
  if (source === 'digit' || lastDrawing === null) return digit.pixels;
  if (lastDrawing.digit !== null) return lastDrawing.digit.pixels;
  let picture = pictures.get(lastDrawing);
  if (picture === undefined) {
    picture = preprocess(lastDrawing.strokes);
    pictures.set(lastDrawing, picture);
  }
  return picture;
}
