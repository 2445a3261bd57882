import { describe, expect, it } from 'vitest';
import type { ShelfDisk } from '../../src/reader/shelf-disk.ts';
import { ReaderShelf } from '../../src/reader/shelf.svelte.ts';
import type { EtaSet } from '../../src/training/etas/eta-set.ts';
import type { RunRecord } from '../../src/training/runs/record.ts';
import { MOST_RUNS, nameRun, type Shelf } from '../../src/training/runs/shelf.ts';
import { endedRunOf, plan, pointsTo } from '../training/runs/runs.ts';

/** A device, with pages that look at it. */
class Device {
  shelf: Shelf = { runs: [], thirty: null };
  /** Why it keeps nothing: the name of the error; null while it does. */
  refuses: string | null = null;
  readonly #pages = new Set<(wasForgotten: boolean) => void>();

  /** What one page has of it. */
  disk(): ShelfDisk {
    let mine: ((wasForgotten: boolean) => void) | undefined;
    const change = (shelf: Shelf): void => {
      if (this.refuses !== null) throw new DOMException('No.', this.refuses);
      this.shelf = shelf;
      for (const page of this.#pages) if (page !== mine) page(false);
    };
    return {
      read: async () => {
        if (this.refuses === 'SecurityError') throw new DOMException('No.', this.refuses);
        return Promise.resolve(structuredClone(this.shelf));
      },
      add: async (run, least) => {
        await Promise.resolve();
        const named = nameRun(this.shelf.runs, run, least);
        if (named) change({ ...this.shelf, runs: [...this.shelf.runs, named] });
        return named;
      },
      remove: async (serial) => {
        await Promise.resolve();
        change({ ...this.shelf, runs: this.shelf.runs.filter((run) => run.serial !== serial) });
      },
      putThirty: async (thirty) => {
        await Promise.resolve();
        change({ ...this.shelf, thirty });
      },
      listen: (onchange) => {
        mine = onchange;
        this.#pages.add(onchange);
        return () => this.#pages.delete(onchange);
      },
    };
  }

  forget(): void {
    this.shelf = { runs: [], thirty: null };
    for (const page of this.#pages) page(true);
  }
}

function open(device: Device): ReaderShelf {
  const shelf = new ReaderShelf(device.disk());
  shelf.begin();
  return shelf;
}

const settled = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};
const letters = ({ runs }: { readonly runs: readonly RunRecord[] }): string =>
  runs.map(({ letter }) => letter).join('');
const run = endedRunOf(1, [784, 2, 10]);

async function filled(shelf: ReaderShelf, count: number): Promise<void> {
  for (let i = 0; i < count; i++) await shelf.add(run);
}

const thirty: EtaSet = {
  ...{ plan, etas: [1], engine: 'kernel', seconds: 9 },
  runs: [{ eta: 1, points: pointsTo(3), seconds: 2, trouble: null }],
};

describe('the shelf', () => {
  it('gives letters in order, and is there again on the next page', async () => {
    const device = new Device();
    const shelf = open(device);
    expect(shelf.nextLetter).toBe('A');
    expect((await shelf.add(run))?.letter).toBe('A');
    expect(shelf.nextLetter).toBe('B');
    await shelf.add(run);
    await shelf.putThirty(thirty);
    const next = open(device);
    expect(next.isRead).toBe(false);
    await settled();
    expect([letters(next), next.isRead, next.thirty]).toEqual(['AB', true, thirty]);
    expect(next.trouble).toBeNull();
  });

  it('throws a run away, and brings it back under its letter', async () => {
    const device = new Device();
    const shelf = open(device);
    await filled(shelf, 3);
    const [, second] = shelf.runs;
    await shelf.throwAway('B');
    expect([letters(shelf), letters(device.shelf)]).toEqual(['AC', 'AC']);
    expect(shelf.thrown).toBe(second);
    expect(await shelf.undo()).toMatchObject({ letter: 'B' });
    expect([letters(shelf), letters(device.shelf), shelf.thrown]).toEqual(['ABC', 'ACB', null]);
    expect(await shelf.undo()).toBeNull();
    await shelf.throwAway('C');
    shelf.settle();
    expect(await shelf.undo()).toBeNull();
    // Nobody has forgotten what was C.
    expect((await shelf.add(run))?.letter).toBe('D');
    await shelf.throwAway('Q');
    expect(letters(shelf)).toBe('ABD');
  });

  it('holds eight: a ninth waits until one is thrown away, or is given up', async () => {
    const shelf = open(new Device());
    await filled(shelf, MOST_RUNS);
    expect(letters(shelf)).toBe('ABCDEFGH');
    expect(await shelf.add(run)).toBeNull();
    expect(shelf.waiting).toBe(run);
    await shelf.throwAway('C');
    expect([letters(shelf), shelf.waiting]).toEqual(['ABDEFGHI', null]);
    // What was thrown away may come back, when there is room.
    expect(await shelf.undo()).toBeNull();
    expect(shelf.waiting).toMatchObject({ letter: 'C' });
    await shelf.throwAway('I');
    expect(letters(shelf)).toBe('ABCDEFGH');
    await shelf.add(run);
    shelf.giveUp();
    await shelf.throwAway('A');
    expect(letters(shelf)).toBe('BCDEFGH');
  });

  it('agrees with another page', async () => {
    const device = new Device();
    const [one, two] = [open(device), open(device)];
    await Promise.all([one.add(run), two.add(run)]);
    await settled();
    expect([letters(one), letters(two)]).toEqual(['AB', 'AB']);
    await two.throwAway('A');
    await two.putThirty(thirty);
    await settled();
    expect([letters(one), one.thirty]).toEqual(['B', thirty]);
    await filled(two, 7);
    // The other page has filled it, and this one was not told yet.
    one.runs = one.runs.slice(1);
    expect(await one.add(run)).toBeNull();
    expect([one.runs.length, one.waiting]).toEqual([8, run]);
  });

  it('forgets all where all was forgotten', async () => {
    const device = new Device();
    const shelf = open(device);
    await filled(shelf, 2);
    await shelf.throwAway('A');
    await shelf.putThirty(thirty);
    device.forget();
    expect([letters(shelf), shelf.thirty, shelf.thrown]).toEqual(['', null, null]);
  });
});

describe.each([
  ['QuotaExceededError', /no more room/],
  ['SecurityError', /keep nothing/],
])('a device that answers %s', (error, words) => {
  it('loses nothing on the page, and is spoken of', async () => {
    const device = new Device();
    const shelf = open(device);
    await shelf.add(run);
    device.refuses = error;
    expect((await shelf.add(run))?.letter).toBe('B');
    await shelf.putThirty(thirty);
    expect([letters(shelf), shelf.thirty]).toEqual(['AB', thirty]);
    expect(shelf.trouble).toMatch(words);
    await shelf.throwAway('B');
    expect(letters(shelf)).toBe('A');
    expect((await shelf.undo())?.letter).toBe('B');
  });
});

it('keeps beside what another page keeps what it could not keep, under another letter where that is taken', async () => {
  const device = new Device();
  const [one, two] = [open(device), open(device)];
  device.refuses = 'QuotaExceededError';
  await one.add(run);
  device.refuses = null;
  await two.add(endedRunOf(2, [784, 2, 10]));
  await settled();
  expect([letters(one), letters(two)]).toEqual(['AB', 'A']);
  expect(one.runs[1].fingerprint).toBe(run.fingerprint);
});
