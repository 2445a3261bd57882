import type { Specimen } from '../../specimen.ts';
import type { Start } from './three-levers.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'nothing moved yet', props: {}, reader: { digit: 1 } },
  {
    name: 'bias and weight moved',
    props: { moved: { bias: 1.5, weight: 1 } },
    reader: { digit: 1 },
  },
  {
    name: 'an activation moved: all ten outputs move',
    props: { moved: { activation: 1 } },
    reader: { stage: 0 },
  },
];
