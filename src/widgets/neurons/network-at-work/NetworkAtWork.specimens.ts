import type { Specimen } from '../../specimen.ts';
import type { NeuronPlace } from '@/plot/network/neuron.ts';

export const specimens: readonly Specimen<{ begin?: number; open?: NeuronPlace }>[] = [
  { name: 'a 3, read', props: {} },
  { name: 'on its way, with a neuron open', props: { begin: 1, open: { layer: 1, index: 10 } } },
];
