import { nearestNeuron, type NeuronPlace } from './neuron.ts';

type Arrow = 'within' | 'between';

/** What an arrow key does where layers are columns (up and down stay in a layer) and where they are rows (left and right do). */
const MOVES: Readonly<
  Record<'columns' | 'rows', Readonly<Record<string, readonly [Arrow, 1 | -1]>>>
> = {
  columns: {
    ArrowUp: ['within', -1],
    ArrowDown: ['within', 1],
    ArrowLeft: ['between', -1],
    ArrowRight: ['between', 1],
  },
  rows: {
    ArrowLeft: ['within', -1],
    ArrowRight: ['within', 1],
    ArrowUp: ['between', -1],
    ArrowDown: ['between', 1],
  },
};

/**
 * Where a key takes the cursor. Between layers it goes to the neuron about as far along.
 * @param sizes neurons in each layer, the input first
 * @returns null when the key is not one of ours; the same place at an end
 */
export function moveCursor(
  key: string,
  at: NeuronPlace,
  sizes: readonly number[],
  arranged: 'columns' | 'rows',
): NeuronPlace | null {
  const { layer, index } = nearestNeuron(at, sizes);
  if (key === 'Home') return { layer, index: 0 };
  if (key === 'End') return { layer, index: sizes[layer] - 1 };
  const move = MOVES[arranged][key];
  if (move === undefined) return null;
  const [arrow, by] = move;
  if (arrow === 'within') return nearestNeuron({ layer, index: index + by }, sizes);
  const to = layer + by;
  if (to < 1 || to >= sizes.length) return { layer, index };
  return nearestNeuron(
    { layer: to, index: ((index + 0.5) / sizes[layer]) * sizes[to] - 0.5 },
    sizes,
  );
}
