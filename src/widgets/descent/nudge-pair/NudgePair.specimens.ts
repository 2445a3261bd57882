import type { Specimen } from '../../specimen.ts';
import type { PairStart } from './nudge-pair.svelte.ts';

export const specimens: readonly Specimen<PairStart>[] = [
  { name: 'at first: small nudges, promises kept', props: {} },
  { name: 'a nudge that is too long for the second', props: { nudge: 0.3 } },
  { name: 'a nudge that sends both uphill', props: { nudge: 10, second: 100 } },
];
