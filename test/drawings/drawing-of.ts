import type { Drawing } from '../../src/digits/strokes.ts';
import type { Strokes } from './curve.ts';

/** Strokes as a medium pen draws them. */
export function drawingOf(strokes: Strokes): Drawing {
  return strokes.map((points) => ({ points, width: 0.07, erase: false }));
}
