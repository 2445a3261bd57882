import type { Specimen } from '../../specimen.ts';

export const still = true;

export const specimens: readonly Specimen<{ misses: readonly number[] }>[] = [
  { name: 'all right', props: { misses: Array<number>(10).fill(0) } },
  { name: 'all wrong', props: { misses: Array<number>(10).fill(1) } },
  { name: 'from right to wrong', props: { misses: Array.from({ length: 10 }, (_, j) => j / 9) } },
];
