import type { Specimen } from '../../specimen.ts';

export const still = true;

export const specimens: readonly Specimen[] = [
  { name: 'a 3', props: {} },
  { name: 'a 9', props: {}, reader: { digit: 9 } },
];
