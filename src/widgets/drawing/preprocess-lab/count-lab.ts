import { breathing } from '@/islands/in-pieces.ts';
import { type CountLab, PORTIONS } from './own-drawings.svelte.ts';

/** Counts on the page itself, which breathes in between; what counts comes when it is asked for. */
export const countLab: CountLab = async (networks, drawings, labels, tell) => {
  const { countingLab } = await import('@/inside/lab.ts');
  const work = countingLab(networks, drawings, labels);
  const all = PORTIONS * drawings.length;
  return breathing(
    (function* () {
      for (;;) {
        const { done, value } = work.next();
        if (done === true) return value;
        tell(Math.floor((100 * value) / all) / 100);
        yield;
      }
    })(),
  );
};
