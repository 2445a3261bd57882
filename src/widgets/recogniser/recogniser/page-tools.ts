/** The page's own networks, digits, workers and memory. */
import { models } from '@/islands/bench.ts';
import { everySecond } from '@/islands/every-second.ts';
import { thousand } from '@/islands/resources.ts';
import { browserDrawings } from '@/reader/drawings/disk.ts';
import { keepOwn } from '@/reader/own-source.ts';
import { more } from '../sources.ts';
import type { DemoTools } from './demo-tools.ts';

export const pageTools: DemoTools = {
  async model(key) {
    await models[key].load();
    return models[key].value;
  },
  async thousand() {
    await thousand.load();
    return thousand.value;
  },
  bench: {
    createWorker: () =>
      new Worker(new URL('../../../inside/bench/worker.ts', import.meta.url), { type: 'module' }),
    everySecond,
  },
  near: {
    createWorker: () =>
      new Worker(new URL('../../../inside/near/worker.ts', import.meta.url), { type: 'module' }),
    everySecond,
  },
  drawings: browserDrawings,
  async keepOwn(network) {
    const { fingerprintOf } = await import('@/training/runs/fingerprint.ts');
    const fingerprint = fingerprintOf(network);
    return keepOwn({ letter: null, isTaught: true, network, fingerprint, text: null });
  },
  saveText(text, name) {
    void more().then(({ saveFile }) =>
      saveFile(new Blob([text], { type: 'application/json' }), name),
    );
  },
};
