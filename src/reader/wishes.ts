/** What a link or the device asks for: text from outside, of which each part is taken for itself, or refused without a word. */
import type { Drawing } from '@/digits/strokes.ts';
import { FIRST_STAGE, isStage } from '@/training/stages.ts';
import { whole, wholes } from './codec.ts';
import { type Limits, readDrawing, writeDrawing } from './drawing-text.ts';
import { type Neuron, type ReaderState, isNeuron } from './state.ts';

/** The names of a link's parameters. */
export const WISHES = ['digit', 'neuron', 'stage', 'drawing'] as const;

/** As text: a link's own parameters, and the same words on the device. */
export type WrittenWishes = Readonly<Partial<Record<(typeof WISHES)[number], string>>>;

/** Checked: what is missing was not asked for, or made no sense. */
export interface Wishes {
  /** A place in the MNIST test set. */
  readonly digit?: number;
  readonly neuron?: Neuron;
  /** Never the one that figures begin with, which nobody needs to ask for. */
  readonly stage?: number;
  readonly drawing?: Drawing;
}

const TEST_DIGITS = 10_000;
/** Above any stage, layer or neuron: what there is of them is asked for where it is known. */
const MOST = 9999;

/** The digit and the neuron, and the drawing where it is in use and fits. */
export function writeWishes(state: ReaderState, limits: Limits): WrittenWishes {
  const { digit, neuron, stage, lastDrawing, source } = state;
  const drawing =
    source === 'drawing' && lastDrawing ? writeDrawing(lastDrawing.strokes, limits) : null;
  return {
    digit: `${digit.index}`,
    neuron: `${neuron.layer}.${neuron.index}`,
    ...(stage === FIRST_STAGE ? {} : { stage: `${stage}` }),
    ...(drawing === null ? {} : { drawing }),
  };
}

/** Takes what makes sense. @param written values of any kind, strings where they are ours */
export function readWishes(
  written: Readonly<Partial<Record<keyof WrittenWishes, unknown>>>,
  limits: Limits,
): Wishes {
  const digit = readDigit(written.digit);
  const neuron = readNeuron(written.neuron);
  const stage = readStage(written.stage);
  const drawing = typeof written.drawing === 'string' ? readDrawing(written.drawing, limits) : null;
  return {
    ...(digit === undefined ? {} : { digit }),
    ...(neuron === undefined ? {} : { neuron }),
    ...(stage === undefined ? {} : { stage }),
    ...(drawing === null ? {} : { drawing }),
  };
}

function readDigit(text: unknown): number | undefined {
  return typeof text === 'string' ? (whole(text, 0, TEST_DIGITS - 1) ?? undefined) : undefined;
}

function readStage(text: unknown): number | undefined {
  const stage = typeof text === 'string' ? whole(text, 0, MOST) : null;
  return stage !== null && isStage(stage) ? stage : undefined;
}

function readNeuron(text: unknown): Neuron | undefined {
  if (typeof text !== 'string') return undefined;
  const [layer, index] = wholes(text, '.', [0, MOST], [0, MOST]) ?? [];
  if (layer === undefined || index === undefined) return undefined;
  const neuron = { layer, index };
  return isNeuron(neuron) ? neuron : undefined;
}
