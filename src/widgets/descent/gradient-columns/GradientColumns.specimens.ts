import type { Specimen } from '../../specimen.ts';
import type { ColumnsStart } from './gradient-columns.svelte.ts';

export const specimens: readonly Specimen<ColumnsStart>[] = [
  { name: 'at first: the mean of a hundred, the largest first', props: {} },
  { name: 'one digit that it gets wrong', props: { whose: 'one' }, reader: { digit: 8 } },
  { name: 'in the network’s order: blank pixels have no slope', props: { order: 'place' } },
];
