import type { Specimen } from '../../specimen.ts';
import type { Start } from './gradient-ball.svelte.ts';

/** None of the slice: what a worker has measured by some moment is no state to compare. Random events reach it from the others. */
export const specimens: readonly Specimen<Start>[] = [
  { name: 'a round bowl, as it begins', props: {} },
  {
    name: 'a ravine, after 12 steps just below 2 ÷ curvature',
    props: { landscape: 'ravine', eta: 0.47, steps: 12 },
  },
  { name: 'a bowl, with an eta that runs away', props: { eta: 3, steps: 6 } },
  {
    name: 'many valleys, with a crowd after 8 steps',
    props: { landscape: 'valleys', steps: 8, crowd: true },
  },
];
