import type { Specimen } from '../../specimen.ts';
import type { Start } from './ways-to-start.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'the two starts after thirty epochs', props: {} },
  { name: 'the two costs from the same start', props: { one: 0, other: 2 } },
  { name: 'after six epochs, with the seed that sticks', props: { epoch: 6, seed: 2 } },
];
