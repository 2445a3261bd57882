import type { Specimen } from '../../specimen.ts';

interface Props {
  readonly seed?: number;
}

export const specimens: readonly Specimen<Props>[] = [
  { name: 'the first roll', props: {} },
  { name: 'another seed', props: { seed: 9999 } },
];
