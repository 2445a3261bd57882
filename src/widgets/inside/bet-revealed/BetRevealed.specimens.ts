import type { Specimen } from '../../specimen.ts';

export const specimens: readonly Specimen[] = [
  { name: 'no bet yet', props: {} },
  { name: 'a bet on edges, settled', props: {}, reader: { guesses: { layers: 'parts' } } },
  {
    name: 'a bet in the reader’s own words, settled',
    props: {},
    reader: { guesses: { layers: 'other', 'layers-words': 'Layer 1 counts ink here and there.' } },
  },
];
