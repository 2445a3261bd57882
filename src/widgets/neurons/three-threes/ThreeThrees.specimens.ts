import type { Specimen } from '../../specimen.ts';
import type { Start } from './three-threes.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'two 3s, and an 8 that is nearer', props: {} },
  { name: 'that 3 and the 8', props: { second: 184 } },
  { name: 'an 8 and a 1', props: { first: 4518, second: 1667 } },
  { name: 'one digit twice', props: { first: 9797, second: 9797 } },
];
