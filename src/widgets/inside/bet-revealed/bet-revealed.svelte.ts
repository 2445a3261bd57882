import { edgePicture, type Match } from '@/inside/explained.ts';
import { weightsOf } from '@/inside/portraits.ts';
import type { Explained } from '@/islands/inside.ts';
import { BET, type Bet, type Guesses, keptBet } from '@/reader/bet.ts';
import { type Chooser, lookedAt } from '../looked-at.svelte.ts';

/** A pattern beside the picture that it explains so much of. */
export interface Likeness {
  /** With its signs turned where it fits so. (784) */
  readonly picture: Float64Array;
  readonly match: Match;
}

/** The bet on what the first layer looks for, and what its pictures turn out to be like. */
export class BetFigure {
  readonly #explained: () => Explained;
  readonly #reader: Guesses & Chooser;
  /** Whether the bet was made here, and not before: then Reset takes it back. */
  #betHere = $state(false);
  /** Whether the answer is asked for without a bet. */
  #isShown = $state(false);

  constructor(explained: () => Explained, reader: Guesses & Chooser) {
    this.#explained = explained;
    this.#reader = reader;
  }

  get explained(): Explained {
    return this.#explained();
  }
  /** How much of each picture the best edge explains, and the best digit. */
  get edges(): readonly Match[] {
    return this.explained.edges;
  }
  get means(): readonly Match[] {
    return this.explained.means;
  }
  /** The neuron of layer 1 that is looked at, from 0: the reader's, for all figures. */
  get neuron(): number {
    return lookedAt(
      this.#reader,
      0,
      this.edges.map(({ share }) => share),
    );
  }
  /** The neuron that is most like an edge, and the one most like a digit. */
  get likest(): { readonly edge: number; readonly digit: number } {
    return { edge: best(this.edges), digit: best(this.means) };
  }
  get weights(): Float64Array {
    return weightsOf(this.explained.network, 0, this.neuron);
  }
  readonly edge: Likeness = $derived.by(() => {
    const match = this.edges[this.neuron];
    return { match, picture: turned(edgePicture(match.pattern), match) };
  });
  readonly digit: Likeness = $derived.by(() => {
    const match = this.means[this.neuron];
    return { match, picture: turned(this.explained.own[match.pattern], match) };
  });

  /** The bet that is kept; null where there is none. */
  get bet(): Bet | null {
    return keptBet(this.#reader);
  }
  /** Whether the answer to the bet is on show. */
  get isSettled(): boolean {
    return this.bet !== null || this.#isShown;
  }
  /** Whether the bet was made before, in chapter 1. */
  get isOld(): boolean {
    return this.bet !== null && !this.#betHere;
  }

  get canReset(): boolean {
    return this.#betHere || this.#isShown;
  }
  reset(): void {
    if (this.#betHere) this.#reader.guess(BET, '');
    this.#betHere = false;
    this.#isShown = false;
  }

  wager(bet: Bet): void {
    if (this.bet === null) this.#betHere = true;
    this.#reader.guess(BET, bet);
  }
  showAnswer(): void {
    this.#isShown = true;
  }
  /** Looks at a neuron, in all figures. Any that there is not does nothing. */
  look(j: number): void {
    if (!Number.isInteger(j) || j < 0 || j >= this.edges.length) return;
    this.#reader.chooseNeuron({ layer: 1, index: j });
  }

  toLink(): Record<string, string> {
    return this.#isShown ? { shown: '1' } : {};
  }
  fromLink(params: Readonly<Record<string, string | undefined>>): void {
    this.#isShown = params['shown'] === '1';
  }
}

function best(matches: readonly Match[]): number {
  return matches.reduce((j, { share }, other) => (share > matches[j].share ? other : j), 0);
}

function turned(picture: Float64Array, { reversed }: Match): Float64Array {
  return reversed ? picture.map((v) => -v) : picture;
}
