import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cliffOf,
  coarseFirst,
  ETA_COUNT,
  ETAS,
  LEAST_DROP,
} from '../../../src/training/etas/etas.ts';
import { deviceLimits } from '../../../src/training/etas/device-limits.ts';
import { LIMITS } from '../../../src/training/plan.ts';

describe('the thirty values of eta', () => {
  it('rise from .01 to 100 in even steps of a log axis, each as it is printed', () => {
    expect(ETAS).toHaveLength(ETA_COUNT);
    expect([ETAS[0], ETAS.at(-1)]).toEqual([0.01, 100]);
    const steps = ETAS.slice(1).map((eta, i) => Math.log10(eta / ETAS[i]));
    expect(Math.min(...steps)).toBeGreaterThan(0.1);
    expect(Math.max(...steps)).toBeLessThan(0.18);
    expect(ETAS.every((eta) => Number(eta.toPrecision(2)) === eta && eta <= LIMITS.eta)).toBe(true);
  });

  it('are tried coarse first: ends, middle, quarters, eighths', () => {
    expect(coarseFirst(9)).toEqual([0, 8, 4, 2, 6, 1, 3, 5, 7]);
    expect(coarseFirst(30).slice(0, 5)).toEqual([0, 29, 15, 7, 22]);
    expect([coarseFirst(0), coarseFirst(1), coarseFirst(2)]).toEqual([[], [0], [0, 1]]);
  });

  it('are each tried once, and after any eight no two neighbours tried are further apart than a fifth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (count) => {
        const order = coarseFirst(count);
        expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
        const first = order.slice(0, 9).sort((a, b) => a - b);
        const gaps = first.slice(1).map((index, i) => index - first[i]);
        if (count >= 9) expect(Math.max(...gaps)).toBeLessThanOrEqual(count / 5);
      }),
    );
  });
});

describe('the cliff', () => {
  it('is the steepest drop between neighbours that are done', () => {
    expect(cliffOf([0.5, 0.9, 0.95, 0.8, 0.1, 0.1])).toEqual({ from: 3, to: 4 });
    expect(cliffOf([0.5, null, 0.95, null, null, 0.1])).toEqual({ from: 2, to: 5 });
    expect(cliffOf([0.95, 0.1, 0.9, 0.04])).toEqual({ from: 2, to: 3 });
  });

  it('is none where nothing is done, or luck alone would do', () => {
    expect(cliffOf([])).toBeNull();
    expect(cliffOf([null, 0.9, null])).toBeNull();
    expect(cliffOf([0.1, 0.5, 0.9, 0.9 - LEAST_DROP / 2])).toBeNull();
  });
});

describe('what a device can bear', () => {
  it('is a worker a core up to eight, one where there is little memory', () => {
    const workers = (cores: number, memory?: number) =>
      deviceLimits({ cores, memory, isPhone: false }, 60_000).workers;
    expect([1, 2, 4, 8, 64, NaN].map((cores) => workers(cores))).toEqual([1, 2, 4, 8, 8, 1]);
    expect([workers(8, 1), workers(8, 8)]).toEqual([1, 8]);
  });

  it('is half the cores and fewer digits on a phone, and is said', () => {
    const phone = deviceLimits({ cores: 8, memory: 4, isPhone: true }, 60_000);
    expect(phone).toMatchObject({ workers: 4, count: 20_000 });
    expect(phone.words).toBe(
      'On this device each of the runs learns from 20,000 digits, not 60,000, so that they come to an end.',
    );
    expect(deviceLimits({ cores: 8, memory: 4, isPhone: true }, 10_000)).toMatchObject({
      count: 10_000,
      words: null,
    });
    expect(deviceLimits({ cores: 8, memory: 8, isPhone: false }, 60_000)).toMatchObject({
      count: 60_000,
      words: null,
    });
  });
});
