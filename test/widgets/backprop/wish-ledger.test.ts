import { beforeAll, describe, expect, it } from 'vitest';
import { roundTo } from '../../../src/words/places.ts';
import { stages } from '../../../src/islands/stages.ts';
import { hundred, loadResources } from '../../../src/islands/resources.ts';
import {
  WishLedger,
  type Start,
} from '../../../src/widgets/backprop/wish-ledger/wish-ledger.svelte.ts';
import { work } from '../../../src/widgets/backprop/whole-pass.svelte.ts';

beforeAll(() => loadResources(stages, hundred));
const create = (stage: number, digit: number, neuron: number, start: Start = {}): WishLedger => {
  const { pixels, label } = hundred.value[digit];
  const worked = work(stages.value[stage], pixels, label, 1);
  return new WishLedger(() => ({ worked, neuronOf: () => neuron }), start);
};

describe('the requests on a hidden neuron', () => {
  it('add up to its wish, and times minus the slope to its error', () => {
    for (let i = 0; i < 40; i++) {
      const ledger = create(i % 4, i, i % 16, { layer: i % 3 === 0 ? 1 : 2 });
      const { requests, total, slope, delta, places, result } = ledger;
      expect(requests).toHaveLength(ledger.layer === 2 ? 10 : 16);
      expect(requests.reduce((sum, { request }) => sum + request, 0)).toBeCloseTo(total, 12);
      expect(-total * slope).toBeCloseTo(delta, 12);
      const shown = requests.reduce((sum, r) => sum + roundTo(r.request, places.requests), 0);
      const sum = Number(result.one.replace('\u2212', '-'));
      expect(result.fine).toBeGreaterThanOrEqual(4);
      expect(Math.abs(sum - total)).toBeLessThanOrEqual(0.5 * 10 ** -result.fine + 1e-12);
      expect(Math.abs(shown - sum)).toBeLessThanOrEqual(0.5 * 10 ** -result.fine + 1e-12);
      expect(ledger.words).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('are stacked without gaps, those below zero to its left', () => {
    const { requests, reach } = create(1, 12, 4);
    let [up, down] = [0, 0];
    for (const { from, to, request } of requests) {
      expect(from).toBe(request > 0 ? up : down);
      if (request > 0) up = to;
      else down = to;
      expect(Math.abs(to)).toBeLessThanOrEqual(reach);
    }
  });
});

it('opens a request, changes the layer, and goes back', () => {
  const ledger = create(1, 12, 4);
  ledger.open(7);
  expect(ledger.inspector.part).toEqual({ kind: 'request', layer: 3, j: 7, k: 4 });
  ledger.open(12);
  expect(ledger.inspector.part).toEqual({ kind: 'request', layer: 3, j: 7, k: 4 });
  ledger.choose(1);
  expect(ledger.inspector.part).toBeNull();
  expect(ledger.toLink()).toEqual({ layer: '1' });
  ledger.choose(3);
  expect(ledger.layer).toBe(1);
  ledger.reset();
  expect(ledger.canReset).toBe(false);
});
