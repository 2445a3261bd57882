import type { Specimen } from '../../specimen.ts';

export const specimens: readonly Specimen<{ at?: string }>[] = [
  { name: 'a 4 that could be a 9', props: {} },
  { name: 'a plain 7', props: { at: '7.1' } },
];
