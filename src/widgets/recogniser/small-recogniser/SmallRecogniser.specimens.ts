import type { Specimen } from '../../specimen.ts';
import { FOUR } from '../drawn.ts';
import { failing, model } from '../stand-ins.ts';
import type { Start } from '../start.ts';

export const hasReset = false;
export const whyNoReset = 'The pad has its own Clear, and what it clears can be undone.';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'blank', props: { model } },
  { name: 'a drawn 4', props: { model, first: FOUR } },
  { name: 'failed', props: { model, first: FOUR, sources: failing } },
];
