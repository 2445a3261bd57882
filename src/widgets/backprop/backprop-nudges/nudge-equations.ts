/** The equation of each step with the indices of the neurons that it is told of. */
import { type Part, symbolOf } from '@/explain/parts.ts';
import type { Network } from '@/network/network.ts';
import { type Equation, type EquationToken, type Focus, type Piece, STEPS } from './nudge-steps.ts';

const text = (words: string): EquationToken => ({ text: words });
const equation = (name: string, ...tokens: readonly EquationToken[]): Equation => ({
  name,
  tokens,
});
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
      equation(
        'Forward',
        of('a', { kind: 'activation', layer, j }),
        text('= σ('),
        sum('k'),
        running('w', z, 'w', `${at},k`, layer),
        running('x', z, layer === 1 ? 'x' : 'a', 'k', layer - 1),
        text('+'),
        of('b', { kind: 'bias', layer, j }),
        text(')'),
      ),
    ];
  }
  const miss = [
    of('y', { kind: 'target', j: output }),
    text('−'),
    of('a', { kind: 'activation', layer: 3, j: output }),
  ];
  /** What the next layer asks of neuron j, but for its minus. */
  function requests(layer: number, j: number): EquationToken[] {
    const wish: Part = { kind: 'wish', layer, j };
    return [
      sum('j'),
      running('w', wish, 'w', `j,${numeralOf(layer, j)}`, layer + 1),
      running('next', wish, 'delta', 'j', layer + 1),
    ];
  }
  const error = (layer: number, j: number): Equation =>
    equation(
      'BP2',
      of('delta', { kind: 'delta', layer, j }),
      text('= ('),
      ...requests(layer, j),
      text(') ·'),
      of('slope', { kind: 'slope', layer, j }),
    );

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
        equation(
          'Cost',
          of('C', { kind: 'cost' }),
          text('= ½'),
          sum('j'),
          text('('),
          { piece: 'y', part: { kind: 'cost' }, symbol: { letter: 'y', sub: 'j' } },
          text('−'),
          running('a', { kind: 'cost' }, 'a', 'j', 3),
          text(')²'),
        ),
      ];
    case 'miss':
      return [
        equation(
          'BP1, first half',
          of('wish', { kind: 'wish', layer: 3, j: output }),
          text('='),
          ...miss,
        ),
      ];
    case 'errors':
      return [
        equation(
          'BP1',
          of('delta', { kind: 'delta', layer: 3, j: output }),
          text('= −('),
          ...miss,
          text(') ·'),
          of('slope', { kind: 'slope', layer: 3, j: output }),
        ),
      ];
    case 'levers': {
      const delta = of('delta', { kind: 'delta', layer: 3, j: output });
      return [
        equation(
          'BP3, its bias',
          of('gradB', { kind: 'nablaB', layer: 3, j: output }),
          text('='),
          delta,
        ),
        equation(
          'BP4, a weight',
          of('grad', { kind: 'nablaW', layer: 3, j: output, k: hidden }),
          text('='),
          of('a', { kind: 'activation', layer: 2, j: hidden }),
          text('·'),
          delta,
        ),
        equation(
          'BP2, one request',
          text('−'),
          of('w', { kind: 'weight', layer: 3, j: output, k: hidden }),
          text('·'),
          delta,
        ),
      ];
    }
    case 'sum':
      return [
        equation(
          'BP2, first half',
          of('wish', { kind: 'wish', layer: 2, j: hidden }),
          text('= −'),
          ...requests(2, hidden),
        ),
      ];
    case 'errors2':
      return [error(2, hidden)];
    case 'errors1':
      return [error(1, first)];
    case 'picture':
      return [
        equation(
          'BP4',
          of('grad', { kind: 'nablaW', layer: 1, j: first, k: pixel }),
          text('='),
          of('x', { kind: 'input', k: pixel }),
          text('·'),
          of('delta', { kind: 'delta', layer: 1, j: first }),
        ),
      ];
    case 'nudge':
    case 'apply':
      return [
        equation(
          'Gradient descent',
          of('nudge', { kind: 'nudgeW', layer: 1, j: first, k: pixel }),
          text('= −'),
          of('eta', { kind: 'eta' }),
          text('·'),
          of('grad', { kind: 'nablaW', layer: 1, j: first, k: pixel }),
        ),
      ];
  }
}
