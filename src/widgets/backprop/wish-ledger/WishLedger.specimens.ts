import type { Specimen } from '../../specimen.ts';
import type { Start } from './wish-ledger.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'ten requests on one neuron', props: {}, reader: { digit: 1 } },
  {
    name: 'one of them opened',
    props: { open: 2 },
    reader: { digit: 1, neuron: { layer: 2, index: 9 } },
  },
  { name: 'sixteen on a neuron of layer 1, untrained', props: { layer: 1 }, reader: { stage: 0 } },
  { name: 'trained: hardly any', props: {}, reader: { stage: 3 } },
];
