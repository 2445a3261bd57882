import { placesOfError } from '@/controls/inspector/inspector-digits.ts';
import { Inspector } from '@/controls/inspector/inspector.svelte.ts';
import { NONE } from '@/reader/codec.ts';
import { formatNumber } from '@/words/numbers.ts';
import { isWithinHalf, placesUntil, roundTo } from '@/words/places.ts';
import { ALONG, EQUATIONS, type Equation, partOf, type Piece } from './equations.ts';
import type { WholePass } from '../whole-pass.svelte.ts';

export interface Start {
  /** The equation whose derivation is open, from 0. */
  readonly unfolded?: number;
  /** The symbol whose number is open. */
  readonly open?: Piece;
}

type Pass = Pick<WholePass, 'output' | 'hidden' | 'valueOf'>;

/** The four equations for the output and the neuron that the reader looks at. */
export class FourEquations {
  readonly inspector: Inspector;
  readonly #whole: () => Pass;
  readonly #start: Start;
  /** The equation beside which it is open, from 0: the one whose symbol was pressed. */
  at = $state(0);
  /** The symbol pointed at. */
  lit: Piece | null = $state(null);
  /** Which derivations are unfolded. */
  unfolded: readonly boolean[] = $state.raw(EQUATIONS.map(() => false));

  constructor(whole: () => Pass, start: Start = {}) {
    this.#whole = whole;
    this.#start = start;
    const { output, hidden } = whole();
    this.inspector = new Inspector(start.open ? partOf(start.open, output, hidden) : null);
    this.#begin();
  }

  valueOf(piece: Piece): number {
    const { output, hidden } = this.#whole();
    const value = this.#whole().valueOf(partOf(piece, output, hidden));
    return ALONG.includes(piece) ? -value : value;
  }

  /** As many places as it takes to see the result, and for the factors shown to make the result shown. */
  placesOf({ numbers }: Equation): { readonly factors: number; readonly result: number } {
    const values = numbers.map((piece) => this.valueOf(piece));
    const last = values.pop() ?? 0;
    const result = Math.max(4, placesOfError(last));
    const factors = placesUntil(result, (n) =>
      isWithinHalf(
        values.reduce((product, value) => product * roundTo(value, n), 1),
        roundTo(last, result),
        result,
      ),
    );
    return { factors, result };
  }

  open(piece: Piece, equation = 0): void {
    const { output, hidden } = this.#whole();
    this.lit = piece;
    this.at = equation;
    this.inspector.open(partOf(piece, output, hidden));
  }

  fold(equation: number, isOpen: boolean): void {
    if (this.unfolded[equation] === isOpen) return;
    this.unfolded = this.unfolded.map((was, i) => (i === equation ? isOpen : was));
  }

  get words(): string {
    const { output, hidden } = this.#whole();
    const four = (piece: Piece): string => formatNumber(this.valueOf(piece), 4);
    return `For this digit, output ${output} has an error of ${four('deltaJ')}. Its weight from neuron ${hidden + 1} of layer 2 has a slope of ${four('nablaW')}, and that neuron an error of ${four('deltaK')}. Every number of the gradient comes by these four equations.`;
  }

  get canReset(): boolean {
    return this.lit !== null || this.inspector.isChanged || Object.keys(this.toLink()).length > 0;
  }

  reset(): void {
    this.inspector.reset();
    this.#begin();
  }

  toLink(): Record<string, string> {
    const { unfolded } = this.#start;
    if (this.unfolded.every((isOpen, i) => isOpen === (i === unfolded))) return {};
    return { why: this.unfolded.flatMap((isOpen, i) => (isOpen ? [i + 1] : [])).join('') || NONE };
  }

  fromLink({ why }: Readonly<Record<string, string>>): void {
    if (why !== NONE && !/^[1-4]{1,4}$/.test(why ?? '')) return;
    this.unfolded = EQUATIONS.map((_, i) => why?.includes(String(i + 1)) ?? false);
  }

  #begin(): void {
    this.lit = null;
    this.at = 0;
    this.unfolded = EQUATIONS.map((_, i) => i === this.#start.unfolded);
  }
}
