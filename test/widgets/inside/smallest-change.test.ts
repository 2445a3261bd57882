import { beforeAll, describe, expect, it } from 'vitest';
import { models } from '@/islands/bench.ts';
import { lengthBetween, smallestChange } from '@/inside/smallest-change.ts';
import { hundred, loadResources } from '@/islands/resources.ts';
import {
  changeWords,
  lengthWords,
  pixelWords,
} from '@/widgets/inside/smallest-change/change-words.ts';
import {
  ChangeFigure,
  type ChangeStart,
  STOPS,
  SUBJECTS,
} from '@/widgets/inside/smallest-change/smallest-change.svelte.ts';

beforeAll(async () => {
  await loadResources(hundred, models.classic, models.explainer, models.recogniser);
});

function figureOf(start: ChangeStart = {}, digit = 12): ChangeFigure {
  return new ChangeFigure(
    {
      explainer: models.explainer.value,
      classic: models.classic.value,
      recogniser: models.recogniser.value,
    },
    () => hundred.value[digit].pixels,
    start,
  );
}

describe('the figure of the smallest change', () => {
  it('flips the answer at its whole length and beyond a tenth less does not', () => {
    for (const subject of SUBJECTS) {
      const figure = figureOf({ subject });
      expect(figure.changed.answer).toBe(figure.change?.answer);
      expect(figure.changed.answer).not.toBe(figure.before.answer);
      for (const stop of STOPS.filter((t) => t <= 90)) {
        figure.go(stop);
        expect(figure.changed.answer).toBe(figure.before.answer);
      }
    }
  });

  it('looks in breaths once the page is there, says so meanwhile, and finds the same', async () => {
    const figure = figureOf({}, 40);
    const search = figure.search();
    expect(figure.isSearching).toBe(true);
    expect(changeWords(figure)).toBe('The smallest change is being looked for.');
    await search;
    expect(figure.isSearching).toBe(false);
    expect(figure.change).toEqual(smallestChange(models.explainer.value, hundred.value[40].pixels));
  });

  it('lays noise beside it that is as long', () => {
    const figure = figureOf();
    const length = figure.change?.length ?? 0;
    expect(lengthBetween(figure.noisy.picture, hundred.value[12].pixels)).toBeCloseTo(length, 9);
    const first = figure.noisy.picture;
    figure.another();
    expect(figure.noisy.picture).not.toEqual(first);
  });

  it('draws the scores that the pictures on the way have', () => {
    const figure = figureOf();
    STOPS.forEach((stop, i) => {
      figure.go(stop);
      expect(figure.curves.first[i]).toBe(figure.changed.scores[figure.before.answer]);
      expect(figure.curves.noise[i]).toBe(figure.noisy.scores[figure.before.answer]);
    });
  });

  it('says what is the case where the thumb stands', () => {
    const figure = figureOf();
    expect(changeWords(figure)).toMatch(
      new RegExp(
        `^A change of length \\d\\.\\d\\d turns an? ${figure.before.answer} into an? ${figure.changed.answer} `,
      ),
    );
    figure.go(50);
    expect(changeWords(figure)).toContain(`leaves it ${figure.before.answer === 8 ? 'an' : 'a'}`);
    figure.go(0);
    expect(changeWords(figure)).toMatch(/^Unchanged/);
    expect(lengthWords(figure)).toMatch(/smallest change found is \d\.\d\d long/);
    expect(pixelWords([])).toBe('No single pixel flips it.');
    expect(pixelWords([0])).toContain('row 1, column 1');
    expect(pixelWords([29, 30])).toMatch(/^Each of two single pixels .* row 2, column 2\.$/);
  });

  it('comes back by its link, takes no nonsense from one, and goes back to its start', () => {
    const figure = figureOf();
    figure.subject = 'classic';
    figure.go(75);
    figure.another();
    const back = figureOf();
    back.fromLink(figure.toLink());
    expect([back.subject, back.along, back.draw]).toEqual(['classic', 75, 1]);
    back.fromLink({ net: 'nobody', t: '77', draw: '-1' });
    expect([back.subject, back.along, back.draw]).toEqual(['classic', 75, 1]);
    back.reset();
    expect(back.canReset).toBe(false);
  });
});
