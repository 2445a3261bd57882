/** The parameters of a network, laid out block by block, each as a picture with one cell a parameter. */
import type { Part } from '@/explain/explain.ts';
import type { Network } from '@/network/network.ts';
import { thousands } from '@/words/numbers.ts';

/** The first layer's weights stand as tiles of 28 x 28, so many in a row. */
export const TILES = 4;
const SIDE = 28;

export interface Block {
  readonly kind: 'weights' | 'biases';
  /** The layer that they belong to, from 1. */
  readonly layer: number;
  readonly name: string;
  /** How they are counted: "784 × 16"; a bias for each neuron has no product. */
  readonly sum: string;
  readonly count: number;
  /** The picture's cells, row by row: columns * rows numbers, as many as there are parameters. */
  readonly values: Float64Array;
  readonly columns: number;
  readonly rows: number;
  /** Which parameter a cell is. */
  readonly partOf: (cell: number) => Part;
}

/** How many parameters a network of such sizes has. @param sizes neurons in each layer, the input first */
export function countKnobs(sizes: readonly number[]): number {
  return sizes.slice(1).reduce((sum, nOut, l) => sum + nOut * sizes[l] + nOut, 0);
}

/** The first layer's weights as one mosaic: a tile for each neuron, its pixels where they lie in the picture. */
function mosaic(
  weights: Float64Array,
  nOut: number,
): Pick<Block, 'values' | 'columns' | 'rows' | 'partOf'> {
  const columns = TILES * SIDE;
  const rows = Math.ceil(nOut / TILES) * SIDE;
  /** Neuron and pixel of a cell. */
  const place = (cell: number): { j: number; k: number } => {
    const x = cell % columns;
    const y = Math.floor(cell / columns);
    const j = Math.floor(y / SIDE) * TILES + Math.floor(x / SIDE);
    return { j, k: (y % SIDE) * SIDE + (x % SIDE) };
  };
  const values = Float64Array.from({ length: columns * rows }, (_, cell) => {
    const { j, k } = place(cell);
    return j < nOut ? weights[j * SIDE * SIDE + k] : 0;
  });
  return {
    values,
    columns,
    rows,
    partOf: (cell) => ({ kind: 'weight', layer: 1, ...place(cell) }),
  };
}

/** All blocks in the order of the sum: weights and biases, layer by layer. @param network with 28 x 28 inputs, and 16 neurons in layer 1 */
export function blocksOf({ sizes, layers }: Network): Block[] {
  const last = layers.length;
  return layers.flatMap(({ nIn, nOut, weights, biases }, l): Block[] => {
    const layer = l + 1;
    const whose = layer === last ? 'the outputs' : `layer ${layer}`;
    const picture =
      layer === 1
        ? mosaic(weights, nOut)
        : {
            values: weights,
            columns: nIn,
            rows: nOut,
            partOf: (cell: number): Part => ({
              kind: 'weight',
              layer,
              j: Math.floor(cell / nIn),
              k: cell % nIn,
            }),
          };
    return [
      {
        ...{ kind: 'weights', layer, name: `weights of ${whose}` },
        ...{ sum: `${sizes[l]} × ${nOut}`, count: nIn * nOut },
        ...picture,
      },
      {
        ...{ kind: 'biases', layer, name: `biases of ${whose}` },
        ...{ sum: String(nOut), count: nOut },
        ...{ values: biases, columns: nOut, rows: 1 },
        partOf: (cell) => ({ kind: 'bias', layer, j: cell }),
      },
    ];
  });
}

/** The sum so far: "12,544 + 16 = 12,560". @param upTo the last block that is counted, from 0 */
export function runningCount(blocks: readonly Block[], upTo: number): string {
  const counted = blocks.slice(0, upTo + 1).map(({ count }) => count);
  const total = thousands(counted.reduce((sum, count) => sum + count, 0));
  return counted.length === 1 ? total : `${counted.map(thousands).join(' + ')} = ${total}`;
}

/** What a block is, and how its number comes about. */
export function blockWords({ kind, sum, count, name }: Block): string {
  return kind === 'weights'
    ? `${thousands(count)} ${name}: ${sum}, one for each connection.`
    : `${sum} ${name}: one for each neuron.`;
}
