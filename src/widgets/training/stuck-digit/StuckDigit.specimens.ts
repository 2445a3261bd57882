import type { Specimen } from '../../specimen.ts';
import type { Start } from './stuck-digit.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'after five epochs', props: {} },
  { name: 'before training', props: { epoch: 0 } },
  { name: 'just awake', props: { epoch: 12 } },
  { name: 'a digit of another kind pointed at', props: { epoch: 1, digit: 0 } },
];
