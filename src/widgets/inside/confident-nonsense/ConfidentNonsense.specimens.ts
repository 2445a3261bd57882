import type { Specimen } from '../../specimen.ts';
import type { NonsenseStart } from './confident-nonsense.svelte.ts';

export const specimens: readonly Specimen<{ start?: NonsenseStart }>[] = [
  { name: 'a shuffled digit', props: {} },
  { name: 'noise', props: { start: { kind: 'noise', draw: 3 } } },
  { name: 'an inverted digit', props: { start: { kind: 'inverted' } } },
  { name: 'a blank page', props: { start: { kind: 'blank' } } },
  { name: 'a drawn house', props: { start: { kind: 'shape' } } },
  { name: 'a scribble to be made', props: { start: { kind: 'scribble' } } },
  { name: 'the digit itself', props: { start: { kind: 'itself' } } },
];
