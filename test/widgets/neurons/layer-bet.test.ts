import { describe, expect, it } from 'vitest';
import { BETS, LayerBet, MOST_WORDS } from '@/widgets/neurons/layer-bet/layer-bet.svelte.ts';

function betOf(guesses: Record<string, string> = {}) {
  const reader = {
    guesses,
    guess(key: string, value: string): void {
      guesses[key] = value;
    },
  };
  return { bet: new LayerBet(reader), guesses };
}

describe('a bet', () => {
  it('is kept when asked for, and not before', () => {
    const { bet, guesses } = betOf();
    expect(bet.canKeep).toBe(false);
    bet.keep();
    bet.choose('digits');
    expect(guesses).toEqual({});
    bet.keep();
    expect(guesses).toEqual({ layers: 'digits', 'layers-words': '' });
    expect(bet.canKeep).toBe(false);
    expect(bet.sentence).toContain('whole digits');
    expect(bet.sentence).toContain('chapter 6');
  });

  it('can be changed, and says which one is kept meanwhile', () => {
    const { bet, guesses } = betOf({ layers: 'parts' });
    bet.choose('blotches');
    expect(bet.sentence).toContain('still your old bet: edges');
    bet.keep();
    expect(guesses['layers']).toBe('blotches');
  });

  it('takes own words, trimmed and not too many', () => {
    const { bet, guesses } = betOf();
    bet.write(`  a face${' '.repeat(300)}`);
    expect(bet.chosen).toBe('other');
    expect(bet.words).toHaveLength(MOST_WORDS);
    bet.keep();
    expect(guesses).toEqual({ layers: 'other', 'layers-words': 'a face' });
    expect(bet.sentence).toContain('“a face”');
    bet.choose('parts');
    bet.keep();
    expect(guesses['layers-words']).toBe('');
  });

  it('can be taken back', () => {
    const { bet, guesses } = betOf({ layers: 'other', 'layers-words': 'x' });
    bet.reset();
    expect(guesses).toEqual({ layers: '', 'layers-words': '' });
    expect([bet.kept, bet.chosen, bet.words, bet.canReset]).toEqual([null, null, '', false]);
  });

  it('that the device kept wrongly is none', () => {
    const { bet } = betOf({ layers: 'a horse' });
    expect(bet.chosen).toBe(null);
    expect(bet.sentence).toContain('No bet yet');
  });

  it('has four choices, each with words', () => {
    expect(new Set(BETS.map(({ short }) => short)).size).toBe(4);
  });
});
