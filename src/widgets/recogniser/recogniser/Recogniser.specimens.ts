import type { Specimen } from '../../specimen.ts';
import { failing, model, used, waiting } from '../stand-ins.ts';
import type { Start } from '../start.ts';
import { FOUR, FOUR_OR_NINE, SCRIBBLE } from '../drawn.ts';

export const hasReset = false;
export const whyNoReset = 'The pad has its own Clear, and what it clears can be undone.';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'blank', props: { model } },
  { name: 'a drawn 4', props: { model, first: FOUR } },
  { name: 'between a 4 and a 9', props: { model, first: FOUR_OR_NINE } },
  { name: 'no digit', props: { model, first: SCRIBBLE } },
  { name: 'loading', props: { model, first: FOUR, sources: waiting } },
  { name: 'failed', props: { model, first: FOUR, sources: failing } },
  { name: "the reader's own network", props: { model, first: FOUR, sources: used } },
];
