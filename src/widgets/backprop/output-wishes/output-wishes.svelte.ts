import { Inspector } from '@/controls/inspector/inspector.svelte.ts';
import { multiplied } from '../words.ts';
import { OUTPUTS, type WorkedPass } from '../whole-pass.svelte.ts';
import { signed } from '@/words/numbers.ts';
import { aNumeral } from '@/words/digits.ts';

/** What the arrows show: how far the score is off, or with the slope of the sigmoid in it. */
export type Showing = 'wish' | 'delta';

export interface Start {
  readonly showing?: Showing;
  /** The output whose number is open, 0 to 9. */
  readonly open?: number;
}

/** One of the ten outputs. */
export interface Row {
  readonly digit: number;
  readonly a: number;
  readonly y: number;
  /** y - a, the way it should go */
  readonly wish: number;
  /** sigma'(z) */
  readonly slope: number;
  /** The error, -(y - a) sigma'(z) */
  readonly delta: number;
}

/** The longest arrow: a score can be off by 1 at most, and an error be 4/27 at most, where a score is off by two thirds. */
export const MOST: Readonly<Record<Showing, number>> = { wish: 1, delta: 4 / 27 };
/** So little is as good as right. */
const RIGHT = 0.05;
/** An output is stuck where it is off by more than this, and its slope is below that. */
const WRONG = 0.5;
const FLAT = 0.05;

export class OutputWishes {
  readonly inspector: Inspector;
  readonly #worked: () => WorkedPass;
  readonly #start: Start;
  showing: Showing = $state('wish');

  constructor(worked: () => WorkedPass, start: Start = {}) {
    this.#worked = worked;
    this.#start = start;
    this.showing = start.showing ?? 'wish';
    this.inspector = new Inspector(
      start.open === undefined ? null : { kind: this.showing, layer: OUTPUTS, j: start.open },
    );
  }

  get rows(): Row[] {
    const { pass, errors, y } = this.#worked();
    const l = OUTPUTS - 1;
    return Array.from(pass.activations[OUTPUTS], (a, digit) => {
      const [wish, delta] = [errors.wishes[l][digit], errors.deltas[l][digit]];
      return { digit, a, y: y[digit], wish, slope: wish === 0 ? 0 : -delta / wish, delta };
    });
  }

  /** Which way an output should move, in parts of the longest arrow; up is above 0. With its wish, and against its error. */
  wayOf(row: Row): number {
    return (this.showing === 'wish' ? row.wish : -row.delta) / MOST[this.showing];
  }

  open(digit: number): void {
    this.inspector.open({ kind: this.showing, layer: OUTPUTS, j: digit });
  }

  /** Shows the other; what is open goes along. */
  show(showing: Showing): void {
    const { part } = this.inspector;
    this.showing = showing;
    if (part?.kind === 'wish' || part?.kind === 'delta')
      this.inspector.open({ ...part, kind: showing });
  }

  get words(): string {
    const { rows, showing } = this;
    const label = rows.findIndex(({ y }) => y === 1);
    const own = rows[label];
    const others = rows.filter(({ digit }) => digit !== label);
    if (showing === 'wish') {
      const lowest = others.reduce((one, other) => (other.wish < one.wish ? other : one));
      const near = rows.filter(({ wish }) => Math.abs(wish) < RIGHT).length;
      const rest =
        near === 10
          ? 'All ten are as good as right.'
          : `Output ${lowest.digit} should go down: ${signed(lowest.wish, 2)}${near > 0 ? `; ${near} of the ten are as good as right` : ''}.`;
      return `Wanted: ${aNumeral(label)}. Output ${label} stands at ${own.a.toFixed(2)} and should go up: ${signed(own.wish, 2)}. ${rest}`;
    }
    const stuck = rows.filter(({ wish, slope }) => Math.abs(wish) > WRONG && slope < FLAT);
    if (stuck.length > 0) {
      const { digit, wish, slope, delta } = stuck[0];
      return `Output ${digit} is off by ${Math.abs(wish).toFixed(2)}, and yet its error is only ${signed(delta, 3)}: it lies where the sigmoid is flat, with a slope of ${slope.toFixed(3)}.`;
    }
    const most = rows.reduce((one, other) =>
      Math.abs(other.delta) > Math.abs(one.delta) ? other : one,
    );
    const { one, other, product } = multiplied(-most.wish, most.slope, 3);
    return `With the slope in it, output ${most.digit} asks the most: minus its wish, ${one}, times ${other.replace('+', '')} is ${product}. The arrow goes against that slope. No error can be larger than ${MOST.delta.toFixed(3)}.`;
  }

  get canReset(): boolean {
    return Object.keys(this.toLink()).length > 0 || this.inspector.isChanged;
  }

  reset(): void {
    this.showing = this.#start.showing ?? 'wish';
    this.inspector.reset();
  }

  toLink(): Record<string, string> {
    if (this.showing === (this.#start.showing ?? 'wish')) return {};
    return { show: this.showing === 'wish' ? 'wish' : 'error' };
  }

  fromLink({ show }: Readonly<Record<string, string>>): void {
    if (show === 'error') this.show('delta');
    if (show === 'wish') this.show('wish');
  }
}
