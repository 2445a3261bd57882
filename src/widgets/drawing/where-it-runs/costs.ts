import lab from '../../../../public/models/lab.json';
import { preprocess } from '@/digits/preprocess.ts';
import type { Drawing } from '@/digits/strokes.ts';
import type { Network } from '@/network/network.ts';
import { LINK_LIMITS, writeDrawing } from '@/reader/drawing-text.ts';
import { readDrawing } from '@/recogniser/recognise.ts';

/** What it costs to read drawings in the page, and what it would cost to send each to a server: counted, weighed and timed, not guessed. */

/** What is carried for one reading, in bytes, headers left out. */
export interface Carried {
  /** The strokes as text, in the short form that this site's links have. */
  readonly strokes: number;
  /** The 28 x 28 picture, a byte a pixel. */
  readonly picture: number;
  /** The ten scores that come back, as JSON with two places. */
  readonly scores: number;
}

/** @throws Error where the drawing is too long for a link */
export function carriedBy(drawing: Drawing, network: Network): Carried {
  const strokes = writeDrawing(drawing, LINK_LIMITS);
  if (strokes === null) throw new Error('The drawing is too long for a link.');
  const { scores } = readDrawing(network, drawing);
  const json = JSON.stringify(Array.from(scores, (score) => Number(score.toFixed(2))));
  return { strokes: strokes.length, picture: preprocess(drawing).length, scores: json.length };
}

/** How long one reading took where it was timed, in microseconds, and where that was. */
export const READING = lab.reading;

/** From how many readings on more has been carried to a server and back than the network's file weighs. */
export function breakEven(file: number, each: number): number {
  return Math.ceil(file / each);
}
