import { beforeAll, describe, expect, it } from 'vitest';
import { models } from '@/islands/bench.ts';
import { SHAPE_NAMES } from '@/inside/shapes.ts';
import { hundred, loadResources } from '@/islands/resources.ts';
import { feedforward } from '@/network/feedforward.ts';
import {
  DRAWS,
  NonsenseFigure,
  type NonsenseStart,
  SHOWN,
  SURE,
} from '@/widgets/inside/confident-nonsense/confident-nonsense.svelte.ts';
import { nonsenseWords } from '@/widgets/inside/confident-nonsense/nonsense-words.ts';

beforeAll(async () => {
  await loadResources(hundred, models.classic, models.explainer);
});

function figureOf(start: NonsenseStart = {}): NonsenseFigure {
  return new NonsenseFigure(
    [
      { name: 'the classic network', network: models.classic.value },
      { name: 'the explainer', network: models.explainer.value },
    ],
    () => hundred.value[5].pixels,
    hundred.value,
    start,
  );
}

describe('the figure of confident nonsense', () => {
  it('has each network score the very picture on show', () => {
    for (const kind of SHOWN) {
      const figure = figureOf({ kind });
      for (const [r, network] of [models.classic.value, models.explainer.value].entries()) {
        const scores = feedforward(network, figure.picture).activations.at(-1) ?? [];
        expect(figure.says[r].top.score).toBe(Math.max(...scores));
        expect(scores[figure.says[r].top.answer]).toBe(figure.says[r].top.score);
      }
    }
  });

  it('counts over a hundred of a kind, and one where there is only one', () => {
    const figure = figureOf();
    const [classic, explainer] = figure.says;
    expect(classic.many.length).toBe(100);
    expect(classic.sure).toBe(classic.many.filter((score) => score > SURE).length);
    expect(classic.sure).toBeGreaterThan(explainer.sure);
    expect(nonsenseWords('shuffled', figure.says, figure.count)).toContain(
      `Of 100 shuffled digits they score ${classic.sure} and ${explainer.sure} above 0.90.`,
    );
    const blank = figureOf({ kind: 'blank' });
    expect(blank.says[0].many.length).toBe(1);
    expect(nonsenseWords('blank', blank.says, 1)).not.toContain('Of ');
  });

  it('counts over all drawn shapes, each of which can be asked for', () => {
    const figure = figureOf({ kind: 'shape' });
    expect(figure.count).toBe(SHAPE_NAMES.length);
    expect(figure.says[0].many.length).toBe(SHAPE_NAMES.length);
    const names = SHAPE_NAMES.map(() => {
      const { shape } = figure;
      figure.another();
      return shape;
    });
    expect(names).toEqual(SHAPE_NAMES);
    expect(nonsenseWords('shape', figure.says, figure.count)).toContain('drawn shapes');
  });

  it('waits for a scribble, and then reads that', () => {
    expect(figureOf({ kind: 'scribble' }).isAwaited).toBe(true);
    const drawn = new NonsenseFigure(
      [{ name: 'the explainer', network: models.explainer.value }],
      () => hundred.value[5].pixels,
      hundred.value,
      { kind: 'scribble' },
      () => hundred.value[6].pixels,
    );
    expect(drawn.isAwaited).toBe(false);
    expect(drawn.picture).toBe(hundred.value[6].pixels);
    expect(drawn.count).toBe(1);
  });

  it('draws another picture where there are others, round and round', () => {
    const figure = figureOf();
    const first = figure.picture;
    figure.another();
    expect(figure.picture).not.toEqual(first);
    for (let i = 1; i < DRAWS; i++) figure.another();
    expect(figure.picture).toEqual(first);
    figure.kind = 'inverted';
    figure.another();
    expect(figure.draw).toBe(0);
  });

  it('comes back by its link, takes no nonsense from one, and goes back to its start', () => {
    const figure = figureOf();
    figure.kind = 'noise';
    figure.another();
    const back = figureOf();
    back.fromLink(figure.toLink());
    expect(back.picture).toEqual(figure.picture);
    back.fromLink({ kind: 'house', draw: '50' });
    expect([back.kind, back.draw]).toEqual(['noise', 1]);
    back.reset();
    expect(back.canReset).toBe(false);
    expect(back.toLink()).toEqual({});
  });
});
