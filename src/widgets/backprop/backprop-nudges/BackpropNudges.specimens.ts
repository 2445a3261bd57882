import type { Specimen } from '../../specimen.ts';

/** A 4 in two strokes. */
const DRAWN = [
  [0.36, 0.2, 0.33, 0.32, 0.29, 0.44, 0.27, 0.52, 0.4, 0.53, 0.55, 0.52, 0.72, 0.5],
  [0.6, 0.18, 0.6, 0.35, 0.59, 0.55, 0.58, 0.82],
].map((points) => ({ points, width: 0.07, erase: false }));

export const specimens: readonly Specimen<{ begin?: number }>[] = [
  { name: 'the pixels, where it begins', props: {} },
  { name: 'the errors of layer 2', props: { begin: 9 } },
  { name: 'three levers of one output', props: { begin: 7 }, reader: { stage: 0 } },
  {
    name: 'down to the pixels of a drawing',
    props: { begin: 11 },
    reader: { stage: 2, drawing: { digit: null, strokes: DRAWN } },
  },
  { name: 'the nudge', props: { begin: 12 } },
  {
    name: 'nothing drawn, trained, about to be nudged',
    props: { begin: 13 },
    reader: { stage: 3, drawing: { digit: null, strokes: [] } },
  },
];
