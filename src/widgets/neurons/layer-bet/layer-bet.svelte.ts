import {
  type Bet,
  BET,
  BET_WORDS,
  BETS,
  type Guesses,
  keptBet,
  keptWords,
  MOST_WORDS,
} from '@/reader/bet.ts';

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
    return keptBet(this.#reader);
  }
  get keptWords(): string {
    return keptWords(this.#reader);
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
