import type { Specimen } from '../../specimen.ts';
import type { Start } from './sigmoid-slider.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'at first', props: {} },
  {
    name: 'the bias moved, the handle on a flat end, the threes picked out',
    props: { bias: 2.5, handle: 10, label: 3 },
  },
  {
    name: 'every digit awake, many off the end',
    props: { bias: 20, label: 1 },
    reader: { neuron: { layer: 1, index: 1 } },
  },
  {
    name: 'none awake, an output',
    props: { bias: -9.5, handle: -10 },
    reader: { neuron: { layer: 3, index: 4 } },
  },
];
