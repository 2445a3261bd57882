import type { Specimen } from '../../specimen.ts';
import type { Start } from './mini-batches.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'a hundred to a batch', props: {} },
  { name: 'one to a batch', props: { size: 1, batch: 412 } },
  { name: 'a last short batch, in another epoch', props: { size: 96, batch: 10, epoch: 3 } },
  { name: 'all in one', props: { size: 1000 } },
];
