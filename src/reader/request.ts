/** What a link asks for, or the device kept: text from outside, of which each part is taken for itself, or refused without a word. */
import type { Drawing } from '@/digits/strokes.ts';
import { isStage } from '@/training/stages.ts';
import { whole, wholes } from './codec.ts';
import { type Limits, readDrawing, writeDrawing } from './drawing-text.ts';
import { type Neuron, type ReaderState, isNeuron } from './state.ts';

/** The names of a link's parameters; the same on the device. */
export const REQUEST_KEYS = ['digit', 'neuron', 'neurons', 'stage', 'drawing', 'wanted'] as const;

/** As text. */
export type WrittenRequest = Readonly<Partial<Record<(typeof REQUEST_KEYS)[number], string>>>;

/** Checked: what is missing was not asked for, or made no sense. */
export interface Request {
  /** A place in the MNIST test set. */
  readonly digit?: number;
  readonly neuron?: Neuron;
  /** The neurons of other layers that figures show beside it, one a layer at most. */
  readonly others?: readonly Neuron[];
  readonly stage?: number;
  readonly drawing?: Drawing;
  /** What the reader says that the drawing is, 0 to 9. */
  readonly wanted?: number;
}

const TEST_DIGITS = 10_000;
/** Above any stage, layer or neuron: what there is of them is asked for where it is known. */
const MOST = 9999;

/** The drawing in use as text; null where none is, or it is more than the limits allow. */
function drawingIn({ source, lastDrawing }: ReaderState, limits: Limits): string | null {
  return source === 'drawing' && lastDrawing ? writeDrawing(lastDrawing.strokes, limits) : null;
}

/** Whether a drawing is in use that what is written leaves out, since it is more than the limits allow. */
export function lacksDrawing(state: ReaderState, limits: Limits): boolean {
  return state.source === 'drawing' && drawingIn(state, limits) === null;
}

/** All that a reader chose, and the drawing with what it is said to be where it is in use and fits. */
export function writeRequest(state: ReaderState, limits: Limits): WrittenRequest {
  const { digit, neuron, neurons, stage, wanted } = state;
  const drawing = drawingIn(state, limits);
  const others = neurons.flatMap((index, layer) =>
    index === null || layer === neuron.layer ? [] : [`${layer}.${index}`],
  );
  return {
    digit: `${digit.index}`,
    neuron: `${neuron.layer}.${neuron.index}`,
    ...(others.length === 0 ? {} : { neurons: others.join('_') }),
    // Even the one that everybody begins with: the device that reads the link may have kept another.
    stage: `${stage}`,
    ...(drawing === null ? {} : { drawing }),
    ...(drawing === null || wanted === null ? {} : { wanted: `${wanted}` }),
  };
}

/** Takes what makes sense. @param written values of any kind, strings where they are ours */
export function readRequest(
  written: Readonly<Partial<Record<keyof WrittenRequest, unknown>>>,
  limits: Limits,
): Request {
  const digit = wholeOf(written.digit, TEST_DIGITS - 1);
  const neuron = readNeuron(written.neuron);
  const others =
    typeof written.neurons === 'string'
      ? written.neurons.split('_', 4).flatMap((text) => readNeuron(text) ?? [])
      : [];
  const stage = wholeOf(written.stage, MOST);
  const drawing = typeof written.drawing === 'string' ? readDrawing(written.drawing, limits) : null;
  const wanted = wholeOf(written.wanted, 9);
  return {
    ...(digit === undefined ? {} : { digit }),
    ...(neuron === undefined ? {} : { neuron }),
    ...(others.length === 0 ? {} : { others }),
    ...(stage !== undefined && isStage(stage) ? { stage } : {}),
    ...(drawing === null ? {} : { drawing }),
    ...(wanted === undefined ? {} : { wanted }),
  };
}

function wholeOf(text: unknown, most: number): number | undefined {
  return typeof text === 'string' ? (whole(text, 0, most) ?? undefined) : undefined;
}

function readNeuron(text: unknown): Neuron | undefined {
  if (typeof text !== 'string') return undefined;
  const [layer, index] = wholes(text, '.', [0, MOST], [0, MOST]) ?? [];
  if (layer === undefined || index === undefined) return undefined;
  const neuron = { layer, index };
  return isNeuron(neuron) ? neuron : undefined;
}
