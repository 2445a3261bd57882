import { type Explanation, explain, type Part } from '@/explain/explain.ts';
import { Inspector } from '@/controls/inspector/inspector.svelte.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import { sigmoid } from '@/network/activation.ts';
import { costs } from '@/network/cost.ts';
import { feedforward, type ForwardPass } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';
import { oneOf, whole } from '@/reader/codec.ts';
import { STUCK, type StuckRun } from '@/training/recorded/stuck.ts';
import { middleZ, outputView, type OutputView } from './output-view.ts';
import { DIGIT, EPOCHS, RUNS, wakesAfter } from './stuck-record.ts';

export interface Start {
  readonly epoch?: number;
  /** The digit pointed at, by its number in the MNIST test set. */
  readonly digit?: number;
}

/** What a run's networks come from: a Resource, or a stand-in. */
export interface Replay {
  readonly isHere: boolean;
  readonly value: readonly Network[];
  load(): Promise<void>;
}

/** Where the figure begins: in the midst of the flat stretch. */
const FIRST_EPOCH = 5;
const MOST_INDEX = 9999;

/** What the reader may guess: from how many epochs to how many the first tenth of the digit takes. */
export const GUESSES = [
  { value: '1', from: 1, to: 1, name: '1 epoch' },
  { value: '2-5', from: 2, to: 5, name: '2 to 5' },
  { value: '6-10', from: 6, to: 10, name: '6 to 10' },
  { value: '11', from: 11, to: EPOCHS, name: '11 or more' },
] as const;
export type Guess = (typeof GUESSES)[number]['value'];

/** What pulls at the output for one digit, with the numbers of the network. */
export interface Pull {
  readonly z: number;
  readonly a: number;
  /** What the output should be: 1 for its own digit. */
  readonly y: number;
  /** sigma' of z. */
  readonly slope: number;
  /** dC/dz. */
  readonly delta: number;
}

/** A run of the classic recipe in which one digit stays unread, replayed, and the same seed with either cure. */
export class StuckDigit {
  readonly digits: readonly GivenDigit[];
  readonly inspector = new Inspector();
  readonly #replays: ReadonlyMap<StuckRun, Replay>;
  readonly #start: Start;
  #epoch = $state(FIRST_EPOCH);
  #run = $state<StuckRun>('classic');
  /** What was guessed of each run. */
  #guesses = $state.raw<Partial<Record<StuckRun, Guess>>>({});
  /** The runs whose networks are here, which a Resource does not tell by itself. */
  #here = $state.raw<readonly StuckRun[]>([]);
  /** Why the networks of a run did not come; empty while all is well. */
  trouble = $state('');
  /** The digit pointed at, by its place among `digits`. */
  #pointed = $state(0);

  /**
   * @param digits those that the output is shown for
   * @param replays the networks of each run; those of the first are here
   */
  constructor(
    digits: readonly GivenDigit[],
    replays: ReadonlyMap<StuckRun, Replay>,
    start: Start = {},
  ) {
    this.digits = digits;
    this.#replays = replays;
    this.#start = start;
    this.#here = ['classic'];
    this.#begin();
  }

  get epoch(): number {
    return this.#epoch;
  }
  set epoch(epoch: number) {
    if (Number.isFinite(epoch)) this.#epoch = Math.min(EPOCHS, Math.max(0, Math.round(epoch)));
  }

