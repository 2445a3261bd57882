import { sigmoid } from '@/network/activation.ts';
import type { Specimen } from '../../specimen.ts';
import type { Point } from '../frame.ts';

export const still = true;

/** Points on the curve, with z evenly from one end to the other. */
const between = (from: number, to: number): Point[] =>
  Array.from({ length: 25 }, (_, i) => {
    const x = from + ((to - from) * i) / 24;
    return { x, y: sigmoid.f(x) };
  });

export const specimens: readonly Specimen<{ digits: readonly Point[] }>[] = [
  { name: 'all along the curve', props: { digits: between(-8, 8) } },
  { name: 'most of them outside', props: { digits: between(-40, 40) } },
  { name: 'no digits', props: { digits: [] } },
];
