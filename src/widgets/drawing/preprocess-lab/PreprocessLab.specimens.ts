import type { DrawingsDisk } from '@/reader/drawings/disk.ts';
import { memoryDrawings } from '@/reader/drawings/memory.ts';
import type { Specimen } from '../../specimen.ts';
import { FIVE, LARGE_FOUR, sheetOf, SMALL_SEVEN } from '../examples.ts';
import type { LabStart } from './preprocess-lab.svelte.ts';

export const specimens: readonly Specimen<{ start?: LabStart; kept?: DrawingsDisk }>[] = [
  { name: 'a small 7 in a corner, all five steps on', props: {} },
  {
    name: 'off its centre of mass, for the classic',
    props: { start: { off: ['centre'], network: 'classic' } },
  },
  {
    name: 'a large 4 with none of the steps',
    props: { start: { off: ['box', 'aspect', 'ink', 'centre', 'grey'] } },
    reader: { drawing: sheetOf(LARGE_FOUR) },
  },
  {
    name: 'a 5 in black and white, stretched',
    props: { start: { off: ['aspect', 'grey'] } },
    reader: { drawing: sheetOf(FIVE) },
  },
  {
    name: 'three drawings of the reader’s own to measure',
    props: {
      start: { off: ['centre'] },
      kept: memoryDrawings([
        { strokes: FIVE, label: 5, said: 5 },
        { strokes: LARGE_FOUR, label: 4, said: 4 },
        { strokes: SMALL_SEVEN, label: 7, said: 7 },
      ]),
    },
  },
];
