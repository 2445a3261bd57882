import type { Specimen } from '../../specimen.ts';

export const specimens: readonly Specimen<{ begin?: number }>[] = [
  { name: 'all counted', props: {} },
  { name: 'the first block', props: { begin: 0 } },
];
