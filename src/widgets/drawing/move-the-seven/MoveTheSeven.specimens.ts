import type { Specimen } from '../../specimen.ts';
import { FIVE, sheetOf } from '../examples.ts';
import type { MoveStart } from './move-the-seven.svelte.ts';

export const specimens: readonly Specimen<{ start?: MoveStart }>[] = [
  { name: 'a 7 by its box, for the classic', props: {} },
  {
    name: 'a 9 by its box, for the recogniser',
    props: { start: { subject: 'nine', network: 'recogniser' } },
  },
  {
    name: 'the 7 by its centre of mass, for the explainer',
    props: { start: { network: 'explainer', rule: 'mass' } },
  },
  { name: 'a drawing', props: { start: { subject: 'mine' } }, reader: { drawing: sheetOf(FIVE) } },
];
