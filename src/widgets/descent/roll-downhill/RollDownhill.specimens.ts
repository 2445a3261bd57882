import type { Specimen } from '../../specimen.ts';
import type { RollStart } from './roll-downhill.svelte.ts';

export const specimens: readonly Specimen<RollStart>[] = [
  { name: 'at first: one valley, small steps', props: {} },
  { name: 'the parabola, overshooting', props: { curve: 'parabola', eta: 0.85, step: 30 } },
  { name: 'the parabola, flying off', props: { curve: 'parabola', eta: 1.15, step: 30 } },
  {
    name: 'many valleys, a step size that never settles',
    props: { curve: 'many', eta: 0.6, step: 12 },
  },
];
