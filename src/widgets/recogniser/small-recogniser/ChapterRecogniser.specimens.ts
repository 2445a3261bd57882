import type { Specimen } from '../../specimen.ts';

export const hasReset = false;
export const whyNoReset = 'The pad has its own Clear, and what it clears can be undone.';

export const specimens: readonly Specimen[] = [{ name: 'with a real 7', props: {} }];
