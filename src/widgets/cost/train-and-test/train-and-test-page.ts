import type { Tools } from './train-and-test.svelte.ts';

/** The page's own worker and clock. */
export const pageTools: Tools = {
  createWorker: () =>
    new Worker(new URL('../../../training/comparison-worker.ts', import.meta.url), {
      type: 'module',
    }),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};
