import { memoryShelf } from '../../../src/reader/memory-shelf.ts';
import type { Draft } from '../../../src/widgets/training/train-here/plan-draft.ts';
import type { HereTools } from '../../../src/widgets/training/train-here/here-tools.ts';
import { TrainHere } from '../../../src/widgets/training/train-here/train-here.svelte.ts';
import { FakeNet, FakeWorker } from '../../training/fake-worker.ts';
import { chunks } from '../../training/small-digits.ts';

export interface Stage {
  readonly here: TrainHere;
  readonly net: FakeNet;
  readonly workers: FakeWorker[];
  /** What is kept of the run under way. */
  readonly kept: () => string | null;
  /** Lets a second pass. */
  readonly second: () => void;
  readonly close: () => void;
}

/** A plan of the small digits that is soon carried out. */
export const SMALL: Partial<Draft> = {
  hidden: '8',
  epochs: '4',
  miniBatch: 10,
  eta: '3',
  start: 'scaled',
  count: 180,
};

/** The figure at work, with real servers in place of workers, on small digits. */
export function stage({ disk = memoryShelf(), kept = null as string | null } = {}): Stage {
  const net = new FakeNet();
  const workers: FakeWorker[] = [];
  const calls = new Set<() => void>();
  const link = {
    createWorker() {
      const worker = new FakeWorker(net);
      workers.push(worker);
      return worker;
    },
    everySecond(call: () => void) {
      calls.add(call);
      return () => calls.delete(call);
    },
  };
  const tools: HereTools = {
    client: { ...link, keeper: { read: () => kept, write: (text) => (kept = text) } },
    etas: { ...link, fetch: net.fetch, chunks, folder: '/digits/', now: () => performance.now() },
    disk,
    device: () => ({ cores: 2, memory: undefined, isPhone: false }),
  };
  const here = new TrainHere({ test: 800, train: [100, 100, 100] }, disk);
  const close = here.open(tools);
  here.write(SMALL);
  return {
    here,
    net,
    workers,
    kept: () => kept,
    second: () => {
      for (const call of [...calls]) call();
    },
    close,
  };
}
