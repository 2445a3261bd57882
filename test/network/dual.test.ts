import { describe, expect, it } from 'vitest';
import { exp, sigma, softplus } from './dual.ts';

/** The measuring rod is measured too: what dual numbers say is held against what is known of e^x by heart. */
describe('dual numbers', () => {
  it.each([-40, -3.3, -0.35, 0, 1e-9, 0.34, 1, 17.2, 40])('move e^x at %f by e^x', (x) => {
    const { value, slope } = exp({ value: x, slope: 1 });
    expect(value / Math.exp(x)).toBeCloseTo(1, 14);
    expect(slope / Math.exp(x)).toBeCloseTo(1, 14);
    expect(exp({ value: x, slope: -3 }).slope).toBeCloseTo(-3 * slope, 8);
  });

  it.each([-40, -2, 0, 2, 40])(
    'move softplus at %f by sigma, and sigma by 1 / (e^z + 2 + e^-z)',
    (z) => {
      const moving = { value: z, slope: 1 };
      expect(softplus(moving).slope / sigma(moving).value).toBeCloseTo(1, 14);
      expect(sigma(moving).slope * (Math.exp(z) + 2 + Math.exp(-z))).toBeCloseTo(1, 13);
    },
  );
});
