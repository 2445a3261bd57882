import { describe, expect, it } from 'vitest';
import { DEVICE_LIMITS, writeDrawing } from '../../../src/reader/drawing-text.ts';
import type { DrawingsDisk } from '../../../src/reader/drawings/disk.ts';
import {
  MOST_DRAWINGS,
  NOT_KEPT,
  ReaderDrawings,
} from '../../../src/reader/drawings/drawings.svelte.ts';
import {
  type NewDrawing,
  readKept,
  wasRight,
  writeKept,
} from '../../../src/reader/drawings/kept.ts';
import { memoryDrawings } from '../../../src/reader/drawings/memory.ts';

const strokes = [{ points: [0.25, 0.25, 0.5, 0.75], width: 0.07, erase: false }];
const drawing = (label: number | null, said: number | null): NewDrawing => ({
  strokes,
  label,
  said,
});

/** A disk that refuses to keep anything while it is told to. */
function full(name: string): DrawingsDisk & { isFull: boolean } {
  const disk = memoryDrawings();
  return Object.assign({}, disk, {
    isFull: true,
    add(this: { isFull: boolean }, one: NewDrawing) {
      return this.isFull ? Promise.reject(new DOMException('No.', name)) : disk.add(one);
    },
  });
}

const begun = async (disk: DrawingsDisk): Promise<ReaderDrawings> => {
  const drawings = new ReaderDrawings(disk);
  drawings.begin();
  await drawings.say(-99, 0); // after all that was asked before
  return drawings;
};

describe('a kept drawing', () => {
  it('comes back as it was written', () => {
    const written = writeKept(drawing(4, 9));
    expect(readKept({ ...written, serial: 3 })).toEqual({ ...drawing(4, 9), serial: 3 });
    expect(written?.strokes).toBe(writeDrawing(strokes, DEVICE_LIMITS));
  });

  it.each([
    ['nothing', null],
    ['no serial', { strokes: 'xx', label: 1, said: 1 }],
    ['a digit of two places', { ...writeKept(drawing(4, 9)), serial: 1, label: 10 }],
    ['half a digit', { ...writeKept(drawing(4, 9)), serial: 1, said: 0.5 }],
    ['strokes that are none', { serial: 1, strokes: '!', label: 1, said: 1 }],
  ])('is none where there is %s', (_, value) => {
    expect(readKept(value)).toBeNull();
  });

  it('is right, wrong, or not known', () => {
    expect(wasRight(drawing(4, 4))).toBe(true);
    expect(wasRight(drawing(4, 9))).toBe(false);
    expect(wasRight(drawing(4, null))).toBe(false);
    expect(wasRight(drawing(null, 9))).toBe(false);
    expect(wasRight(drawing(null, null))).toBeNull();
  });
});

describe("the reader's drawings", () => {
  it('are there again, the newest first, and counted', async () => {
    const disk = memoryDrawings([drawing(1, 1), drawing(2, 7)]);
    const drawings = await begun(disk);
    await drawings.keep(drawing(3, 3));
    expect(drawings.kept.map(({ label }) => label)).toEqual([3, 2, 1]);
    expect(drawings.count).toEqual({ right: 2, known: 3 });
    expect((await begun(disk)).kept.map(({ label }) => label)).toEqual([3, 2, 1]);
  });

  it('learn what one was meant to be, and forget one or all', async () => {
    const disk = memoryDrawings();
    const drawings = await begun(disk);
    const serial = await drawings.keep(drawing(null, 9));
    await drawings.say(serial ?? 0, 4);
    expect(drawings.kept).toEqual([{ ...drawing(4, 9), serial }]);
    await drawings.keep(drawing(1, 1));
    await drawings.forget(serial ?? 0);
    expect((await disk.read()).map(({ label }) => label)).toEqual([1]);
    await drawings.forgetAll();
    expect([drawings.kept, await disk.read()]).toEqual([[], []]);
  });

  it('lose nothing where the device is full or keeps nothing, and say so', async () => {
    for (const [name, words] of [
      ['QuotaExceededError', NOT_KEPT.full],
      ['SecurityError', NOT_KEPT.denied],
    ]) {
      const disk = full(name);
      const drawings = await begun(disk);
      const serial = await drawings.keep(drawing(null, 1));
      expect(serial).toBeLessThan(0);
      expect(drawings.trouble).toBe(words);
      await drawings.say(serial ?? 0, 7);
      disk.isFull = false;
      await drawings.keep(drawing(2, 2));
      expect(drawings.kept.map(({ label }) => label)).toEqual([2, 7]);
      await drawings.forget(serial ?? 0);
      expect(drawings.kept.map(({ label }) => label)).toEqual([2]);
    }
  });

  it('follow another page of the site, beside what is kept by this one alone', async () => {
    const disk = full('QuotaExceededError');
    let tell: (wasForgotten: boolean) => void = () => undefined;
    disk.listen = (onchange) => {
      tell = onchange;
      return () => undefined;
    };
    const drawings = await begun(disk);
    await drawings.keep(drawing(5, 5));
    disk.isFull = false;
    await disk.add(drawing(6, 6)); // the other page
    tell(false);
    await drawings.say(-99, 0);
    expect(drawings.kept.map(({ label }) => label)).toEqual([5, 6]);
    tell(true);
    expect(drawings.kept).toEqual([]);
  });

  it('are no more than a thousand', async () => {
    const drawings = await begun(
      memoryDrawings(Array.from({ length: MOST_DRAWINGS }, () => drawing(1, 1))),
    );
    expect(await drawings.keep(drawing(2, 2))).toBeNull();
    expect(drawings.trouble).toBe(NOT_KEPT.many);
    expect(drawings.kept).toHaveLength(MOST_DRAWINGS);
  });
});
