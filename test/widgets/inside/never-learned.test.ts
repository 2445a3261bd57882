import { beforeAll, describe, expect, it } from 'vitest';
import { models } from '@/islands/bench.ts';
import { ink } from '@/islands/inside.ts';
import { hundred, loadResources } from '@/islands/resources.ts';
import { feedforward } from '@/network/feedforward.ts';
import { NeverLearnedFigure } from '@/widgets/inside/never-learned/never-learned.svelte.ts';
import {
  cornerWords,
  legendWords,
  neverWords,
  pixelWords,
} from '@/widgets/inside/never-learned/never-words.ts';
import { readPixels, writePixels } from '@/widgets/inside/never-learned/pixels-text.ts';

beforeAll(async () => {
  await loadResources(hundred, ink, models.classic, models.explainer);
});

function figureOf(painted: readonly number[] = [], digit = 12): NeverLearnedFigure {
  return new NeverLearnedFigure(
    [
      { name: 'the classic network', network: models.classic.value, began: 1 },
      { name: 'the explainer', network: models.explainer.value, began: 1 / 28 },
    ],
    ink.value,
    () => hundred.value[digit].pixels,
    painted,
  );
}

describe('the figure of what was never learned', () => {
  it('inks pixels that no training digit has ink on, and no others', () => {
    const figure = figureOf();
    figure.tap(14 * 28 + 14);
    figure.paint(14 * 28 + 14, 'start');
    expect(figure.painted).toEqual([]);
    figure.tap(0);
    expect(figure.painted).toEqual([0]);
    expect(figure.picture[0]).toBe(1);
    expect(hundred.value[12].pixels[0]).toBe(0);
    figure.tap(0);
    expect(figure.painted).toEqual([]);
    figure.paint(1, 'start');
    expect(new Set(figure.painted)).toEqual(new Set([0, 1, 2, 29]));
    figure.paint(3, 'move');
    figure.paint(3, 'end');
    expect(figure.painted).toContain(4);
    figure.paint(1, 'start');
    expect(figure.painted).not.toContain(1);
    figure.wash();
    expect(figure.painted).toEqual([]);
  });

  it('has each network score the very picture on show, and the explainer not move by a bit', () => {
    const figure = figureOf(pixelsOf());
    const [classic, explainer] = figure.says;
    const scores = feedforward(models.classic.value, figure.picture).activations.at(-1) ?? [];
    expect(classic.after.score).toBe(Math.max(...scores));
    expect(classic.hasMoved).toBe(true);
    expect(explainer.hasMoved).toBe(false);
    expect(explainer.after).toEqual(explainer.before);
    expect(neverWords(figure)).toContain('to the explainer nothing has changed');
  });

  it('finds ink that flips the classic network, or says that it found none', async () => {
    let found = 0;
    for (const digit of [2, 12, 33, 60]) {
      const figure = figureOf([], digit);
      await figure.find();
      const [classic] = figure.says;
      if (figure.search === 'found') {
        found++;
        expect(classic.after.answer).not.toBe(classic.before.answer);
        expect(neverWords(figure)).toContain('now reads');
        figure.wash();
        expect(figure.search).toBe('none');
      } else {
        expect(figure.search).toBe('nothing');
        expect(neverWords(figure)).toMatch(/^No ink on those/);
      }
    }
    expect(found).toBeGreaterThan(0);
  });

  it('does not heed a search that was overtaken', async () => {
    const figure = figureOf();
    const search = figure.find();
    figure.tap(0);
    await search;
    expect(figure.painted).toEqual([0]);
    expect(figure.search).toBe('none');
  });

  it('says what the weights there are, and what a pixel is', () => {
    const figure = figureOf();
    const [classic, explainer] = figure.readers.map(({ network }) => figure.cornersOf(network));
    expect(cornerWords(classic, 1)).toMatch(/^spread \d\.\d\d, the noise it began with$/);
    expect(cornerWords(explainer, 1 / 28)).toBe('exactly 0, all of them');
    expect(cornerWords({ ...classic, spread: 0.0221 }, 1 / 28)).toBe(
      'spread 0.022, at the start 0.036',
    );
    expect(pixelWords(figure, 0)).toBe(
      'Row 1, column 1: ink in none of 60,000 digits, free to ink',
    );
    expect(pixelWords(figure, 406)).toMatch(/ink in [\d,]+ of 60,000 digits, \d+\.\d%$/);
    expect(legendWords(figure)).toContain(`the ${figure.never.length} pixels`);
    expect(neverWords(figure)).toMatch(/^\d+ of the 784 pixels have ink in none/);
  });

  it('comes back by its link, takes no nonsense from one, and goes back to its start', () => {
    const figure = figureOf();
    figure.paint(1, 'start');
    figure.tap(783);
    const back = figureOf();
    back.fromLink(figure.toLink());
    expect(back.picture).toEqual(figure.picture);
    for (const nonsense of ['', 'zz', 'f'.repeat(99), '0'.repeat(16)]) {
      back.fromLink({ ink: nonsense });
      expect(back.picture).toEqual(figure.picture);
    }
    back.reset();
    expect([back.canReset, back.toLink()]).toEqual([false, {}]);
  });

  it('writes some of a list as text', () => {
    const list = Array.from({ length: 67 }, (_, i) => 3 * i);
    const some = list.filter((_, i) => i % 5 === 1);
    const text = writePixels(some, list);
    expect(text.length).toBe(17);
    expect(readPixels(text, list)).toEqual(some);
    expect(readPixels('f'.repeat(17), list)).toEqual(list);
  });
});

function pixelsOf(): number[] {
  return ink.value.counts.flatMap((count, k) => (count === 0 ? [k] : []));
}
