import { beforeAll, describe, expect, it } from 'vitest';
import { edgePicture } from '@/inside/explained.ts';
import { explained as resource, type Explained } from '@/islands/inside.ts';
import { BetFigure } from '@/widgets/inside/bet-revealed/bet-revealed.svelte.ts';
import {
  areBlotches,
  likenessWords,
  rangeWords,
  truthWords,
  verdictWords,
} from '@/widgets/inside/bet-revealed/bet-words.ts';
import { FakeReader } from './inside-figures.ts';

let explained: Explained;
beforeAll(async () => {
  await resource.load();
  explained = resource.value;
});

function figureOf(guesses: Record<string, string> = {}) {
  const reader = new FakeReader(guesses);
  return { figure: new BetFigure(() => explained, reader), reader };
}

describe('the figure of the bet', () => {
  it('keeps the answer until there is a bet, or one asks for it', () => {
    const { figure } = figureOf();
    expect(figure.isSettled).toBe(false);
    figure.showAnswer();
    expect(figure.isSettled).toBe(true);
    const { figure: back } = figureOf();
    back.fromLink(figure.toLink());
    expect(back.isSettled).toBe(true);
    back.fromLink({ shown: 'yes' });
    expect(back.isSettled).toBe(false);
  });

  it('takes back a bet that was made here alone', () => {
    const { figure, reader } = figureOf();
    figure.wager('digits');
    expect([reader.guesses['layers'], figure.isSettled, figure.isOld]).toEqual([
      'digits',
      true,
      false,
    ]);
    figure.reset();
    expect([reader.guesses['layers'], figure.canReset]).toEqual(['', false]);
    const { figure: later, reader: kept } = figureOf({ layers: 'parts' });
    expect(later.isOld).toBe(true);
    later.wager('blotches');
    later.reset();
    expect(kept.guesses['layers']).toBe('blotches');
  });

  it('shows of a neuron what explains it best, the right way round', () => {
    const { figure, reader } = figureOf();
    figure.look(6);
    expect(reader.neuronOf(1)).toBe(6);
    const { match, picture } = figure.edge;
    const sign = match.reversed ? -1 : 1;
    expect(picture).toEqual(edgePicture(match.pattern).map((v) => sign * v));
    expect(figure.digit.match).toBe(explained.means[6]);
    figure.look(16);
    expect(figure.neuron).toBe(6);
    const shares = figure.edges.map(({ share }) => share);
    expect(shares[figure.likest.edge]).toBe(Math.max(...shares));
  });

  it('settles bets by what was measured', () => {
    const { edges, means } = explained;
    expect(areBlotches(edges, means)).toBe(true);
    expect(truthWords(edges, means)).toMatch(/^So neither/);
    expect(verdictWords('blotches', true)).toMatch(/came out/);
    expect(verdictWords('parts', true)).toMatch(/You bet on edges/);
    expect(verdictWords(null, true)).toBe('');
    const half = edges.map((match) => ({ ...match, share: 0.6 }));
    expect(truthWords(half, means)).toBe(
      'Of 16 pictures, 16 are at least half of an edge or of a digit.',
    );
    expect(rangeWords(half)).toBe('60% to 60%');
    const match = { pattern: 2, share: 0.3, reversed: true };
    expect(likenessWords('digit', match)).toBe('The mean 2, signs turned, explains 30% of it.');
    expect(likenessWords('edge', match)).toBe('The best edge explains 30% of it.');
  });
});
