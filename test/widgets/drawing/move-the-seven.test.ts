import { beforeAll, describe, expect, it } from 'vitest';
import { shifted, toBox } from '@/digits/shift.ts';
import { models } from '@/islands/bench.ts';
import { hundred, loadResources } from '@/islands/resources.ts';
import { feedforward, scoresOf } from '@/network/feedforward.ts';
import {
  type MoveStart,
  MOST_ACROSS,
  MoveTheSeven,
} from '@/widgets/drawing/move-the-seven/move-the-seven.svelte.ts';
import { moveWords } from '@/widgets/drawing/move-the-seven/move-words.ts';
import {
  MOST,
  shareBoxed,
  shareDown,
  shareOff,
} from '@/widgets/drawing/move-the-seven/shift-record.ts';

beforeAll(() => loadResources(hundred, models.classic, models.explainer, models.recogniser));

const digit = (index: number) => {
  const found = hundred.value.find((one) => one.index === index);
  if (!found) throw new Error(`There is no digit ${index}.`);
  return found;
};
function figureOf(start: MoveStart = {}): MoveTheSeven {
  return new MoveTheSeven(
    {
      seven: () => digit(0),
      nine: () => digit(9),
      mine: () => ({ pixels: new Float64Array(784), label: null }),
    },
    {
      classic: models.classic.value,
      explainer: models.explainer.value,
      recogniser: models.recogniser.value,
    },
    () => null,
    start,
  );
}

describe('a 7 that is moved', () => {
  it('begins by its box, and is scored where it stands', () => {
    const figure = figureOf();
    expect(figure.rule).toBe('box');
    const picture = shifted(digit(0).pixels, toBox(digit(0).pixels));
    expect(figure.picture).toEqual(picture);
    expect(figure.reading.scores).toEqual(scoresOf(feedforward(models.classic.value, picture)));
    expect(figure.reading.verdict).toEqual({ kind: 'digit', digit: 2 });
    expect(moveWords(figure)).toMatch(
      /^With its box in the middle, its centre of mass is 2\.6 pixels too high: the classic network scores it 0\.91 as a 2, and 0\.01 as a 7\. With every digit’s box in the middle 77\.0% of the 10,000 test digits are read, of the sevens 30%\.$/,
    );
  });

  it('is read by its centre of mass, and so are most', () => {
    const figure = figureOf({ rule: 'mass' });
    expect(figure.picture).toEqual(digit(0).pixels);
    expect(figure.reading.verdict).toEqual({ kind: 'digit', digit: 7 });
    expect(moveWords(figure)).toContain('its centre of mass is where MNIST puts it');
    expect(moveWords(figure)).toContain('Left where they are, 95.2%');
  });

  it('goes by whole pixels, as far as was measured, and knows a rule when it comes to one', () => {
    const figure = figureOf();
    figure.move({ x: 0.4, y: -1.6 });
    expect(figure.shift).toEqual({ x: 0, y: -2 });
    expect(figure.rule).toBeNull();
    expect(moveWords(figure)).toContain('Moved 2 up, ');
    figure.move({ x: 99, y: -99 });
    expect(figure.shift).toEqual({ x: MOST_ACROSS, y: -MOST });
    figure.move({ x: NaN, y: 0 });
    expect(figure.shift).toEqual({ x: MOST_ACROSS, y: -MOST });
    figure.move({ x: 0, y: 0 });
    expect(figure.rule).toBe('mass');
    figure.move(toBox(digit(0).pixels));
    expect(figure.rule).toBe('box');
  });

  it('gives way to another digit, which stands by its box; a blank one has no ink to move', () => {
    const figure = figureOf({ rule: 'mass' });
    figure.subject = 'nine';
    expect(figure.shift).toEqual(toBox(digit(9).pixels));
    figure.subject = 'mine';
    expect(moveWords(figure)).toBe('There is no ink to move.');
  });

  it('comes back by its link, takes no nonsense from one, and goes back to its start', () => {
    const figure = figureOf();
    expect(figure.toLink()).toEqual({});
    figure.stand('mass');
    const ruled = figureOf();
    ruled.fromLink(figure.toLink());
    expect(ruled.rule).toBe('mass');
    figure.subject = 'nine';
    figure.network = 'recogniser';
    figure.move({ x: 1, y: 2 });
    const again = figureOf();
    again.fromLink(figure.toLink());
    expect([again.subject, again.network, again.shift]).toEqual([
      'nine',
      'recogniser',
      { x: 1, y: 2 },
    ]);
    again.fromLink({ digit: 'eight', net: 'none', right: '15', down: '1', at: 'top' });
    expect([again.subject, again.network, again.shift]).toEqual([
      'nine',
      'recogniser',
      { x: 1, y: 2 },
    ]);
    again.reset();
    expect([again.canReset, again.rule]).toEqual([false, 'box']);
  });
});

it('place matters: each pixel costs, and the box costs the sevens and the nines most of all', () => {
  for (const name of ['classic', 'explainer', 'recogniser'] as const) {
    const off = [1, 2, 3].map((by) => shareOff(name, 'all', by));
    expect(shareDown(name, 'all', 0)).toBeGreaterThan(off[0]);
    expect(off[0]).toBeGreaterThan(off[1]);
    expect(off[1]).toBeGreaterThan(off[2]);
    const boxed = shareBoxed(name, 'all');
    expect(boxed).toBeLessThan(shareDown(name, 'all', 0));
    expect(shareBoxed(name, 7)).toBeLessThan(boxed);
    expect(shareBoxed(name, 9)).toBeLessThan(boxed);
  }
});
