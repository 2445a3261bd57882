import type { Specimen } from '../../specimen.ts';

export const specimens: readonly Specimen<{ painted?: readonly number[] }>[] = [
  { name: 'a 3, and no ink yet', props: {} },
  {
    name: 'ink in three corners',
    props: { painted: [0, 1, 2, 28, 29, 56, 26, 27, 54, 55, 756, 757, 758, 728] },
  },
  { name: 'a 9 that it misreads', props: {}, reader: { digit: 8 } },
];
