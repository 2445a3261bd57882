import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  DEVICE_LIMITS,
  LINK_LIMITS,
  readDrawing,
  writeDrawing,
} from '../../src/reader/drawing-text.ts';
import { FOUR } from '../../src/widgets/recogniser/drawn.ts';

const coordinate = fc.double({ min: 0, max: 1, noNaN: true });
const stroke = fc.record({
  points: fc
    .array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 60 })
    .map((points) => points.flat()),
  width: fc.constantFrom(0.05, 0.07, 0.09),
  erase: fc.constant(false),
});

it('gives a drawing back, every point within .002 of where it was', () => {
  fc.assert(
    fc.property(fc.array(stroke, { minLength: 1, maxLength: 40 }), (drawing) => {
      const text = writeDrawing(drawing, DEVICE_LIMITS);
      const back = readDrawing(text ?? '', DEVICE_LIMITS) ?? [];
      expect(back.length).toBe(drawing.length);
      for (const [i, { points, width }] of drawing.entries()) {
        expect(back[i].width).toBe(width);
        expect(back[i].points.length).toBe(points.length);
        for (let k = 0; k < points.length; k += 2) {
          const [dx, dy] = [back[i].points[k] - points[k], back[i].points[k + 1] - points[k + 1]];
          expect(Math.hypot(dx, dy)).toBeLessThanOrEqual(0.002);
        }
      }
    }),
  );
});

it('writes what it read, letter by letter, so that a copied link can be copied again', () => {
  const text = writeDrawing(FOUR.strokes, LINK_LIMITS) ?? '';
  expect(text).toMatch(/^[\w.-]+$/);
  expect(text.length).toBeLessThan(100);
  expect(new URLSearchParams({ text }).toString()).toBe(`text=${text}`);
  expect(writeDrawing(readDrawing(text, LINK_LIMITS) ?? [], LINK_LIMITS)).toBe(text);
});

it('hands nothing out that is too much for a link, and reads nothing of the kind', () => {
  const dot = { points: [0.5, 0.5], width: 0.07, erase: false };
  const many = Array.from({ length: 41 }, () => dot);
  expect(writeDrawing(many.slice(1), LINK_LIMITS)).not.toBeNull();
  expect(writeDrawing(many, LINK_LIMITS)).toBeNull();
  expect(readDrawing(writeDrawing(many, DEVICE_LIMITS) ?? '', LINK_LIMITS)).toBeNull();
  const long = { ...dot, points: Array.from({ length: 2002 }, (_, i) => (i % 7) / 7) };
  expect(writeDrawing([long], LINK_LIMITS)).toBeNull();
  expect(readDrawing('A'.repeat(2001), LINK_LIMITS)).toBeNull();
});

it('keeps the fullest sheet that the pad allows on the device', () => {
  const points = Array.from({ length: 8000 }, (_, i) => Math.abs(Math.sin(i)));
  expect(writeDrawing([{ points, width: 0.05, erase: false }], DEVICE_LIMITS)?.length).toBeLessThan(
    DEVICE_LIMITS.characters,
  );
});

it('leaves out what is no ink', () => {
  expect(writeDrawing([], LINK_LIMITS)).toBeNull();
  expect(writeDrawing([{ points: [], width: 0.07, erase: false }], LINK_LIMITS)).toBeNull();
  expect(writeDrawing([{ points: [0, 0], width: 0.07, erase: true }], LINK_LIMITS)).toBeNull();
});

it('makes of any text a drawing on the pad, or none', () => {
  const letters = fc.constantFrom(...Array.from('ABCDEFGgh019-_.% é'));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(letters).map((all) => all.join('')),
      ),
      (text) => {
        for (const { points, width } of readDrawing(text, LINK_LIMITS) ?? []) {
          expect(points.length).toBeGreaterThan(1);
          expect(points.length % 2).toBe(0);
          expect(points.every((value) => value >= 0 && value <= 1)).toBe(true);
          expect(width).toBeGreaterThanOrEqual(0.01);
          expect(width).toBeLessThanOrEqual(0.2);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
