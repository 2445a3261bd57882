import type { Specimen } from '../../specimen.ts';
import { FIVE, LARGE_FOUR, sheetOf } from '../examples.ts';
import type { LabStart } from './preprocess-lab.svelte.ts';

export const specimens: readonly Specimen<{ start?: LabStart }>[] = [
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
];
