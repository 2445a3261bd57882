import { BOX, CENTRE, INK } from '@/digits/preprocess.ts';
import { bounds } from '@/digits/strokes.ts';
import { counted } from '@/words/counts.ts';
import { formatNumber, percent, plain, two } from '@/words/numbers.ts';
import { rowAndColumn } from '@/words/pixels.ts';
import {
  FULL,
  type OpenPixel,
  REACH,
  type Stage,
  type StrokesToPixels,
} from './strokes-to-pixels.svelte.ts';

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  strokes: 'Strokes',
  fitted: 'Fitted',
  inked: 'Inked',
  grid: 'On the grid',
  centred: 'Centred',
};

/** Nearer than this, in pixels, two places read alike. */
const NEAR = 0.05;

const one = (value: number): string => formatNumber(value, 1);

/** A way in pixels: '1.4 pixels to the right and 0.7 up'. */
function way({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${one(Math.abs(x))} pixels to the ${x < 0 ? 'left' : 'right'} and ${one(Math.abs(y))} ${y < 0 ? 'up' : 'down'}`;
}

/** What the stage on show does, with the numbers of the drawing. */
export function stageWords(figure: StrokesToPixels): string {
  const { drawing, stage, mass } = figure;
  if (mass === null) return 'There is no ink yet: nothing to fit, and every pixel is 0.';
  const points = drawing.reduce((sum, stroke) => sum + stroke.points.length / 2, 0);
  switch (stage) {
    case 'strokes':
      return `${counted(drawing.length, 'stroke')} of ${counted(points, 'point')} in all: places on the pad, joined by straight lines. They have no pixels, so they can grow or shrink without harm.`;
    case 'fitted': {
      const box = bounds(drawing.map((stroke) => stroke.points));
      const longer = box ? Math.max(box.right - box.left, box.bottom - box.top) : 0;
      return `The longer side, ${two(longer)} of the pad, becomes ${plain(BOX - INK.width)} pixels; the pen adds ${plain(INK.width)}, which makes ${BOX}. The other side shrinks or grows by as much.`;
    }
    case 'inked':
      return `A round pen follows the lines, ${plain(INK.width)} pixels thick whatever was drawn with: about as thick as the ink of MNIST.`;
    case 'grid':
      return `Each of 784 pixels becomes as bright as it has ink: ${counted(figure.inked, 'pixel')} have some. The box is in the middle, but the centre of mass lies ${one(mass.x)} from the left and ${one(mass.y)} from the top.`;
    case 'centred': {
      const lies = `${one(mass.x)} from the left and ${one(mass.y)} from the top`;
      const isThere = Math.max(Math.abs(mass.x - CENTRE), Math.abs(mass.y - CENTRE)) < NEAR;
      // Where the edge of the picture cuts some ink off, what is left has its mass elsewhere.
      const where = isThere
        ? 'the middle of pixel 14, counted from 0'
        : 'for the edge cut some off';
      return `All of it moves ${way(figure.moved)}: now the centre of mass lies ${lies}, ${where}. This is what the network gets.`;
    }
  }
}

/** The pixel that is open, in a sentence. */
export function pixelWords({ row, column, ink, covered }: OpenPixel): string {
  return `${rowAndColumn(row, column)}: ink ${two(ink)}; the pen covers ${percent(covered, 0)} of it`;
}

/** How a pixel's ink comes about: a formula where it lies on the ramp, else why it is full or empty. */
export function inkFormula({ ink, nearest }: OpenPixel): string {
  if (!nearest) return 'no line: ink 0';
  const { distance } = nearest;
  if (distance >= REACH) return `${two(distance)} is ${two(REACH)} or more: ink 0`;
  if (distance <= FULL) return `${two(distance)} is ${two(FULL)} or less: ink 1`;
  return `${two(REACH)} − ${two(distance)} = ${two(ink)}`;
}
