/**
 * The whole pass as steps: what each is called, how far signal and errors have come, which of its numbers is opened first, what its
 * equation says, and what lights up in the picture when a letter of it is pointed at.
 */
import type { Part, QuantitySymbol } from '@/explain/explain.ts';
import type { NumberedLine } from '@/controls/inspector/source-lines.ts';

/** What can be lit up together in equation, picture and source. */
export type Piece =
  | 'x'
  | 'a'
  | 'w'
  | 'b'
  | 'z'
  | 'y'
  | 'C'
  | 'wish'
  | 'slope'
  | 'next'
  | 'delta'
  | 'grad'
  | 'gradB'
  | 'request'
  | 'eta'
  | 'nudge';

/** A letter of an equation that can be pointed at and opened, or what stands between. */
export type EquationToken =
  | { readonly piece: Piece; readonly symbol: QuantitySymbol; readonly part: Part }
  | { readonly text: string; readonly under?: string };

export interface Equation {
  /** 'BP1', or what else it is known as. */
  readonly name: string;
  readonly tokens: readonly EquationToken[];
}

/** A line of the source, and the pieces that it works out or uses. */
export interface SourceLine extends NumberedLine {
  readonly file: string;
  readonly pieces: readonly Piece[];
}

/** The neurons and the pixel that a step is told of, all from 0. */
export interface Focus {
  /** Neurons of layer 1, of layer 2, and an output. */
  readonly first: number;
  readonly hidden: number;
  readonly output: number;
  readonly pixel: number;
}

export type StepId =
  | 'pixels'
  | 'layer1'
  | 'layer2'
  | 'outputs'
  | 'cost'
  | 'miss'
  | 'errors'
  | 'levers'
  | 'sum'
  | 'errors2'
  | 'errors1'
  | 'picture'
  | 'nudge'
  | 'apply';

export interface Step {
  readonly id: StepId;
  readonly name: string;
  /** How far the signal has come: 0 for the pixels. */
  readonly reached: number;
  /** The layer of the neuron that it is told of; 0 for none. */
  readonly layer: 0 | 1 | 2 | 3;
  /** Which of its edges are drawn. */
  readonly edges: 'into' | 'out';
}

export const STEPS: readonly Step[] = [
  { id: 'pixels', name: 'The pixels', reached: 0, layer: 0, edges: 'into' },
  { id: 'layer1', name: 'Layer 1', reached: 1, layer: 1, edges: 'into' },
  { id: 'layer2', name: 'Layer 2', reached: 2, layer: 2, edges: 'into' },
  { id: 'outputs', name: 'The outputs', reached: 3, layer: 3, edges: 'into' },
  { id: 'cost', name: 'The cost', reached: 3, layer: 0, edges: 'into' },
  { id: 'miss', name: 'What the outputs should do', reached: 3, layer: 3, edges: 'into' },
  { id: 'errors', name: 'Errors of the outputs', reached: 3, layer: 3, edges: 'into' },
  { id: 'levers', name: 'Three levers of one output', reached: 3, layer: 3, edges: 'into' },
  { id: 'sum', name: 'Ten requests, added up', reached: 3, layer: 2, edges: 'out' },
  { id: 'errors2', name: 'Errors of layer 2', reached: 3, layer: 2, edges: 'out' },
  { id: 'errors1', name: 'The layer before', reached: 3, layer: 1, edges: 'out' },
  { id: 'picture', name: 'Down to the pixels', reached: 3, layer: 1, edges: 'out' },
  { id: 'nudge', name: 'A nudge for every knob', reached: 3, layer: 1, edges: 'out' },
  { id: 'apply', name: 'Apply, and look again', reached: 3, layer: 0, edges: 'into' },
];

export const GROUPS = [
  { name: 'Forward', from: 0 },
  { name: 'Cost', from: 4 },
  { name: 'Backward', from: 5 },
  { name: 'Nudge', from: 12 },
];

/** Where a figure begins: with what the reader knows, the pixels. */
export const FIRST_STEP = 0;

export const indexOfStep = (id: StepId): number => STEPS.findIndex((step) => step.id === id);

/** Whether a step comes no earlier than another. */
export const isFrom = (step: number, id: StepId): boolean => step >= indexOfStep(id);

