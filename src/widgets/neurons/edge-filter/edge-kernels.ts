/** Nine numbers that slide over a picture. */
import { SIDE } from '@/digits/mnist.ts';

/** Nine numbers, row by row. */
export type Kernel = readonly number[];

/** The named ones, and what they answer to. The first four find where ground turns to ink. */
export const KERNELS = [
  {
    name: 'Level',
    mark: '—',
    numbers: [-1, -1, -1, 0, 0, 0, 1, 1, 1],
    finds: 'the upper edge of ink, and at the lower edge the opposite',
  },
  {
    name: 'Upright',
    mark: '|',
    numbers: [-1, 0, 1, -1, 0, 1, -1, 0, 1],
    finds: 'the left edge of ink, and at the right edge the opposite',
  },
  {
    name: 'Slanted',
    mark: '/',
    numbers: [-1, -1, 0, -1, 0, 1, 0, 1, 1],
    finds: 'edges that rise to the right, with ink below them, and with ink above the opposite',
  },
  {
    name: 'Slanted',
    mark: '\\',
    numbers: [0, -1, -1, 1, 0, -1, 1, 1, 0],
    finds: 'edges that fall to the right, with ink below them, and with ink above the opposite',
  },
  {
    name: 'Blur',
    mark: '',
    numbers: [0.0625, 0.125, 0.0625, 0.125, 0.25, 0.125, 0.0625, 0.125, 0.0625],
    finds: 'no edges at all: all nine numbers are positive, so it only smears the ink',
  },
] as const;

/** What a number of a kernel may be. */
export const MOST = 9;

/** The places under the window that has its middle at a cell; null beyond the picture. */
export function windowAt(cell: number): readonly (number | null)[] {
  const [x, y] = [cell % SIDE, Math.floor(cell / SIDE)];
  return Array.from({ length: 9 }, (_, n) => {
    const [column, row] = [x + (n % 3) - 1, y + Math.floor(n / 3) - 1];
    const isInside = column >= 0 && column < SIDE && row >= 0 && row < SIDE;
    return isInside ? row * SIDE + column : null;
  });
}

/** One number of the kernel, the ink under it, and their product. */
export interface Product {
  readonly weight: number;
  readonly ink: number;
  readonly product: number;
}

/** The nine products with the window's middle at a cell. Beyond the picture there is no ink. */
export function productsAt(kernel: Kernel, picture: ArrayLike<number>, cell: number): Product[] {
  return windowAt(cell).map((place, n) => {
    const ink = place === null ? 0 : picture[place];
    return { weight: kernel[n], ink, product: kernel[n] * ink };
  });
}

/** The sum of the nine products at every place: (28, 28) row-major. */
export function filterPicture(
  kernel: Kernel,
  picture: ArrayLike<number>,
): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: SIDE * SIDE }, (_, cell) => {
    const [x, y] = [cell % SIDE, Math.floor(cell / SIDE)];
    let sum = 0;
    for (let row = Math.max(0, y - 1); row <= Math.min(SIDE - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(SIDE - 1, x + 1); column++) {
        sum += kernel[(row - y + 1) * 3 + column - x + 1] * picture[row * SIDE + column];
      }
    }
    return Math.abs(sum) < 1e-12 ? 0 : sum; // what cancels on paper should cancel here
  });
}

/** The farthest from 0 that a sum can be, with ink under all numbers of one sign; 1 for a kernel of zeros. */
export function farthest(kernel: Kernel): number {
  const [up, down] = [1, -1].map((sign) =>
    kernel.reduce((sum, number) => sum + Math.max(0, sign * number), 0),
  );
  return Math.max(up, down) || 1;
}

/** The places where the window covers any ink, in reading order; all places where there is none. */
export function inkedPlaces(picture: ArrayLike<number>): number[] {
  const all = [...Array(SIDE * SIDE).keys()];
  const inked = all.filter((cell) =>
    windowAt(cell).some((place) => place !== null && picture[place] > 0),
  );
  return inked.length > 0 ? inked : all;
}
