import { beforeAll, expect, it } from 'vitest';
import { loadResources, thousand } from '@/islands/resources.ts';
import {
  bestMove,
  distanceOf,
  inkOf,
  moved,
  neighboursOf,
  overlay,
} from '@/widgets/neurons/three-threes/pixel-distance.ts';

beforeAll(() => loadResources(thousand));

/** A picture with ink in a few places. */
function picture(ink: Readonly<Record<number, number>>): Float64Array {
  const pixels = new Float64Array(784);
  for (const [at, value] of Object.entries(ink)) pixels[Number(at)] = value;
  return pixels;
}

it('adds up the differences, sign left out', () => {
  const [one, other] = [picture({ 0: 1, 1: 0.5 }), picture({ 1: 0.75, 2: 1 })];
  expect(distanceOf(one, other)).toBe(1 + 0.25 + 1);
  expect(distanceOf(other, one)).toBe(distanceOf(one, other));
  expect(distanceOf(one, one)).toBe(0);
});

it('what one alone has and what the other alone has is the distance; with what is shared, it is all their ink', () => {
  const [one, other] = [thousand.value[3].pixels, thousand.value[8].pixels];
  const { shared, onlyFirst, onlySecond } = overlay(one, other);
  expect(inkOf(onlyFirst) + inkOf(onlySecond)).toBeCloseTo(distanceOf(one, other), 10);
  expect(inkOf(shared) + inkOf(onlyFirst)).toBeCloseTo(inkOf(one), 10);
  expect(inkOf(shared) + inkOf(onlySecond)).toBeCloseTo(inkOf(other), 10);
});

it('moving loses what goes over the edge, and brings nothing in on the other side', () => {
  const corner = picture({ 27: 1, 28: 0.5 });
  expect([...moved(corner, 1, 0)].flatMap((ink, i) => (ink > 0 ? [[i, ink]] : []))).toEqual([
    [29, 0.5],
  ]);
  expect(inkOf(moved(corner, 0, -1))).toBe(0.5);
  expect(moved(corner, 0, 0)).toBe(corner);
});

it('finds the way back of a digit that was moved', () => {
  const { pixels } = thousand.value[5];
  expect(bestMove(pixels, moved(pixels, 2, -3), 6)).toEqual({ right: -2, down: 3 });
  expect(bestMove(pixels, pixels, 6)).toEqual({ right: 0, down: 0 });
});

it('lists all others, the nearest first', () => {
  const [digit] = thousand.value;
  const neighbours = neighboursOf(digit, thousand.value);
  expect(neighbours).toHaveLength(999);
  expect(neighbours.some((other) => other.digit === digit)).toBe(false);
  const distances = neighbours.map(({ distance }) => distance);
  expect(distances).toEqual([...distances].sort((one, other) => one - other));
});
