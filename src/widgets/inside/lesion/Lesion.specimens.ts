import type { Specimen } from '../../specimen.ts';
import type { LesionStart } from './lesion.svelte.ts';

export const specimens: readonly Specimen<{ start?: LesionStart }>[] = [
  { name: 'all in their places', props: {} },
  {
    name: 'without the neuron that is missed most',
    props: { start: { out: [1] } },
    reader: { neuron: { layer: 1, index: 1 } },
  },
  {
    name: 'three held at their means',
    props: { start: { out: [1, 7, 12], at: 'mean' } },
    reader: { neuron: { layer: 1, index: 7 } },
  },
  { name: 'a lesion in layer 2', props: { start: { layer: 1, out: [3] } } },
  { name: 'half of the weights away', props: { start: { cut: 'half' } } },
];
