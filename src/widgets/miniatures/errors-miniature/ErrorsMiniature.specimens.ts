import type { Specimen } from '../../specimen.ts';

export const still = true;

export const specimens: readonly Specimen<{ errors: readonly number[] }>[] = [
  { name: 'up and down', props: { errors: Array.from({ length: 16 }, (_, j) => (j - 7.5) / 100) } },
  { name: 'none', props: { errors: Array<number>(16).fill(0) } },
  { name: 'one neuron', props: { errors: [0.01] } },
];
