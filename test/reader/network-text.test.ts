import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NetworkTextError,
  readNetworkText,
  writeNetworkText,
} from '../../src/reader/network-text.ts';
import { LIMITS } from '../../src/training/plan.ts';
import { SHORT, type SharedNetwork } from '../../src/training/runs/shared.ts';

const shared: SharedNetwork = {
  plan: {
    ...{ sizes: [784, 30, 10], start: 'normal', cost: 'quadratic', eta: 3, miniBatch: 10 },
    ...{ lambda: 0, epochs: 30, seed: 1, count: 60_000, growth: 'wait' },
  },
  engine: 'kernel',
  fingerprint: '0123456789abcdef',
};
const text = '1_30_normal_quadratic_3_10_0_30_1_60000_wait_kernel_0123456789abcdef';

const places = fc.nat({ max: 1e9 - 1 });

/** Any network that can be shared. */
const anyShared: fc.Arbitrary<SharedNetwork> = fc
  .record({
    hidden: fc.array(fc.integer({ min: 1, max: LIMITS.neurons }), {
      maxLength: LIMITS.hiddenLayers,
    }),
    start: fc.constantFrom('normal' as const, 'scaled' as const),
    cost: fc.constantFrom('quadratic' as const, 'cross-entropy' as const),
    eta: places.map((n) => Number(`${n % LIMITS.eta}.${n + 1}`)).filter((eta) => eta > 0),
    miniBatch: fc.integer({ min: 1, max: LIMITS.miniBatch }),
    lambda: fc.oneof(
      fc.integer({ min: 0, max: LIMITS.lambda }),
      places.map((n) => n / 1e9),
    ),
    epochs: fc.integer({ min: 3, max: LIMITS.epochs }),
    seed: fc.integer({ min: 0, max: LIMITS.seed }),
    count: fc.integer({ min: 3, max: LIMITS.count }),
    isGrowing: fc.boolean(),
    engine: fc.constantFrom('kernel' as const, 'network' as const),
    fingerprint: fc.stringMatching(/^[0-9a-f]{16}$/),
  })
  .map(({ hidden, isGrowing, engine, fingerprint, ...rest }) => ({
    plan: {
      ...rest,
      sizes: [784, ...hidden, 10],
      growth: isGrowing
        ? [
            { epoch: 1, count: Math.ceil(rest.count / 2) },
            { epoch: 3, count: rest.count },
          ]
        : 'wait',
    },
    engine,
    fingerprint,
  }));

describe('a network in a link', () => {
  it('is short, and has no sign that an address would escape', () => {
    expect(writeNetworkText(shared)).toBe(text);
    expect(encodeURIComponent(text)).toBe(text);
    expect(readNetworkText(text)).toEqual(shared);
  });

  it('says every plan exactly, and no fingerprint longer than need be', () => {
    fc.assert(
      fc.property(anyShared, (any) => {
        const written = writeNetworkText(any);
        expect(written).not.toBeNull();
        expect(readNetworkText(written ?? '')).toEqual(any);
      }),
    );
    const long = { ...shared, fingerprint: shared.fingerprint.repeat(4) };
    expect(writeNetworkText(long)).toBe(text);
    expect(SHORT).toBe(16);
  });

  it('is not written where it could not be said exactly', () => {
    const of = (change: object) =>
      writeNetworkText({ ...shared, plan: { ...shared.plan, ...change } });
    expect(of({ eta: 1 / 3 })).toBeNull();
    expect(of({ lambda: 1e-12 })).toBeNull();
    expect(of({ growth: 'as-they-come' })).toBeNull();
    expect(of({ eta: 1e-7 })).toContain('_0.0000001_');
  });

  const part = (at: number, value: string): string => text.split('_').with(at, value).join('_');

  it.each([
    ['', /names no network/],
    ['1', /names no network/],
    [text.slice(0, -1), /names no network/],
    [`${text}_x`, /names no network/],
    [part(12, 'ABCDEF0123456789'), /names no network/],
    [part(11, 'gpu'), /names no network/],
    [part(1, '30-'), /names no network/],
    ['x'.repeat(5000), /names no network/],
    [part(0, '2'), /another version/],
    [part(4, '1001'), /cannot be trained here\. Eta: above 0, up to 1,000/],
    [part(4, '1e2'), /Eta/],
    [part(1, '301'), /Layers/],
    [part(1, '30-30-30-30'), /Layers/],
    [part(2, '<script>'), /Start/],
    [part(6, '1000001'), /Lambda/],
    [part(8, '4294967296'), /Seed/],
    [part(9, '60001'), /Digits: a whole number/],
    [part(10, '1-70000'), /Digits come/],
    [part(10, '2-100'), /Digits come/],
    [part(10, '__proto__'), /names no network/],
  ])('is refused with words: %.90s', (bad, words) => {
    expect(() => readNetworkText(bad)).toThrow(NetworkTextError);
    expect(() => readNetworkText(bad)).toThrow(words);
  });

  it('never throws anything else, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.tuple(fc.nat({ max: 12 }), fc.string()).map(([at, value]) => part(at, value)),
        ),
        (any) => {
          try {
            readNetworkText(any);
          } catch (error) {
            expect(error).toBeInstanceOf(NetworkTextError);
          }
        },
      ),
    );
  });
});
