import type { Specimen } from '../../specimen.ts';
import type { LesionStart } from './lesion.svelte.ts';

export const specimens: readonly Specimen<{ start?: LesionStart }>[] = [
  { name: 'without the neuron that is missed most', props: {} },
  { name: 'all in their places', props: { start: { neuron: 4, out: [] } } },
  {
    name: 'three held at their means',
    props: { start: { neuron: 7, out: [1, 7, 12], at: 'mean' } },
  },
  { name: 'a lesion in layer 2', props: { start: { layer: 1 } } },
];
