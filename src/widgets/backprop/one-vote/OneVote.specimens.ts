import type { Specimen } from '../../specimen.ts';
import type { Start } from './one-vote.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'a fresh network', props: {}, reader: { digit: 1 } },
  { name: 'all turned to one digit', props: { stage: 14 }, reader: { digit: 1 } },
  { name: 'ten votes', props: { stage: 20, voters: 'ten', eta: 3 } },
  { name: 'the trained network unlearns', props: { stage: 18, beginner: 'trained', eta: 5 } },
];
