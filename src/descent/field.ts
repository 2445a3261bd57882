/** The cost over a plane, and which way it slopes there. */
export interface Slope {
  /** C, a height. */
  readonly value: number;
  /** dC/dx and dC/dy, per unit of the plane. */
  readonly dx: number;
  readonly dy: number;
}

/** A height over every point of a plane: x to the right, y up. Finite for finite points. */
export interface Field {
  at(x: number, y: number): Slope;
}

/** The second derivatives of a height: how its slope changes. */
export interface Bend {
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** A field that also knows how it bends. */
export interface Surface extends Field {
  bendAt(x: number, y: number): Bend;
}

/** A part of the plane with its sides along the axes. */
export interface Box {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Whether a point lies in the box, its edge included. */
export function isInside({ x: [left, right], y: [bottom, top] }: Box, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

/** Both curvatures of a bend, the larger first: the eigenvalues of its matrix. */
export function curvatures({ xx, xy, yy }: Bend): readonly [number, number] {
  const mean = (xx + yy) / 2;
  const half = Math.sqrt(((xx - yy) / 2) * ((xx - yy) / 2) + xy * xy);
  return [mean + half, mean - half];
}

/** How a field bends, from its slopes a little to each side: central differences. @param h how far, in units of the plane */
export function measureBend(field: Field, { x, y }: Point, h: number): Bend {
  const right = field.at(x + h, y);
  const left = field.at(x - h, y);
  const above = field.at(x, y + h);
  const below = field.at(x, y - h);
  return {
    xx: (right.dx - left.dx) / (2 * h),
    xy: (right.dy - left.dy + above.dx - below.dx) / (4 * h),
    yy: (above.dy - below.dy) / (2 * h),
  };
}
