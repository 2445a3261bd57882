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

/** The keys under which the reader's guesses keep it; chapter 6 reads them. '' stands for no bet. */
export const BET = 'layers';
export const BET_WORDS = 'layers-words';
/** Of the reader's own words, in characters. */
export const MOST_WORDS = 160;

/** Where guesses are kept. */
export interface Guesses {
  readonly guesses: Readonly<Record<string, string>>;
  guess(key: string, value: string): void;
}

/** A bet that is chosen first, then kept, and may be changed and taken back. */
export class LayerBet {
  #draft = $state<Bet | null>(null);
  #words = $state<string | null>(null);
  readonly #reader: Guesses;

  constructor(reader: Guesses) {
    this.#reader = reader;
  }

  /** What is kept; null where there is no bet. */
  get kept(): Bet | null {
    return BETS.find(({ value }) => value === this.#reader.guesses[BET])?.value ?? null;
  }
  get keptWords(): string {
    return (this.#reader.guesses[BET_WORDS] ?? '').slice(0, MOST_WORDS);
  }
  /** What is chosen, kept or not. */
  get chosen(): Bet | null {
    return this.#draft ?? this.kept;
  }
  get words(): string {
    return this.#words ?? this.keptWords;
  }
  /** Whether there is something chosen that is not kept yet. */
  get canKeep(): boolean {
    const { chosen } = this;
    if (chosen === null) return false;
    return chosen !== this.kept || (chosen === 'other' && this.words.trim() !== this.keptWords);
  }
  get canReset(): boolean {
    return this.chosen !== null || this.words !== '';
  }

  choose(bet: Bet): void {
    this.#draft = bet;
  }
  /** Writing one's own words is choosing them. */
  write(words: string): void {
    this.#words = words.slice(0, MOST_WORDS);
    this.#draft = 'other';
  }

  keep(): void {
    if (!this.canKeep || this.chosen === null) return;
    this.#reader.guess(BET_WORDS, this.chosen === 'other' ? this.words.trim() : '');
    this.#reader.guess(BET, this.chosen);
    this.#draft = null;
    this.#words = null;
  }

  /** Takes the bet back. */
  reset(): void {
    if (this.kept !== null) this.#reader.guess(BET, '');
    if (this.keptWords !== '') this.#reader.guess(BET_WORDS, '');
    this.#draft = null;
    this.#words = null;
  }

  /** How things stand. */
  get sentence(): string {
    const { kept } = this;
    if (kept === null) {
      return this.chosen === null
        ? 'No bet yet. Nothing is given away before chapter 6.'
        : 'Chosen, but not kept yet.';
    }
    const own = kept === 'other' && this.keptWords !== '' ? `“${this.keptWords}”` : null;
    const bet = own ?? BETS.find(({ value }) => value === kept)?.short ?? '';
    const words = /[.!?]”$/.test(bet) ? bet : `${bet}.`;
    return this.canKeep
      ? `What is kept is still your old bet: ${words}`
      : `Your bet is kept on this device: ${words} The answer comes in chapter 6; until then you may change it.`;
  }
}
