import type { Specimen } from '../../specimen.ts';
import type { Start } from './wobbly-descent.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'twenty steps down', props: { step: 20 } },
  { name: 'at the start', props: {} },
  { name: 'steps too long', props: { step: 40, eta: 500, size: 1 } },
];
