import type { Specimen } from '../../specimen.ts';

export const specimens: readonly Specimen[] = [{ name: 'a digit', props: {} }];
