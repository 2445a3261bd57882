import type { Specimen } from '../../specimen.ts';
import type { Start } from './output-wishes.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'half-trained, how far each is off', props: {}, reader: { digit: 1 } },
  {
    name: 'untrained, with the slope',
    props: { showing: 'delta' },
    reader: { digit: 1, stage: 0 },
  },
  { name: 'trained, one opened', props: { showing: 'delta', open: 3 }, reader: { stage: 3 } },
];
