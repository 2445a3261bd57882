import { describe, expect, it } from 'vitest';
import { accuracyScale, heightOf, tickName } from '../../src/plot/charts/accuracy-scale.ts';

describe('the scale of accuracy', () => {
  it('gives each halving of the mistakes the same way', () => {
    const way = heightOf(0.95) - heightOf(0.9);
    expect(heightOf(0.975) - heightOf(0.95)).toBeCloseTo(way);
    expect(heightOf(0.8) - heightOf(0.6)).toBeCloseTo(way);
    expect(heightOf(1)).toBeGreaterThan(heightOf(0.999));
  });

  it('goes up to 98%, and further where a run has come further', () => {
    const names = (best: number): string[] => {
      const scale = accuracyScale(best);
      return scale.ticks.map((tick) => tickName(tick, scale));
    };
    expect(names(0)).toEqual(['10', '50', '80', '90', '95', '97', '98%']);
    expect(names(0.9801).at(-1)).toBe('99%');
    expect(names(0.9999).at(-1)).toBe('99.5');
    expect(accuracyScale(0.9999).domain[1]).toBeGreaterThan(heightOf(0.995));
  });

  it('has room below chance', () => {
    expect(accuracyScale(0.5).domain[0]).toBeLessThan(heightOf(0.1));
  });
});
