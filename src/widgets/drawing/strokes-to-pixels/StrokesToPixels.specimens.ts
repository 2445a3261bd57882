import type { Specimen } from '../../specimen.ts';
import { LARGE_FOUR, sheetOf, SMALL_SEVEN } from '../examples.ts';
import type { StrokesStart } from './strokes-to-pixels.svelte.ts';

export const specimens: readonly Specimen<{ start?: StrokesStart }>[] = [
  { name: 'a 5 on the grid, a pixel at its edge open', props: {} },
  { name: 'nothing but points', props: { start: { step: 0 } } },
  { name: 'inked', props: { start: { step: 2 } }, reader: { drawing: sheetOf(LARGE_FOUR) } },
  {
    name: 'centred, a pixel of the ground open',
    props: { start: { step: 4, pixel: 0 } },
    reader: { drawing: sheetOf(SMALL_SEVEN) },
  },
];
