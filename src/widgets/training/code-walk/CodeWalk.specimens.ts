import type { Specimen } from '../../specimen.ts';

export const still = true;

export const specimens: readonly Specimen[] = [{ name: 'from the digits to the test', props: {} }];
