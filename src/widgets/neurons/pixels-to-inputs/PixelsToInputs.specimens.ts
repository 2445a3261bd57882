import type { Specimen } from '../../specimen.ts';
import type { Start } from './pixels-to-inputs.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'unrolled', props: {} },
  { name: 'half way, another digit', props: { laid: 14 }, reader: { digit: 110 } },
  { name: 'the last of the inputs', props: { pixel: 783 } },
  { name: 'not a row yet', props: { laid: 0 } },
];
