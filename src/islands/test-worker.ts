import type { LinkTools } from '@/training/worker-link.ts';
import { everySecond } from './every-second.ts';

/** The worker that reads all test digits (`inside/bench`), and the page's clock. */
export const testWorker: LinkTools = {
  createWorker: () =>
    new Worker(new URL('../inside/bench/worker.ts', import.meta.url), { type: 'module' }),
  everySecond,
};
