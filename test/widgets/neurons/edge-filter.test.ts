import { describe, expect, it } from 'vitest';
import { isWithinHalf, roundTo } from '@/words/places.ts';
import { EdgeFilter } from '@/widgets/neurons/edge-filter/edge-filter.svelte.ts';
import {
  farthest,
  filterPicture,
  inkedPlaces,
  KERNELS,
  productsAt,
  windowAt,
} from '@/widgets/neurons/edge-filter/edge-kernels.ts';

/** Full ink in the rows 10 to 17 of the columns 10 to 17. */
const square = Float64Array.from({ length: 784 }, (_, k) =>
  [k % 28, Math.floor(k / 28)].every((at) => at >= 10 && at <= 17) ? 1 : 0,
);
const at = (x: number, y: number): number => y * 28 + x;
const blank = new Float64Array(784);

describe('nine numbers', () => {
  it('the level ones answer to the upper edge, oppositely to the lower one, and to nothing within', () => {
    const result = filterPicture(KERNELS[0].numbers, square);
    expect([result[at(13, 9)], result[at(13, 10)]]).toEqual([3, 3]);
    expect([result[at(13, 17)], result[at(13, 18)]]).toEqual([-3, -3]);
    expect([result[at(13, 13)], result[at(10, 13)], result[at(2, 2)]]).toEqual([0, 0, 0]);
  });

  it('the upright ones answer to the sides', () => {
    const result = filterPicture(KERNELS[1].numbers, square);
    expect([result[at(9, 13)], result[at(18, 13)], result[at(13, 9)]]).toEqual([3, -3, 0]);
  });

  it('the slanted ones answer most to a slope of their own', () => {
    const slope = (sign: number): Float64Array =>
      Float64Array.from({ length: 784 }, (_, k) =>
        Math.floor(k / 28) - 14 >= sign * ((k % 28) - 14) ? 1 : 0,
      );
    const middle = at(14, 14);
    const answer = (kernel: number, sign: number): number =>
      filterPicture(KERNELS[kernel].numbers, slope(sign))[middle];
    expect(answer(2, -1)).toBeGreaterThan(Math.abs(answer(2, 1)));
    expect(answer(3, 1)).toBeGreaterThan(Math.abs(answer(3, -1)));
  });

  it('blur never answers with less than nothing', () => {
    expect(Math.min(...filterPicture(KERNELS[4].numbers, square))).toBe(0);
    expect(farthest(KERNELS[4].numbers)).toBe(1);
  });

  it('find no ink beyond the picture', () => {
    expect(windowAt(0)).toEqual([null, null, null, null, 0, 1, null, 28, 29]);
    expect(windowAt(783).filter((place) => place !== null)).toEqual([754, 755, 782, 783]);
    const full = new Float64Array(784).fill(1);
    expect(productsAt(KERNELS[0].numbers, full, 0).map(({ ink }) => ink)).toEqual([
      0, 0, 0, 0, 1, 1, 0, 1, 1,
    ]);
  });

  it('are worth a step wherever they cover ink', () => {
    expect(inkedPlaces(square)).toHaveLength(100);
    expect(inkedPlaces(blank)).toHaveLength(784);
  });
});

describe('the filter', () => {
  it('begins where the answer is strongest, and steps from there', () => {
    const filter = new EdgeFilter(() => square);
    expect(filter.sum).toBe(3);
    filter.goTo(0);
    expect(filter.cell).toBe(at(9, 9));
    filter.goTo(filter.step + 1);
    expect(filter.cell).toBe(at(10, 9));
    filter.point(0);
    expect([filter.cell, filter.step]).toEqual([0, 0]);
    filter.point(783);
    expect(filter.step).toBe(99);
    filter.point(null);
    expect(filter.cell).toBe(at(10, 9));
    filter.point(783);
    filter.settle();
    filter.point(null);
    expect(filter.cell).toBe(783);
  });

  it('shows factors that multiply to the products, and products that add up to the sum', () => {
    const grey = Float64Array.from({ length: 784 }, (_, k) => ((k * 37) % 256) / 255);
    const filter = new EdgeFilter(() => grey);
    filter.set(4, 2.7182);
    filter.set(1, -8);
    for (let cell = 0; cell < 784; cell += 13) {
      filter.point(cell);
      const { digits, products, sum } = filter;
      const total = products.reduce(
        (all, { product }) => all + roundTo(product, digits.product),
        0,
      );
      expect(isWithinHalf(total, roundTo(sum, 2), 2)).toBe(true);
      for (const { weight, ink, product } of products) {
        const shown = roundTo(product, digits.product);
        expect(isWithinHalf(weight * roundTo(ink, digits.ink), shown, digits.product)).toBe(true);
      }
    }
  });

  it('takes numbers to ±9 and nothing that is none', () => {
    const filter = new EdgeFilter(() => square);
    filter.set(0, 400);
    filter.set(1, NaN);
    filter.set(9, 1);
    expect(filter.kernel).toEqual([9, -1, -1, 0, 0, 0, 1, 1, 1]);
    expect(filter.chosen).toBe(-1);
    filter.choose(3);
    expect(filter.chosen).toBe(3);
    const { cell, sum } = filter;
    filter.flip();
    expect(filter.kernel).toEqual(KERNELS[3].numbers.map((number) => 0 - number));
    expect([filter.cell, filter.sum, filter.flipped]).toEqual([cell, 0 - sum, 3]);
    expect(filter.choices.at(-1)?.name).toBe('Slanted \\, signs flipped');
    filter.reset();
    expect([filter.chosen, filter.canReset]).toEqual([0, false]);
  });

  it('travels in a link, and leaves nonsense aside', () => {
    const [sent, got] = [new EdgeFilter(() => square), new EdgeFilter(() => square)];
    expect(sent.toLink()).toEqual({});
    sent.choose(4);
    sent.set(3, -0.3333);
    sent.point(17);
    sent.settle();
    got.fromLink(sent.toLink());
    expect([got.kernel, got.cell]).toEqual([sent.kernel, 17]);
    for (const kernel of [
      '',
      '1_2',
      'a_b_c_d_e_f_g_h_i',
      '1_1_1_1_1_1_1_1_10',
      '1_1_1_1__1_1_1_1',
    ]) {
      const other = new EdgeFilter(() => square);
      other.fromLink({ kernel, at: '784' });
      expect(other.canReset).toBe(false);
    }
  });

  it('makes nothing of a blank picture', () => {
    const filter = new EdgeFilter(() => blank, { numbers: [0, 0, 0, 0, 0, 0, 0, 0, 0] });
    expect([filter.sum, filter.max, filter.cell]).toEqual([0, 1, 0]);
  });
});
