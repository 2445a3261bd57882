/** The equation of each step with the indices of the neurons that it is told of, and the lines of the source that do it. */
import { numberedLines } from '@/controls/inspector/source-lines.ts';
import { type Part, symbolOf } from '@/explain/parts.ts';
import type { Network } from '@/network/network.ts';
import {
  type Equation,
  type EquationToken,
  type Focus,
  type Piece,
  type SourceLine,
  type StepId,
  STEPS,
} from './nudge-steps.ts';

const text = (words: string): EquationToken => ({ text: words });
const sum = (under: string): EquationToken => ({ text: 'Σ', under });

/** The equations of a step; none for the pixels. */
export function equationsOf(network: Network, step: number, focus: Focus): readonly Equation[] {
  const { first, hidden, output, pixel } = focus;
  const of = (piece: Piece, part: Part): EquationToken => ({
    piece,
    part,
    symbol: symbolOf(network, part),
  });
  /** A letter whose index runs: it opens the sum that it stands in. */
  const running = (
    piece: Piece,
    part: Part,
    letter: 'w' | 'a' | 'x' | 'delta',
    sub: string,
    layer: number,
  ): EquationToken => ({
    piece,
    part,
    symbol: letter === 'x' ? { letter, sub } : { letter, sub, sup: String(layer) },
  });
  const numeralOf = (layer: number, j: number): string =>
    symbolOf(network, { kind: 'z', layer, j }).sub ?? '';

  function forward(layer: number, j: number): Equation[] {
    const z: Part = { kind: 'z', layer, j };
    const at = numeralOf(layer, j);
    return [
      {
        name: 'Forward',
        tokens: [
          of('a', { kind: 'activation', layer, j }),
          text('= σ('),
          sum('k'),
          running('w', z, 'w', `${at},k`, layer),
          running('x', z, layer === 1 ? 'x' : 'a', 'k', layer - 1),
          text('+'),
          of('b', { kind: 'bias', layer, j }),
          text(')'),
        ],
      },
    ];
  }
  const miss = [
    of('a', { kind: 'activation', layer: 3, j: output }),
    text('−'),
    of('y', { kind: 'target', j: output }),
  ];
  /** What the next layer asks of neuron j. */
  function requests(layer: number, j: number): EquationToken[] {
    const wish: Part = { kind: 'wish', layer, j };
    return [
      sum('j'),
      running('w', wish, 'w', `j,${numeralOf(layer, j)}`, layer + 1),
      running('next', wish, 'delta', 'j', layer + 1),
    ];
  }
  const error = (layer: number, j: number): Equation => ({
    name: 'BP2',
    tokens: [
      of('delta', { kind: 'delta', layer, j }),
      text('= ('),
      ...requests(layer, j),
      text(') ·'),
      of('slope', { kind: 'slope', layer, j }),
    ],
  });

  switch (STEPS[step].id) {
    case 'pixels':
      return [];
    case 'layer1':
      return forward(1, first);
    case 'layer2':
      return forward(2, hidden);
    case 'outputs':
      return forward(3, output);
    case 'cost':
      return [
        {
          name: 'Cost',
          tokens: [
            of('C', { kind: 'cost' }),
            text('= ½'),
            sum('j'),
            text('('),
            running('a', { kind: 'cost' }, 'a', 'j', 3),
            text('−'),
            { piece: 'y', part: { kind: 'cost' }, symbol: { letter: 'y', sub: 'j' } },
            text(')²'),
          ],
        },
      ];
    case 'miss':
      return [
        {
          name: 'BP1, first half',
          tokens: [of('wish', { kind: 'wish', layer: 3, j: output }), text('='), ...miss],
        },
      ];
    case 'errors':
      return [
        {
          name: 'BP1',
          tokens: [
            of('delta', { kind: 'delta', layer: 3, j: output }),
            text('= ('),
            ...miss,
            text(') ·'),
            of('slope', { kind: 'slope', layer: 3, j: output }),
          ],
        },
      ];
    case 'wishes': {
      const delta = of('delta', { kind: 'delta', layer: 3, j: output });
      return [
        {
          name: 'BP3, its bias',
          tokens: [of('gradB', { kind: 'nablaB', layer: 3, j: output }), text('='), delta],
        },
        {
          name: 'BP4, a weight',
          tokens: [
            of('grad', { kind: 'nablaW', layer: 3, j: output, k: hidden }),
            text('='),
            of('a', { kind: 'activation', layer: 2, j: hidden }),
            text('·'),
            delta,
          ],
        },
        {
          name: 'BP2, one request',
          tokens: [of('w', { kind: 'weight', layer: 3, j: output, k: hidden }), text('·'), delta],
        },
      ];
    }
    case 'sum':
      return [
        {
          name: 'BP2, first half',
          tokens: [
            of('wish', { kind: 'wish', layer: 2, j: hidden }),
            text('='),
            ...requests(2, hidden),
          ],
        },
      ];
    case 'errors2':
      return [error(2, hidden)];
    case 'errors1':
      return [error(1, first)];
    case 'picture':
      return [
        {
          name: 'BP4',
          tokens: [
            of('grad', { kind: 'nablaW', layer: 1, j: first, k: pixel }),
            text('='),
            of('x', { kind: 'input', k: pixel }),
            text('·'),
            of('delta', { kind: 'delta', layer: 1, j: first }),
          ],
        },
      ];
    case 'nudge':
    case 'apply':
      return [
        {
          name: 'Gradient descent',
          tokens: [
            of('nudge', { kind: 'nudgeW', layer: 1, j: first, k: pixel }),
            text('= −'),
            of('eta', { kind: 'eta' }),
            text('·'),
            of('grad', { kind: 'nablaW', layer: 1, j: first, k: pixel }),
          ],
        },
      ];
  }
}

/** The texts of the files that the steps quote. */
export interface Sources {
  readonly backprop: string;
  readonly cost: string;
  readonly feedforward: string;
  readonly sgd: string;
}

/** For each step the lines of the source that run in it. @throws Error where a file has changed and no longer has them */
export function sourcesOf(sources: Sources): Readonly<Record<StepId, readonly SourceLine[]>> {
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
    ['wish[k] += weights[row + k] * delta;', 'wish', 'w', 'next', 'request'],
  ]);
  const times = cut('backprop', 'export function errorsInto', [
    ['deltas[l][k] = wish[k] * sigmoid.prime', 'delta', 'wish', 'slope'],
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
    wishes: [
      ...cut('backprop', 'export function addGradient', [
        ['nablaB[j] += delta[j];', 'gradB', 'delta'],
        ['nablaW[row + k] += a[k] * d;', 'grad', 'a', 'delta'],
      ]),
      ...cut('backprop', 'export function errorsInto', [
        ['wish[k] += weights[row + k] * delta;', 'request', 'w', 'delta'],
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
