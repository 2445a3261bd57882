/** What the painted detector does, in words. */
import { signed, two } from '@/words/numbers.ts';
import type { PaintWeights, Tool, Trial, Weights } from './paint-weights.svelte.ts';
import type { Slant } from './test-strokes.ts';

/** A sum: one place, its sign written. */
export const sumText = (value: number): string => signed(value, 1);
export const pairs = (score: number): number => Math.round(100 * score);
/** What a weight makes of the ink at its place. */
export const productText = (weight: number, ink: number): string =>
  `${signed(weight, 2)} × ${two(ink)} = ${signed(weight * ink, 2)}`;

/** A choice, and what it is called. */
interface Choice<Value> {
  readonly value: Value;
  readonly name: string;
}

export const TOOL_WORDS: readonly Choice<Tool>[] = [
  { value: 'point', name: 'Point' },
  { value: 'plus', name: '+ Blue' },
  { value: 'minus', name: '− Red' },
  { value: 'erase', name: 'Erase' },
];

export const SLANT_WORDS: readonly Choice<Slant>[] = [
  { value: 'level', name: 'Level —' },
  { value: 'upright', name: 'Upright |' },
  { value: 'slanted', name: 'Slanted /' },
];

/** The weights that there are to begin with, and those in place where they are none of these. */
export function weightsNames({ best, source }: PaintWeights): readonly Choice<Weights>[] {
  return [
    ...(source === 'other' ? [{ value: source, name: 'as they are' }] : []),
    { value: 'patch', name: 'blue alone' },
    { value: 'surrounded', name: 'blue with red beside it' },
    { value: 'best', name: `a copy of neuron ${best.index + 1}` },
    { value: 'clear', name: 'none' },
  ];
}

/** How the detector answers to a stroke and to a blob. */
export function verdict(isEmpty: boolean, edge: Trial, blob: Trial): string {
  if (isEmpty) return 'No weights yet: every sum is 0, and nothing makes it fire.';
  const [onEdge, onBlob] = [edge.sum > 0, blob.sum > 0];
  if (onEdge && onBlob) {
    if (sumText(edge.sum) === sumText(blob.sum)) {
      return `It fires for the stroke and just as much for the blob, ${sumText(edge.sum)} each: it cannot tell the two apart.`;
    }
    return `It fires for the stroke, ${sumText(edge.sum)}, and for the blob too, ${sumText(blob.sum)}.`;
  }
  if (onEdge) {
    return `It fires for the stroke, ${sumText(edge.sum)}, and not for the blob, ${sumText(blob.sum)}: red where only the blob has ink makes the difference.`;
  }
  if (onBlob)
    return `It fires for the blob, ${sumText(blob.sum)}, and not for the stroke, ${sumText(edge.sum)}.`;
  return `It fires neither for the stroke, ${sumText(edge.sum)}, nor for the blob, ${sumText(blob.sum)}.`;
}

/** Who wins on the thousand digits. */
export function match(score: number, best: number): string {
  const [yours, theirs] = [pairs(score), pairs(best)];
  if (yours > theirs) return 'Yours beats it.';
  if (yours === theirs) return 'Yours is as good.';
  if (yours === 50) return 'Yours might as well guess.';
  return yours < 50 ? 'Yours prefers the others.' : 'The learned one is ahead.';
}
