import { breathing } from '@/islands/in-pieces.ts';
import type { CountLab } from './own-drawings.svelte.ts';

/** Counts on the page itself, which breathes in between; what counts comes when it is asked for. */
export const countLab: CountLab = async (networks, drawings, labels, tell) => {
  const { countingLab } = await import('@/inside/lab.ts');
  return breathing(countingLab(networks, drawings, labels), tell);
};
