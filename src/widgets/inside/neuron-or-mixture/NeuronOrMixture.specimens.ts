import type { Specimen } from '../../specimen.ts';
import type { QuizStart } from './neuron-or-mixture.svelte.ts';

export const specimens: readonly Specimen<{ start?: QuizStart }>[] = [
  { name: 'two of layer 1', props: {} },
  { name: 'two of layer 2, by their weights from layer 1', props: { start: { layer: 1 } } },
  { name: 'the last pair', props: { start: { round: 99 } } },
];
