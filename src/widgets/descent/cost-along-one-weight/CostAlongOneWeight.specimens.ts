import type { Specimen } from '../../specimen.ts';
import type { AlongStart } from './cost-along.svelte.ts';

export const specimens: readonly Specimen<AlongStart>[] = [
  { name: 'at first: the steepest weight of a neuron of layer 1', props: {} },
  {
    name: 'a weight of an output, moved far',
    props: { moved: -6 },
    reader: { neuron: { layer: 3, index: 5 } },
  },
  {
    name: 'a pixel that is always blank: a flat curve, close up',
    props: { source: 0, isClose: true },
  },
  {
    name: 'a bias of layer 2, close up',
    props: { source: -1, isClose: true, moved: 2 },
    reader: { neuron: { layer: 2, index: 12 } },
  },
];
