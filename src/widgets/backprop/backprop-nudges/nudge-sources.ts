/** For each step the lines of the source that run in it, and the letters that each works out or uses. */
import { numberedLines } from '@/controls/inspector/source-lines.ts';
import backprop from '@/network/backprop.ts?raw';
import cost from '@/network/cost.ts?raw';
import feedforward from '@/network/feedforward.ts?raw';
import sgd from '@/network/sgd.ts?raw';
import type { Piece, SourceLine, StepId } from './nudge-steps.ts';

/** The texts of the files that the steps quote. */
interface Sources {
  readonly backprop: string;
  readonly cost: string;
  readonly feedforward: string;
  readonly sgd: string;
}

function sourcesOf(sources: Sources): Readonly<Record<StepId, readonly SourceLine[]>> {
  const cut = (
    file: keyof Sources,
    from: string,
    wanted: readonly (readonly [needle: string, ...pieces: Piece[]])[],
  ): SourceLine[] => {
    const lines = numberedLines(
      sources[file],
      from,
      wanted.map(([needle]) => needle),
    );
    const name = `src/network/${file}.ts`;
    return lines.map((line, i) => ({ ...line, file: name, pieces: wanted[i].slice(1) as Piece[] }));
  };
  const weighed = cut('feedforward', 'function weighAll', [
    ['let sum = biases[j];', 'b'],
    ['for (let k = 0;', 'w', 'x'],
    ['z[j] = sum;', 'z'],
    ['sigmoid.f(z[j])', 'a', 'z'],
  ]);
  const request = cut('backprop', 'export function errorsInto', [
    ['const delta = deltas[l + 1][j];', 'next'],
    ['wish[k] -= weights[row + k] * delta;', 'wish', 'w', 'next', 'request'],
  ]);
  const times = cut('backprop', 'export function errorsInto', [
    ['deltas[l][k] = -wish[k] * sigmoid.prime', 'delta', 'wish', 'slope'],
  ]);
  const moved = cut('sgd', 'export function nudged', [
    ['weights[i] -= eta', 'nudge', 'eta', 'grad'],
    ['biases[j] -= eta', 'eta', 'gradB'],
  ]);
  return {
    pixels: cut('feedforward', 'export function feedforward', [['input.set(x);', 'x']]),
    layer1: cut('feedforward', 'function weigh(', [
      ['let sum = biases[j];', 'b'],
      ['sum += weights[row + indices[i]] * values[i];', 'w', 'x'],
      ['z[j] = sum;', 'z'],
      ['sigmoid.f(z[j])', 'a', 'z'],
    ]),
    layer2: weighed,
    outputs: weighed,
    cost: cut('cost', 'export const quadratic', [['value: (_z, a, y)', 'C', 'a', 'y']]),
    miss: [
      ...cut('backprop', 'export function errorsInto', [
        ['wishes[last][j] = cost.wish', 'wish', 'a', 'y'],
      ]),
      ...cut('cost', 'export const quadratic', [['wish: (_z, a, y)', 'wish', 'a', 'y']]),
    ],
    errors: [
      ...cut('backprop', 'export function errorsInto', [
        ['deltas[last][j] = cost.delta', 'delta', 'a', 'y', 'slope'],
      ]),
      ...cut('cost', 'export const quadratic', [
        ['delta: (z, a, y)', 'delta', 'a', 'y', 'slope', 'wish'],
      ]),
    ],
    levers: [
      ...cut('backprop', 'export function addGradient', [
        ['nablaB[j] += delta[j];', 'gradB', 'delta'],
        ['nablaW[row + k] += a[k] * d;', 'grad', 'a', 'delta'],
      ]),
      ...cut('backprop', 'export function errorsInto', [
        ['wish[k] -= weights[row + k] * delta;', 'request', 'w', 'delta'],
      ]),
    ],
    sum: request,
    errors2: [...request, ...times],
    errors1: [...request, ...times],
    picture: cut('backprop', 'function addActive', [
      ['const d = delta[j];', 'delta'],
      ['nablaW[row + indices[i]] += values[i] * d;', 'grad', 'x', 'delta'],
    ]),
    nudge: moved,
    apply: moved,
  };
}

/** Read at once, so that a file that has changed and no longer has them is found where the figure is built. */
export const SOURCES = sourcesOf({ backprop, cost, feedforward, sgd });
