import type { Specimen } from '../../specimen.ts';

export const specimens: readonly Specimen<Record<string, never>>[] = [
  { name: 'no bet yet', props: {} },
  { name: 'a bet is kept', props: {}, reader: { guesses: { layers: 'parts' } } },
  {
    name: 'a bet in the reader’s own words',
    props: {},
    reader: {
      guesses: {
        layers: 'other',
        'layers-words': 'Layer 1 counts ink here and there, and layer 2 makes what it can of that.',
      },
    },
  },
];