/** What stands beside a neuron of a layer at a step on the way back: its wish, its error, or nothing yet. */
export function comesBack(step: number, layer: number): 'wish' | 'delta' | null {
  if (layer === 3) return isFrom(step, 'errors') ? 'delta' : isFrom(step, 'miss') ? 'wish' : null;
  if (layer === 2) return isFrom(step, 'errors2') ? 'delta' : isFrom(step, 'sum') ? 'wish' : null;
  return isFrom(step, 'errors1') ? 'delta' : null;
}

const OPENED: Readonly<Record<StepId, (focus: Focus) => Part>> = {
  pixels: ({ pixel }) => ({ kind: 'input', k: pixel }),
  layer1: ({ first }) => ({ kind: 'activation', layer: 1, j: first }),
  layer2: ({ hidden }) => ({ kind: 'activation', layer: 2, j: hidden }),
  outputs: ({ output }) => ({ kind: 'activation', layer: 3, j: output }),
  cost: () => ({ kind: 'cost' }),
  miss: ({ output }) => ({ kind: 'wish', layer: 3, j: output }),
  errors: ({ output }) => ({ kind: 'delta', layer: 3, j: output }),
  levers: ({ output, hidden }) => ({ kind: 'nablaW', layer: 3, j: output, k: hidden }),
  sum: ({ hidden }) => ({ kind: 'wish', layer: 2, j: hidden }),
  errors2: ({ hidden }) => ({ kind: 'delta', layer: 2, j: hidden }),
  errors1: ({ first }) => ({ kind: 'delta', layer: 1, j: first }),
  picture: ({ first, pixel }) => ({ kind: 'nablaW', layer: 1, j: first, k: pixel }),
  nudge: ({ first, pixel }) => ({ kind: 'nudgeW', layer: 1, j: first, k: pixel }),
  apply: () => ({ kind: 'cost' }),
};

/** The number that a step opens first. */
export const partOf = (step: number, focus: Focus): Part => OPENED[STEPS[step].id](focus);

/** What a neuron of the picture opens as, at a step. */
export function neuronAt(step: number, layer: number, j: number): Part {
  return { kind: comesBack(step, layer) ?? 'activation', layer, j };
}

const PIECE_OF: Readonly<Partial<Record<Part['kind'], Piece>>> = {
  ...{ input: 'x', weight: 'w', bias: 'b', z: 'z', activation: 'a', target: 'y', cost: 'C' },
  ...{ square: 'wish', wish: 'wish', slope: 'slope', delta: 'delta', request: 'request' },
  ...{ nablaB: 'gradB', nablaW: 'grad', eta: 'eta', nudgeB: 'nudge', nudgeW: 'nudge' },
};

/** The piece that an open part lights at a step; where its equation tells the errors of two layers apart, that of the right one. */
export function pieceOf(part: Part, equations: readonly Equation[]): Piece | null {
  const tokens = equations.flatMap((equation) => equation.tokens);
  const same = tokens.find(
    (token) =>
      'part' in token &&
      token.part.kind === part.kind &&
      (!('layer' in token.part) || ('layer' in part && token.part.layer === part.layer)),
  );
  return same && 'piece' in same ? same.piece : (PIECE_OF[part.kind] ?? null);
}

/** Classes of the picture that a piece lights at a step: 'lit-lamps-2' for the lamps of layer 2, and so on. */
export function lightsOf(step: number, piece: Piece | null): string {
  if (piece === null) return '';
  const { id, layer } = STEPS[step];
  const at = id === 'levers' ? 3 : layer || 3;
  switch (piece) {
    case 'x':
      return id === 'layer2' || id === 'outputs' ? `lit-lamps-${at - 1}` : 'lit-tile';
    case 'a':
      // What comes in stands before the neuron; the score of an output is its own lamp.
      return id === 'levers' ? 'lit-lamps-2' : `lit-lamps-${at}`;
    case 'z':
    case 'slope':
      return `lit-lamps-${at}`;
    case 'w':
    case 'request':
      return at === 1 && (id === 'layer1' || id === 'picture') ? 'lit-fan' : 'lit-edges';
    case 'y':
      return 'lit-targets';
    case 'C':
      return 'lit-targets lit-lamps-3';
    case 'wish':
    case 'delta':
    case 'gradB':
      return `lit-arrows-${at}`;
    case 'next':
      return `lit-arrows-${at + 1}`;
    case 'grad':
    case 'nudge':
      return at === 1 ? 'lit-fan' : 'lit-edges';
    case 'b':
      return `lit-lamps-${at}`;
    case 'eta':
      return '';
  }
}
