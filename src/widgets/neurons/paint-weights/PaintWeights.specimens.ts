import type { Specimen } from '../../specimen.ts';
import type { Start } from './paint-weights.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'at first: blue alone', props: {} },
  {
    name: 'blue with red beside it, upright, against the 1s',
    props: { preset: 'surrounded', slant: 'upright', label: 1 },
  },
  { name: 'no weights at all', props: { preset: 'clear', slant: 'slanted', label: 8 } },
  {
    name: 'a copy of the learned neuron',
    props: { learned: true, label: 4 },
    reader: { digit: 4 },
  },
];
