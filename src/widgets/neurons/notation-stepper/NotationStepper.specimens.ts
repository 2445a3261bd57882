import type { Specimen } from '../../specimen.ts';

export const specimens: readonly Specimen<{ first?: number }>[] = [
  { name: 'one connection', props: {} },
  { name: 'one line', props: { first: 5 }, reader: { neuron: { layer: 2, index: 3 } } },
];
