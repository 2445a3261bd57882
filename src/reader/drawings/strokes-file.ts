/** The reader's drawings as a file of pen digits: what `npm run evaluate -- --strokes` reads. */
import { bounds, transform } from '@/digits/strokes.ts';
import type { KeptDrawing } from './kept.ts';

/** What the file calls whoever drew them. */
const WRITER = 'you';
/** The longer side of each digit. */
const LONGER = 1000;

/**
 * A JSON array of `{id, writer, label, strokes: [[x0, y0, …], …]}`, the longer side of each 1000, y down, in the order in which they were
 * drawn. Those of which the reader has not said what they are have no place in it. How thick the pen was is left out, as in such files.
 */
export function strokesFile(drawings: readonly KeptDrawing[]): string {
  const inOrder = [...drawings].sort((one, other) => one.serial - other.serial);
  const records = inOrder.flatMap(({ serial, label, strokes }) => {
    if (label === null) return [];
    const lines = strokes.map(({ points }) => points);
    return [{ id: `${WRITER}-${serial}`, writer: WRITER, label, strokes: fitted(lines) }];
  });
  return JSON.stringify(records);
}

function fitted(lines: readonly (readonly number[])[]): number[][] {
  const box = bounds(lines) ?? { left: 0, top: 0, right: 1, bottom: 1 };
  const side = Math.max(box.right - box.left, box.bottom - box.top);
  // A dot has no side.
  const scale = side > 0 ? LONGER / side : 1;
  return transform(lines, scale, -scale * box.left, -scale * box.top).map((line) =>
    line.map((value) => Math.round(10 * value) / 10),
  );
}
