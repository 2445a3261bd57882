import type { Specimen } from '../../specimen.ts';
import type { Start } from './gradient-check.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  {
    name: 'one weight of an output, moved a little',
    props: {},
    reader: { neuron: { layer: 3, index: 3 } },
  },
  { name: 'a pixel’s weight, moved too far', props: { power: 0 } },
  { name: 'a bias, moved so little that rounding spoils it', props: { power: 13, source: 'bias' } },
  { name: 'the weight of a pixel without ink', props: { source: 0 } },
];
