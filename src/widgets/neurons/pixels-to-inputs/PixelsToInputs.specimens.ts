import type { Specimen } from '../../specimen.ts';

interface Props {
  readonly pixel?: number;
  readonly laid?: number;
}

export const specimens: readonly Specimen<Props>[] = [
  { name: 'unrolled', props: {} },
  { name: 'half way, another digit', props: { laid: 14 }, reader: { digit: 110 } },
  { name: 'the last of the inputs', props: { pixel: 783 } },
  { name: 'not a row yet', props: { laid: 0 } },
];
