import type { Specimen } from '../../specimen.ts';
import type { PenStart } from './pen-to-points.svelte.ts';

export const specimens: readonly Specimen<{ start?: PenStart }>[] = [
  { name: 'a fast stroke, all its points', props: {} },
  { name: 'the same through one point an event', props: { start: { way: 'events' } } },
  { name: 'a finger that the browser takes to scroll', props: { start: { story: 'taken' } } },
  { name: 'a palm before the pen, half way', props: { start: { story: 'palm', step: 8 } } },
  { name: 'a blank pad', props: { start: { story: 'own' } } },
];
