import type { DrawingsDisk } from './disk.ts';
import type { KeptDrawing, NewDrawing } from './kept.ts';

/** Drawings that last as long as whoever has them, and are kept nowhere: for the workbench and for tests. @param first what there is at first */
export function memoryDrawings(first: readonly NewDrawing[] = []): DrawingsDisk {
  let kept: readonly KeptDrawing[] = first.map((drawing, i) => ({ ...drawing, serial: i + 1 }));
  let last = kept.length;
  return {
    read: () => Promise.resolve(kept),
    add(drawing) {
      kept = [...kept, { ...drawing, serial: ++last }];
      return Promise.resolve(last);
    },
    label(serial, label) {
      kept = kept.map((one) => (one.serial === serial ? { ...one, label } : one));
      return Promise.resolve();
    },
    remove(serials) {
      kept = serials === 'all' ? [] : kept.filter(({ serial }) => !serials.includes(serial));
      return Promise.resolve();
    },
    listen: () => () => undefined,
  };
}
