/** What lies on a curve, as paths in the pixels of a plot. The function is an argument: a plot knows no sigmoid. */

/** What of a plot's frame is needed here. */
export interface Frame {
  x(value: number): number;
  y(value: number): number;
}

/** Dots on the curve of f, as a path of round caps. One for each half pixel: more would not be seen. @param xs ascending */
export function dotsAlong(f: (x: number) => number, xs: Iterable<number>, frame: Frame): string {
  let path = '';
  let last = NaN;
  for (const at of xs) {
    const x = Math.round(2 * frame.x(at)) / 2;
    if (x === last) continue;
    last = x;
    path += `M${x} ${frame.y(f(at)).toFixed(1)}h.01`;
  }
  return path;
}

/** The tangent at a point of a curve, so many pixels to either side. */
export function tangentAt(
  point: { readonly x: number; readonly y: number; readonly slope: number },
  length: number,
  frame: Frame,
): string {
  const [x, y] = [frame.x(point.x), frame.y(point.y)];
  const right = frame.x(point.x + 1) - x;
  const up = point.slope * (frame.y(1) - frame.y(0));
  const scale = length / Math.hypot(right, up);
  const [dx, dy] = [right * scale, up * scale];
  return `M${(x - dx).toFixed(1)} ${(y - dy).toFixed(1)}L${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}`;
}
