import { everySecond } from '@/islands/every-second.ts';
import type { ClientTools } from '@/training/client.ts';

/** What is kept of a run lies under this name, for this site alone. */
const KEY = 'nought-to-nine:training';

/** The page's own worker, clock and memory. */
export const pageTools: ClientTools = {
  createWorker: () =>
    new Worker(new URL('../../../training/worker.ts', import.meta.url), { type: 'module' }),
  everySecond,
  keeper: {
    read: () => localStorage.getItem(KEY),
    write(text) {
      if (text === null) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, text);
    },
  },
};
