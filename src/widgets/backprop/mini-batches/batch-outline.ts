/**
 * Runs of tiles on a sheet that is filled row by row: where each begins, and the outline of one, in tiles. As `d` of SVG paths.
 */

/** Short upright lines before each run but the first: `size` tiles to a run, `count` tiles in all. Nothing where a run is one tile. */
export function cuts(count: number, size: number, columns: number): string {
  if (size <= 1) return '';
  let path = '';
  for (let start = size; start < count; start += size) {
    path += `M${start % columns} ${Math.floor(start / columns)}v1`;
  }
  return path;
}

/** Round the tiles from `start` up to but not including `end`. A run of two rows may be two pieces that touch or lie apart. */
export function outline(start: number, end: number, columns: number): string {
  const last = end - 1;
  const [top, bottom] = [Math.floor(start / columns), Math.floor(last / columns)];
  const [left, right] = [start % columns, (last % columns) + 1];
  if (top === bottom) return `M${left} ${top}H${right}v1H${left}z`;
  if (bottom === top + 1 && right <= left) {
    return `M${columns} ${top}H${left}v1H${columns}M0 ${bottom}H${right}v1H0`;
  }
  return `M${left} ${top}H${columns}V${bottom}H${right}v1H0V${top + 1}H${left}z`;
}
