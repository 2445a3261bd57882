import { beforeEach, describe, expect, it } from 'vitest';
import { openModel } from '@/commands/models.ts';
import { isBlank } from '@/controls/pad/sheet.ts';
import { RecogniserState } from '@/widgets/recogniser/recogniser.svelte.ts';
import { ROW, SCRIBBLE } from '@/widgets/recogniser/drawn.ts';
import { SeveralState } from '@/widgets/recogniser/recogniser/several/several.svelte.ts';
import { plain } from '@/widgets/recogniser/words.ts';

const network = openModel('recogniser');
const sources = {
  network: () => Promise.resolve(network),
  digits: () => Promise.resolve([]),
};

let recogniser: RecogniserState;
let row: SeveralState;

/** Draws some strokes as a pen does. */
async function draw(...lines: (readonly number[])[]): Promise<void> {
  for (const [x, y, ...rest] of lines) {
    row.pad.sketch.down(x, y);
    row.pad.sketch.move(rest);
    row.pad.sketch.lift();
  }
  await row.read(row.pad.sketch.sheet, network);
}

const lines = ROW.strokes.map(({ points }) => points);
const headline = (): string => recogniser.answer.headline;

beforeEach(() => {
  recogniser = new RecogniserState(sources);
  recogniser.mode = 'several';
  row = new SeveralState(recogniser);
});

describe('SeveralState', () => {
  it('asks for a row, and lays nothing before the page', () => {
    expect(headline()).toBe('Draw a row of digits.');
    expect(isBlank(recogniser.pad.sketch.sheet)).toBe(true);
  });

  it('reads the row, and lays the digit that was drawn last before the page', async () => {
    await draw(...lines);
    expect(headline()).toBe('It reads 4270.');
    expect(row.cuts).toHaveLength(3);
    expect(row.chosen).toBe(3);
    recogniser.read(recogniser.pad.sketch.sheet, false);
    expect(recogniser.spoken).toContain('4270');
    expect(recogniser.pad.sketch.sheet.strokes).toEqual(row.reading?.pieces[3].drawing);
    row.choose(0);
    expect(recogniser.pad.sketch.sheet.strokes).toHaveLength(2);
  });

  it('leaves what is on the pad for one digit as it is', async () => {
    await draw(...lines);
    recogniser.mode = 'one';
    expect(headline()).toBe('Draw a digit.');
    expect(recogniser.pad).toBe(recogniser.one);
  });

  it('moves a cut as far as there is room, and keeps it when more is drawn to the right', async () => {
    await draw(...lines.slice(0, 4));
    row.move(0, 0.29);
    expect(row.cuts[0]).toBeCloseTo(0.29);
    expect(row.isOwn).toBe(true);
    row.move(0, 5);
    expect(row.cuts[0]).toBeLessThan(row.cuts[1]);
    row.move(0, 0.28);
    await draw(lines[4]);
    expect(row.cuts[0]).toBeCloseTo(0.28);
    expect(headline()).toBe('It reads 4270.');
  });

  it('moves a cut to the last place with ink beyond it, says so, and brings it back', async () => {
    await draw(...lines.slice(0, 4));
    const [before, next] = row.cuts;
    const { low, high } = row.room(0);
    const [ink] = lines; // the 4's angle, which lies farthest to the left
    expect(low).toBeGreaterThan(Math.min(...ink.filter((_, i) => i % 2 === 0)));
    expect(low).toBeLessThan(before);
    expect(high).toBeLessThan(next);
    row.move(0, -1);
    expect([row.cuts[0], row.room(0).low]).toEqual([low, expect.closeTo(low, 2)]);
    expect(row.reading?.pieces).toHaveLength(3);
    row.move(0, 1);
    expect(row.cuts[0]).toBeCloseTo(high, 2);
    expect(row.reading?.pieces).toHaveLength(3);
    row.move(0, before);
    expect(row.cuts[0]).toBe(before);
    expect(headline()).toBe('It reads 427.');
  });

  it('joins and cuts, and goes back to its own cuts', async () => {
    await draw(...lines);
    const found = row.cuts;
    row.join(0);
    expect(row.cuts).toEqual(found.slice(1));
    expect(row.chosen).toBe(2);
    row.choose(0);
    row.cutChosen();
    expect(row.cuts).toHaveLength(3);
    await row.cutAnew();
    expect(row.cuts).toEqual(found);
    expect(row.isOwn).toBe(false);
  });

  it('says that it cannot tell, and keeps the ink', async () => {
    await draw(
      ...SCRIBBLE.strokes.map(({ points }) => points.map((v, i) => (i % 2 ? 0.9 * v : v))),
    );
    if (row.reading?.pieces.some(({ reading }) => reading.verdict.kind === 'no-digit')) {
      expect(headline()).toBe('Cannot tell where one ends.');
    } else {
      expect(headline()).toContain('?');
    }
    expect(row.pad.sketch.isBlank).toBe(false);
    expect(plain(recogniser.answer.reason)).not.toContain('NaN');
  });

  it('begins anew when the pad is cleared', async () => {
    await draw(...lines);
    row.join(0);
    row.pad.sketch.clear();
    await row.read(row.pad.sketch.sheet, network);
    expect(headline()).toBe('Draw a row of digits.');
    expect(row.isOwn).toBe(false);
    await draw(...lines);
    expect(headline()).toBe('It reads 4270.');
  });
});