  get run(): StuckRun {
    return this.#run;
  }
  /** Shows another run; its networks are fetched where they are not here yet. */
  choose(run: StuckRun): void {
    this.#run = run;
    this.inspector.close();
    this.fetch();
  }
  /** Fetches the networks of the run that is shown, or tries again. */
  fetch(): void {
    const run = this.#run;
    this.trouble = '';
    const replay = this.#replays.get(run);
    if (!replay || this.#here.includes(run)) return;
    if (replay.isHere) {
      this.#here = [...this.#here, run];
      return;
    }
    replay.load().then(
      () => (this.#here = [...this.#here.filter((other) => other !== run), run]),
      (error: unknown) => {
        if (this.#run === run)
          this.trouble = error instanceof Error ? error.message : String(error);
      },
    );
  }

  get setting(): (typeof RUNS)[number] {
    return RUNS.find(({ name }) => name === this.#run) ?? RUNS[0];
  }

  get guess(): Guess | null {
    return this.#guesses[this.#run] ?? null;
  }
  set guess(guess: Guess | null) {
    this.#guesses = { ...this.#guesses, [this.#run]: guess ?? undefined };
  }
  /** Whether the reader has answered for a run, and may see where it leads. */
  isGuessed(run: StuckRun): boolean {
    return this.#guesses[run] !== undefined;
  }

  /** The networks of the run shown, by epoch; null while they are on their way. */
  get networks(): readonly Network[] | null {
    return this.#here.includes(this.#run) ? (this.#replays.get(this.#run)?.value ?? null) : null;
  }
  get network(): Network | null {
    return this.networks?.[this.#epoch] ?? null;
  }
  /** The output for every digit, after the epoch shown. */
  get view(): OutputView | null {
    return this.network && this.viewOf(this.network);
  }
  viewOf(network: Network): OutputView {
    return outputView(network, DIGIT, this.digits);
  }

  /** By epoch: z of the digit in the middle of those that the output is for; null while the networks are on their way. */
  readonly middles: readonly number[] | null = $derived.by(
    () => this.networks?.map((network) => middleZ(network, DIGIT, this.digits)) ?? null,
  );

  get pointed(): number {
    return this.#pointed;
  }
  get pointedDigit(): GivenDigit {
    return this.digits[this.#pointed];
  }
  /** Points at the digit of a rank. */
  pointAt(rank: number): void {
    const order = this.view?.order;
    if (!order || !Number.isFinite(rank)) return;
    this.#pointed = order[Math.min(order.length - 1, Math.max(0, Math.round(rank)))];
  }
  isOwn(rank: number): boolean {
    const i = this.view?.order[rank];
    return i !== undefined && this.digits[i].label === DIGIT;
  }
  /** What the digit pointed at does to the output. */
  get pull(): Pull | null {
    const { view } = this;
    if (!view) return null;
    const z = view.zs[this.#pointed];
    const a = sigmoid.f(z);
    const y = this.pointedDigit.label === DIGIT ? 1 : 0;
    const delta = costs[this.setting.cost].delta(z, a, y);
    return { z, a, y, slope: sigmoid.prime(z), delta };
  }

  /** What the network makes of the digit pointed at. */
  get pass(): ForwardPass | null {
    return this.network && feedforward(this.network, this.pointedDigit.pixels);
  }
  /** How a number of the network came about. Only while it is here. */
  readonly explain = (part: Part): Explanation => {
    const { network, pass } = this;
    if (!network || !pass) throw new Error('The network of this run is not here yet.');
    return explain(network, pass, part);
  };
  open(kind: 'z' | 'activation'): void {
    this.inspector.open({ kind, layer: STUCK.sizes.length - 1, j: DIGIT });
  }

  /** Whether the guess was right. */
  get isRight(): boolean {
    const wakes = wakesAfter(this.#run);
    const said = GUESSES.find(({ value }) => value === this.guess);
    return said !== undefined && wakes >= said.from && wakes <= said.to;
  }

  get canReset(): boolean {
    return (
      this.#epoch !== (this.#start.epoch ?? FIRST_EPOCH) ||
      this.#run !== 'classic' ||
      Object.values(this.#guesses).some((guess) => guess !== undefined) ||
      this.#pointed !== this.#firstPointed() ||
      this.inspector.part !== null
    );
  }
  reset(): void {
    this.inspector.reset();
    this.#guesses = {};
    this.trouble = '';
    this.#begin();
  }

  toLink(): Record<string, string> {
    const { index } = this.pointedDigit;
    const guesses = RUNS.flatMap(({ name }) => {
      const guess = this.#guesses[name];
      return guess === undefined ? [] : [`${name}_${guess}`];
    });
    return {
      ...(this.#epoch !== FIRST_EPOCH && { epoch: String(this.#epoch) }),
      ...(this.#run !== 'classic' && { run: this.#run }),
      ...(this.#pointed !== this.#firstOwn() && { digit: String(index) }),
      ...(guesses.length > 0 && { guess: guesses.join('.') }),
    };
  }
  /** Anybody may have written it: what does not fit is left out. */
  fromLink({ epoch, run, digit, guess }: Readonly<Record<string, string | undefined>>): void {
    this.epoch = whole(epoch, 0, EPOCHS) ?? NaN;
    const name = oneOf(
      run,
      RUNS.map((one) => one.name),
    );
    if (name) this.choose(name);
    this.#pointed = this.#placeOf(whole(digit, 0, MOST_INDEX)) ?? this.#pointed;
    for (const said of guess?.split('.') ?? []) {
      const [of, value] = said.split('_');
      const own = RUNS.find((one) => one.name === of);
      const found = GUESSES.find((one) => one.value === value);
      if (own && found) this.#guesses = { ...this.#guesses, [own.name]: found.value };
    }
  }

  #begin(): void {
    this.#run = 'classic';
    this.epoch = this.#start.epoch ?? FIRST_EPOCH;
    this.#pointed = this.#firstPointed();
  }
  #firstPointed(): number {
    return this.#placeOf(this.#start.digit ?? null) ?? this.#firstOwn();
  }
  /** The first of the digits that the output is for. */
  #firstOwn(): number {
    return Math.max(
      0,
      this.digits.findIndex(({ label }) => label === DIGIT),
    );
  }
  #placeOf(index: number | null): number | null {
    const place = this.digits.findIndex((digit) => digit.index === index);
    return place < 0 ? null : place;
  }
}
