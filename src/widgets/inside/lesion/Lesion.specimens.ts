import type { Specimen } from '../../specimen.ts';
import type { LesionStart } from './lesion.svelte.ts';

export const specimens: readonly Specimen<{ start?: LesionStart }>[] = [
  { name: 'without the neuron that is missed most', props: {} },
  { name: 'all in their places', props: { start: { neuron: 4, out: [] } } },
  {
    name: 'three held at their means',
    props: { start: { neuron: 7, out: [1, 7, 12], at: 'mean' } },
  },
  { name: 'a portrait in layer 2', props: { start: { layer: 1, part: 'portrait' } } },
  {
    name: 'a bet on edges, settled',
    props: { start: { part: 'bet' } },
    reader: { guesses: { layers: 'parts' } },
  },
  {
    name: 'a bet in the reader’s own words, settled',
    props: { start: { part: 'bet' } },
    reader: { guesses: { layers: 'other', 'layers-words': 'Layer 1 counts ink here and there.' } },
  },
  { name: 'no bet yet', props: { start: { part: 'bet' } } },
];
