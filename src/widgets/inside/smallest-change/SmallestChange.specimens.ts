import type { Specimen } from '../../specimen.ts';
import type { ChangeStart } from './smallest-change.svelte.ts';

export const specimens: readonly Specimen<{ start?: ChangeStart }>[] = [
  { name: 'a 3, flipped', props: {} },
  {
    name: 'the classic network, not yet flipped',
    props: { start: { subject: 'classic', along: 60 } },
  },
  { name: 'a digit that is read wrongly', props: {}, reader: { digit: 8 } },
  { name: 'the recogniser', props: { start: { subject: 'recogniser' } } },
  { name: 'unchanged', props: { start: { along: 0 } } },
];
