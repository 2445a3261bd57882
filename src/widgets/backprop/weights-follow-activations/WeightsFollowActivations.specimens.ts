import type { Specimen } from '../../specimen.ts';
import type { Start } from '../same-shape.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'the weights of an output', props: {}, reader: { digit: 1 } },
  {
    name: 'the weights of pixels, one without ink',
    props: { layer: 1, source: 0 },
    reader: { digit: 1 },
  },
  { name: 'trained: the same shape, and tiny', props: { source: 3 }, reader: { stage: 3 } },
];
