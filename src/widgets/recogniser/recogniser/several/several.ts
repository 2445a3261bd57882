/** Several digits in a row: comes when it is chosen. */
import type { Sheet } from '@/controls/pad/sheet.ts';
import { type AnyMode, modeOf } from '../mode-file.ts';
import SeveralPad from './SeveralPad.svelte';
import SeveralTools from './SeveralTools.svelte';
import { SeveralState } from './several.svelte.ts';

/** @param first what lies on its pad at the start */
export const severalFrom = (first?: Sheet): AnyMode =>
  modeOf<SeveralState>({
    begin: (recogniser) => new SeveralState(recogniser, first),
    Place: SeveralPad,
    Tools: SeveralTools,
    how: 'the chosen one, centred by its weight of ink',
  });
