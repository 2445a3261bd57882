import type { Specimen } from '../../specimen.ts';

interface Props {
  readonly seed?: number;
}

export const specimens: readonly Specimen<Props>[] = [
  { name: 'as it came out when the site was made', props: {} },
  { name: 'another seed put down', props: { seed: 42 } },
];
