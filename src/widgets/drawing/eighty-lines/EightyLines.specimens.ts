import type { Specimen } from '../../specimen.ts';

export const still = true;

export const specimens: readonly Specimen[] = [{ name: 'the whole page', props: {} }];
