/** What the page lends to the training figure: workers, clock, memory, and what its device can bear. */
import { everySecond } from '@/islands/every-second.ts';
import { browserDisk } from '@/reader/shelf-disk.ts';
import { CHUNKS } from '@/training/chunks.ts';
import type { HereTools } from './here-tools.ts';

/** What is kept of a run under way lies under this name, for this site alone. */
const KEY = 'nought-to-nine:training';

const createWorker = (): Worker =>
  new Worker(new URL('../../../training/worker.ts', import.meta.url), { type: 'module' });

export const pageTools: HereTools = {
  client: {
    createWorker,
    everySecond,
    keeper: {
      read: () => localStorage.getItem(KEY),
      write(text) {
        if (text === null) localStorage.removeItem(KEY);
        else localStorage.setItem(KEY, text);
      },
    },
  },
  etas: {
    createWorker,
    everySecond,
    fetch: (url, options) => fetch(url, options),
    chunks: CHUNKS,
    folder: '/digits/',
    now: () => performance.now(),
  },
  disk: browserDisk,
  device: () => ({
    cores: navigator.hardwareConcurrency,
    memory: (navigator as { readonly deviceMemory?: number }).deviceMemory,
    isPhone: matchMedia('(pointer: coarse)').matches && !matchMedia('(any-pointer: fine)').matches,
  }),
};
