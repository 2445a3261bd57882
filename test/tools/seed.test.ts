import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED, seedOf } from './seed.ts';

describe('the seed', () => {
  it('is one for every property of the run, so that what failed fails again', () => {
    expect(fc.readConfigureGlobal().seed).toBe(SEED);
    const drawn = (): number[] => fc.sample(fc.integer(), 20);
    expect(drawn()).toEqual(drawn());
  });

  it('is 1 unless the environment names another', () => {
    expect(seedOf(undefined)).toBe(1);
    expect(seedOf('')).toBe(1);
    expect(seedOf('-22799347')).toBe(-22799347);
  });

  it.each(['seven', '1.5', '1e99', 'NaN'])('is no %s, and says so', (text) => {
    expect(() => seedOf(text)).toThrow(`Got '${text}'.`);
  });

  it('is named by a property that fails', () => {
    expect(() => fc.assert(fc.property(fc.nat(), (n) => n < 5))).toThrow(`seed: ${SEED}`);
  });
});
