import type { Specimen } from '../../specimen.ts';
import type { Start } from './cost-of-one.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'on its way', props: {} },
  { name: 'untrained', props: {}, reader: { digit: 1, stage: 0 } },
  {
    name: 'outputs moved, and a four wanted',
    props: { moved: { 4: 0.97, 3: 0 }, label: 4 },
    reader: { stage: 3 },
  },
  {
    name: 'as costly as can be',
    props: { moved: { 0: 1, 1: 1, 2: 1, 3: 0, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1, 9: 1 } },
  },
];
