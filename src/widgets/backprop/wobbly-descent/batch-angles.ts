/** How well the gradient of a few digits points the way of the gradient of all: the cosine between them, in all 13,002 directions. */
import type { GivenDigit } from '@/digits/sheet.ts';
import type { Network } from '@/network/network.ts';
import { work } from '../whole-pass.svelte.ts';

/** Digits that stand for all: each is a whole pass at every stage, worked out before the figure shows. */
export const ANGLE_DIGITS = 200;
export const ANGLE_SIZES: readonly number[] = [1, 10, 100];
/** Of these the digits that are looked at one by one, a batch each: a cosine in all 13,002 directions for every one. */
const SINGLES = 20;

/** For each of ANGLE_SIZES the mean cosine of its batches, -1 to 1. */
export type Cosines = readonly number[];

const known = new WeakMap<Network, Cosines>();

/** @param digits ANGLE_DIGITS or more, in an order that says nothing of their kinds */
export function cosinesAt(network: Network, digits: readonly GivenDigit[]): Cosines {
  const before = known.get(network);
  if (before) return before;
  const length = network.layers.reduce((sum, { nIn, nOut }) => sum + nOut * (nIn + 1), 0);
  const full = new Float64Array(length);
  const batches = ANGLE_SIZES.map((size) =>
    Array.from(
      { length: size === 1 ? SINGLES : ANGLE_DIGITS / size },
      () => new Float64Array(length),
    ),
  );
  digits.slice(0, ANGLE_DIGITS).forEach(({ pixels, label }, i) => {
    const { errors } = work(network, pixels, label, 1);
    const sums = [full];
    ANGLE_SIZES.forEach((size, s) => {
      const batch = batches[s][Math.floor(i / size)];
      if (batch !== undefined) sums.push(batch);
    });
    let at = 0;
    errors.nablaW.forEach((nablaW, l) => {
      for (const list of [nablaW, errors.nablaB[l]]) {
        for (const sum of sums) for (let n = 0; n < list.length; n++) sum[at + n] += list[n];
        at += list.length;
      }
    });
  });
  const cosines = batches.map(
    (sums) => sums.reduce((all, sum) => all + cosine(sum, full), 0) / sums.length,
  );
  known.set(network, cosines);
  return cosines;
}

/** u v / (|u| |v|); 0 where one of them has no length. */
export function cosine(u: Float64Array, v: Float64Array): number {
  let [uv, uu, vv] = [0, 0, 0];
  for (let i = 0; i < u.length; i++) {
    uv += u[i] * v[i];
    uu += u[i] * u[i];
    vv += v[i] * v[i];
  }
  return uu > 0 && vv > 0 ? uv / Math.sqrt(uu * vv) : 0;
}
