import type { Specimen } from '../../specimen.ts';
import type { Start } from './training-digits.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'in the order of the set', props: {} },
  { name: 'the odd ones first', props: { order: 'worst' } },
  { name: 'fives, the odd ones first', props: { order: 'worst', label: 5 } },
];
