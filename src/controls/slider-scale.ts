/** What a slider goes over: from min to max, evenly or, with isLog, by equal factors. */
export interface Range {
  readonly min: number;
  readonly max: number;
  /** The smallest move: in the value's own unit or, with isLog, in powers of ten (0.05 is twenty to a factor of ten). */
  readonly step: number;
  readonly isLog: boolean;
}

/** The value within its range; what is no number counts as the lowest. */
export function clampTo({ min, max }: Pick<Range, 'min' | 'max'>, value: number): number {
  if (Number.isNaN(value)) return min;
  return Math.min(max, Math.max(min, value));
}

/**
 * How far along the track a value stands, from 0 to 1. By hand, though d3 has scales: they bring 8 kB of other things, and every chapter
 * waits for a slider.
 */
export function along(range: Range, value: number): number {
  if (range.max <= range.min) return 0;
  const [from, to] = ends(range);
  return (position(range, clampTo(range, value)) - from) / (to - from);
}

/** What the native control counts in: the value itself, or its power of ten. */
export function position({ isLog }: Pick<Range, 'isLog'>, value: number): number {
  return isLog ? Math.log10(value) : value;
}

/** Both ends of the track, in what the native control counts in. */
export function ends(range: Range): readonly [number, number] {
  return [position(range, range.min), position(range, range.max)];
}

/**
 * Where a track of whole numbers goes from one of them: to the nearest, and by a key at least to the next, since a small step would be
 * rounded back to where it began.
 */
export function wholeFrom(range: Range, from: number, to: number, isKey: boolean): number {
  const nearest = Math.round(to);
  return clampTo(range, isKey && nearest === from ? from + Math.sign(to - from) : nearest);
}

/** The value that a position of the native control means. On a logarithmic track to three digits, so that 0.1 is 0.1. */
export function valueAt(range: Range, at: number): number {
  if (!range.isLog) return clampTo(range, at);
  return clampTo(range, Number((10 ** at).toPrecision(3)));
}
