import type { Specimen } from '../../specimen.ts';
import type { Start } from './parts-of-digits.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'a whole 8', props: {} },
  { name: 'an 8 without its lower half', props: { without: 'lower half' } },
  {
    name: 'a 1 without its upper left quarter',
    props: { first: 1667, without: 'upper left quarter' },
  },
];
