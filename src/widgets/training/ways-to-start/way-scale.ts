/** The scale of accuracy that both plots share, so that a line carries across. */
import { heightOf } from '@/plot/charts/accuracy-scale.ts';

/** Of either plot, in pixels. */
export const HEIGHT = 300;
/** From the worst that any network reads after its first epoch to above the best of all, as heights. */
export const SHOWN: readonly [number, number] = [heightOf(0.82), heightOf(0.966)];
export const TICKS: readonly number[] = [0.85, 0.9, 0.93, 0.95, 0.96].map(heightOf);
