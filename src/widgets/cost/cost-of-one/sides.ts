/** The side of a square of area 1, in pixels: as high as a row has room for. */
export const UNIT = 34;

/** The side of a square, in pixels, to a hundredth: the server and the browser write the same. */
export const sideOf = (area: number): number => Math.round(100 * UNIT * Math.sqrt(area)) / 100;
