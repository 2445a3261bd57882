import type { Specimen } from '../../specimen.ts';

export const still = true;

/** Stripes of weights from -1 to 1. @param count stripes in the picture */
const stripes = (count: number): Float64Array =>
  Float64Array.from({ length: 784 }, (_, i) => 1 - 2 * (((i * count) / 784) % 1));

export const specimens: readonly Specimen<{ grids: readonly Float64Array[] }>[] = [
  { name: 'two neurons', props: { grids: [stripes(4), stripes(28)] } },
  { name: 'no weights', props: { grids: [new Float64Array(784), new Float64Array(784)] } },
];
