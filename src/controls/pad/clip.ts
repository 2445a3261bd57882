/** The part of a line that lies on the pad: from (ax, ay) to (bx, by), in pad units. */
export interface Cut {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

/**
 * Cuts a straight line off at the edge of the pad (Liang and Barsky's way). What a pen writes beside the paper is
 * not on the paper, so the network does not get what the pad does not show.
 * @param height of the pad, in pad units: it is 1 wide
 * @returns null where the line misses the pad
 */
export function clipToPad(x0: number, y0: number, x1: number, y1: number, height = 1): Cut | null {
  const dx = x1 - x0;
  const dy = y1 - y0;
  let enter = 0;
  let leave = 1;
  // One edge after the other: how fast the line runs towards its outside, and how far from it the line starts.
  for (const [speed, room] of [
    [-dx, x0],
    [dx, 1 - x0],
    [-dy, y0],
    [dy, height - y0],
  ]) {
    if (speed === 0) {
      if (room < 0) return null;
    } else if (speed < 0) enter = Math.max(enter, room / speed);
    else leave = Math.min(leave, room / speed);
  }
  if (enter > leave) return null;
  // An end on the pad is returned as it came, not as the sum that rounding may have moved.
  const at = (x: number, y: number, t: number): [number, number] =>
    isOnPad(x, y, height) ? [x, y] : [clamp(x0 + t * dx), clamp(y0 + t * dy, height)];
  const [ax, ay] = at(x0, y0, enter);
  const [bx, by] = at(x1, y1, leave);
  return { ax, ay, bx, by };
}

function isOnPad(x: number, y: number, height: number): boolean {
  return x >= 0 && x <= 1 && y >= 0 && y <= height;
}

/** Keeps a coordinate on the pad. */
export function clamp(v: number, most = 1): number {
  return Math.min(most, Math.max(0, v));
}
