/** The reader's bet on what the hidden layers look for: made in chapter 1, settled in chapter 6. */

/** What people bet the hidden layers look for. */
export const BETS = [
  {
    value: 'parts',
    short: 'edges, then loops and lines',
    says: 'Layer 1 finds short edges; layer 2 puts them together to loops and lines.',
  },
  {
    value: 'digits',
    short: 'whole digits',
    says: 'Each neuron keeps a faded picture of one digit, or of a few that look alike.',
  },
  {
    value: 'blotches',
    short: 'blotches that make no sense to us',
    says: 'Patterns that help to give the right answer, but that nobody could name.',
  },
  { value: 'other', short: 'something else', says: 'In your own words:' },
] as const;
export type Bet = (typeof BETS)[number]['value'];

/** The keys under which the reader's guesses keep it. '' stands for no bet. */
export const BET = 'layers';
export const BET_WORDS = 'layers-words';
/** Of the reader's own words, in characters. */
export const MOST_WORDS = 160;

/** Where guesses are kept. */
export interface Guesses {
  readonly guesses: Readonly<Record<string, string>>;
  guess(key: string, value: string): void;
}

/** The bet that is kept; null where there is none. */
export function keptBet({ guesses }: Pick<Guesses, 'guesses'>): Bet | null {
  return BETS.find(({ value }) => value === guesses[BET])?.value ?? null;
}

/** The reader's own words for it, empty where there are none. */
export function keptWords({ guesses }: Pick<Guesses, 'guesses'>): string {
  return (guesses[BET_WORDS] ?? '').slice(0, MOST_WORDS);
}
