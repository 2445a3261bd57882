import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { sourceLines } from '../../../src/controls/inspector/source-lines.ts';
import { valueOf } from '../../../src/explain/explain-backward.ts';
import { roundTo } from '../../../src/words/places.ts';
import { stages } from '../../../src/islands/stages.ts';
import { hundred, loadResources } from '../../../src/islands/resources.ts';
import { EQUATIONS } from '../../../src/widgets/backprop/four-equations/equations.ts';
import { FourEquations } from '../../../src/widgets/backprop/four-equations/four-equations.svelte.ts';
import { work } from '../../../src/widgets/backprop/whole-pass.svelte.ts';

beforeAll(() => loadResources(stages, hundred));
const create = (stage: number, digit: number, output: number, hidden: number): FourEquations => {
  const { pixels, label } = hundred.value[digit];
  const { network, pass, back } = work(stages.value[stage], pixels, label, 1);
  return new FourEquations(() => ({
    output,
    hidden,
    valueOf: (part) => valueOf(network, pass, back, part),
  }));
};

describe('the four equations', () => {
  it('hold for the numbers as they are shown', () => {
    for (let i = 0; i < 40; i++) {
      const figure = create(i % 4, i, i % 10, i % 16);
      for (const equation of EQUATIONS) {
        const places = figure.placesOf(equation);
        const values = equation.numbers.map((piece) => figure.valueOf(piece));
        const result = values.pop() ?? NaN;
        const product = values.reduce((all, value) => all * roundTo(value, places.factors), 1);
        const half = 0.5 * 10 ** -places.result;
        expect(Math.abs(product - roundTo(result, places.result))).toBeLessThanOrEqual(
          half * (1 + 1e-6),
        );
        if (Math.abs(result) > 1e-7) expect(roundTo(result, places.result)).not.toBe(0);
      }
      expect(figure.words).not.toMatch(/NaN|undefined/);
    }
  });

  it('stand in the source where they are looked for', () => {
    const source = readFileSync(
      new URL('../../../src/network/backprop.ts', import.meta.url),
      'utf8',
    );
    for (const { from, lines } of EQUATIONS) {
      const needles = lines.map(({ needle }) => needle);
      expect(sourceLines(source, from, needles)).toHaveLength(needles.length);
    }
  });
});

it('unfolds from a link, opens a symbol, and goes back', () => {
  const figure = create(1, 5, 2, 3);
  figure.fromLink({ why: '24' });
  expect(figure.unfolded).toEqual([false, true, false, true]);
  expect(figure.toLink()).toEqual({ why: '24' });
  figure.fromLink({ why: '9' });
  expect(figure.toLink()).toEqual({ why: '24' });
  figure.open('w', 3);
  expect(figure.at).toBe(3);
  expect(figure.inspector.part).toEqual({ kind: 'weight', layer: 3, j: 2, k: 3 });
  figure.reset();
  expect(figure.canReset).toBe(false);
});
