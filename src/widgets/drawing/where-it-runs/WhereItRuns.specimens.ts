import type { Specimen } from '../../specimen.ts';

export const still = true;

export const specimens: readonly Specimen[] = [{ name: 'this page and a server', props: {} }];
