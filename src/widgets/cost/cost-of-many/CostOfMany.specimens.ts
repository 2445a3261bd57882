import type { Specimen } from '../../specimen.ts';
import type { Start } from './cost-of-many.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'as learned', props: {}, reader: { neuron: { layer: 2, index: 3 } } },
  {
    name: 'a bias turned down, one digit open',
    props: { change: -4, open: 32 },
    reader: { neuron: { layer: 1, index: 10 } },
  },
  {
    name: 'a weight to an output turned up',
    props: { change: 6, source: 5 },
    reader: { neuron: { layer: 3, index: 1 } },
  },
  {
    name: 'a pixel of the corner, where no digit has ink',
    props: { change: 8, source: 0 },
    reader: { neuron: { layer: 1, index: 0 } },
  },
];
