import type { Specimen } from '../../specimen.ts';
import type { Start } from './edge-filter.svelte.ts';

export const specimens: readonly Specimen<Start>[] = [
  { name: 'at first: level edges of the 3', props: {} },
  {
    name: 'upright edges of a 0, in its corner',
    props: { kernel: 1, cell: 0 },
    reader: { digit: 3 },
  },
  { name: 'nine zeros', props: { numbers: [0, 0, 0, 0, 0, 0, 0, 0, 0] } },
  {
    name: 'the largest numbers on a drawing',
    props: { numbers: [9, -9, 9, -9, 9, -9, 9, -9, 9], cell: 400 },
    reader: {
      drawing: {
        digit: null,
        strokes: [{ points: [0.3, 0.2, 0.7, 0.2, 0.45, 0.8], width: 0.07, erase: false }],
      },
    },
  },
];
