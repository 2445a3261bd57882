import type { Specimen } from '../../specimen.ts';
import type { Start } from '../same-shape.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'what an output asks', props: {}, reader: { digit: 1 } },
  {
    name: 'what a neuron of layer 2 asks, untrained',
    props: { layer: 2, source: 15 },
    reader: { stage: 0 },
  },
];
