import type { Specimen } from '../../specimen.ts';
import type { Start } from './average-votes.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'all ten vote', props: {}, reader: { digit: 1 } },
  {
    name: 'one alone',
    props: { dropped: [0, 1, 3, 4, 5, 6, 7, 8, 9], source: 7 },
    reader: { digit: 1 },
  },
  { name: 'on a neuron of layer 2, untrained', props: { layer: 2 }, reader: { stage: 0 } },
];
