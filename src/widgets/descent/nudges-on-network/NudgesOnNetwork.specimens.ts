import type { Specimen } from '../../specimen.ts';
import type { NudgeStart } from '../nudges-on-network.svelte.ts';

export const specimens: readonly Specimen<NudgeStart>[] = [
  { name: 'at first: a 3 that it reads well', props: {} },
  {
    name: 'a digit that it gets wrong, and an output',
    props: { eta: 1 },
    reader: { digit: 8, neuron: { layer: 3, index: 5 } },
  },
  {
    name: 'a step that is far too long',
    props: { eta: 100 },
    reader: { digit: 8, neuron: { layer: 2, index: 3 } },
  },
];
