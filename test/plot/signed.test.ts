import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import SignedGrid from '@/plot/pixels/SignedGrid.canvas.svelte';
import SignedScale from '@/plot/SignedScale.svelte';
import { createRandom } from '../../src/network/random.ts';
import { opacityOf, scaleEnd, signedRuns } from '../../src/plot/signed.ts';
import { cellsOf } from './cells-of.ts';

const nothing = (): boolean => false;

it.each([
  [0, 1, 0],
  [1, 1, 1],
  [-1, 1, 1],
  [0.5, 1, 0.607],
  [-0.1, 1, 0.191],
  [3, 1, 1],
  [NaN, 1, 0],
  [0, 0, 0],
])('%d beside %d is shown %d opaque', (value, max, opacity) => {
  expect(opacityOf(value, max)).toBeCloseTo(opacity, 3);
});

it.each([
  [[], 1],
  [[0, 0], 1],
  [[NaN, -Infinity, 0.2], 0.2],
  [[0.3, -1.32], 1.6],
  [[-0.072], 0.08],
  [[9.7], 10],
])('the scale of %j ends at %d', (values, end) => {
  expect(scaleEnd(values)).toBe(end);
});

it('covers every cell that can be seen once, with its sign and its opacity to a twentieth', () => {
  const numbers = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: 35,
    maxLength: 35,
  });
  fc.assert(
    fc.property(numbers, (values) => {
      const { runs, rules } = signedRuns(values, 1, 5, nothing);
      const painted = runs.map((run) => {
        const sign = run.isNegative ? -1 : 1;
        return cellsOf(run.path, 5, 35).map((times) => times * sign * run.opacity);
      });
      const ruled = cellsOf(rules, 5, 35);
      for (const [i, value] of values.entries()) {
        const shown = painted.reduce((sum, cells) => sum + cells[i], 0);
        const meant = Math.sign(value) * opacityOf(value, 1);
        expect(Math.abs(shown - meant)).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(ruled[i]).toBe(shown < 0 ? 1 : 0);
      }
    }),
  );
});

it('stands on a page without script as a picture with a name, of at most 6 kB however noisy it is', () => {
  const random = createRandom(1);
  const values = Float64Array.from({ length: 784 }, () => random.normal());
  const { body } = render(SignedGrid, { props: { values, max: 3, label: 'Weights of neuron 4' } });
  expect(body).toMatch(/role="img" aria-label="Weights of neuron 4"/);
  expect(body).toContain('<path');
  expect(body).not.toMatch(/NaN|undefined|Infinity/);
  expect(gzipSync(body).length).toBeLessThan(6000);
});

it('says on a page without script what its strengths mean', () => {
  const { body } = render(SignedScale, { props: { max: 0.8, of: 'weights' } });
  expect(body).toContain('−0.8');
  expect(body).toContain('+0.4');
  expect(body).toContain('Negative cells are also ruled.');
});

it.each([NaN, 0, Infinity, -1])('a scale that ends at %d shows no faulty number', (max) => {
  expect(render(SignedScale, { props: { max } }).body).not.toMatch(/NaN|undefined|Infinity/);
});
