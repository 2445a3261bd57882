import type { Specimen } from '../../specimen.ts';
import type { PortraitStart } from './neuron-portrait.svelte.ts';

export const specimens: readonly Specimen<{ start?: PortraitStart }>[] = [
  { name: 'a neuron of layer 1', props: {} },
  {
    name: 'the one that 8s cannot do without',
    props: {},
    reader: { neuron: { layer: 1, index: 1 } },
  },
  { name: 'a neuron of layer 2', props: { start: { layer: 1 } } },
];
