/** Thrown when an array or a shape does not fit the network that it is given to. The network is left as it was. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

/** Thrown when a number that must be finite is NaN or infinite. The network is left as it was. */
export class ValueError extends Error {
  override readonly name = 'ValueError';
}
