import { everySecond } from '@/islands/every-second.ts';
import type { LinkTools } from '@/training/worker-link.ts';

/** The page's own worker and clock. */
export const pageTools: LinkTools = {
  createWorker: () =>
    new Worker(new URL('../../../inside/bench/worker.ts', import.meta.url), { type: 'module' }),
  everySecond,
};
