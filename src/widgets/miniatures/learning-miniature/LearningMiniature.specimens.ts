import type { Specimen } from '../../specimen.ts';

export const still = true;

export const specimens: readonly Specimen<{ accuracies: readonly number[] }>[] = [
  {
    name: 'learning',
    props: { accuracies: Array.from({ length: 17 }, (_, epoch) => 1 - 0.9 * 0.7 ** epoch) },
  },
  { name: 'learning nothing', props: { accuracies: Array<number>(17).fill(0.1) } },
];
