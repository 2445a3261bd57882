import type { EtaSet } from '@/training/etas/eta-set.ts';
import type { RunRecord } from '@/training/runs/record.ts';
import { nameRun } from '@/training/runs/shelf.ts';
import type { ShelfDisk } from './shelf-disk.ts';

/** A shelf that lasts as long as whoever has it, and is kept nowhere: for the workbench and for tests. @param runs what lies on it at first */
export function memoryShelf(
  runs: readonly RunRecord[] = [],
  thirty: EtaSet | null = null,
): ShelfDisk {
  return {
    read: () => Promise.resolve({ runs, thirty }),
    add(run, least) {
      const record = nameRun(runs, run, least);
      if (record) runs = [...runs, record];
      return Promise.resolve(record);
    },
    remove(serial) {
      runs = runs.filter((run) => run.serial !== serial);
      return Promise.resolve();
    },
    putThirty(set) {
      thirty = set;
      return Promise.resolve();
    },
    listen: () => () => undefined,
  };
}
