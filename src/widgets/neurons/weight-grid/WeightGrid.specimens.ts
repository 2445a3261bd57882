import type { Specimen } from '../../specimen.ts';
import type { WeightGridStart } from './weight-grid.svelte.ts';

export const specimens: readonly Specimen<{ start?: WeightGridStart }>[] = [
  { name: 'all products of a neuron that fires', props: {} },
  {
    name: 'the largest first, half way',
    props: { start: { order: 'size', step: 20, inkOnly: true } },
    reader: { neuron: { layer: 1, index: 12 } },
  },
  { name: 'an output: sixteen products', props: {}, reader: { neuron: { layer: 3, index: 3 } } },
  {
    name: 'nothing to weigh',
    props: { start: { tool: 'pen' } },
    reader: { drawing: { digit: null, strokes: [] }, neuron: { layer: 1, index: 0 } },
  },
];
