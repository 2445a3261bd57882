import type { Specimen } from '../../specimen.ts';
import type { Start } from './four-equations.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'the four, with the numbers of a digit', props: {}, reader: { digit: 1 } },
  {
    name: 'one derived, one number open',
    props: { unfolded: 1, open: 'alongAK' },
    reader: { digit: 1 },
  },
  { name: 'trained', props: { unfolded: 0 }, reader: { stage: 3 } },
];
