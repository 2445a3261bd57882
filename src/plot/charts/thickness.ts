/**
 * How thick a curve is, in pixels: of digits that the network never saw, which is what counts, thick; of those that it learned from, thin.
 * Dashes mean something else, a limit or a second measure.
 */
export const THICKNESS = { test: 3, seen: 1.25 } as const;
