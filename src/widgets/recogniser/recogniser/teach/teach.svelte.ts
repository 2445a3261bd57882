import { TestClient } from '@/inside/bench/client.ts';
import { cheapEta, ETAS, lessonOf, type Right, rightIn, weightsMoved } from '@/inside/one-step.ts';
import type { Gradient } from '@/network/backprop.ts';
import { feedforward, scoresOf } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';
import { nudged } from '@/network/sgd.ts';
import { messageOf } from '../../recogniser.svelte.ts';
import type { Demo, Settled } from '../demo.svelte.ts';

/** Where the thumb stands until the prices are known. */
const FIRST_ETA = 0.02;

/** What a step is taken from: a drawing, what it was meant to be, and the slope of its cost. */
interface Lesson {
  readonly settled: Settled;
  readonly label: number;
  readonly gradient: Gradient;
}

/** A step that can be taken. */
interface Step {
  readonly lesson: Lesson;
  readonly eta: number;
  /** The network one step further. */
  readonly next: Network;
  /** What that scores the drawing. */
  readonly scores: Float64Array;
  /** How many weights move. */
  readonly moved: number;
}

/** A step that was taken, and what it cost. */
interface Taken {
  readonly label: number;
  readonly eta: number;
  /** Null where it was not measured. */
  readonly before: Right | null;
  readonly after: Right | null;
  /** What the network scored the drawing before, and scores it now. */
  readonly was: Float64Array;
  readonly is: Float64Array;
}

/** The panel's state: what a step of each size would cost and bring, and the steps that were taken. */
export class TeachState {
  /** By the size of the step, as ETAS has them; null where it was not measured yet. */
  prices = $state.raw<readonly (Right | null)[]>(ETAS.map(() => null));
  /** Of the network as it is; null where it was not measured yet. */
  now = $state.raw<Right | null>(null);
  /** Why there are no prices, in words for the reader; null otherwise. */
  trouble = $state<string | null>(null);
  /** Whether the digits to test on are here. */
  hasDigits = $state(false);
  /** The step that was taken last of the network that reads; null where none was, or another drawing has come since. */
  taken = $state.raw<Taken | null>(null);
  /** Why the network was not kept; null otherwise. */
  keepTrouble = $state<string | null>(null);
  isKeeping = $state(false);

  #lesson = $state.raw<Lesson | null>(null);
  #picked = $state<number | null>(null);
  /** The step asked for last. No `$derived`: that would end with the panel that first asked for it, and this lives on. */
  #made: Step | null = null;
  readonly #demo: Demo;
  readonly #client: TestClient;
  /** What was measured of a network holds for as long as there is one. */
  readonly #known = new WeakMap<Network, Right>();
  #round = 0;

  constructor(demo: Demo) {
    this.#demo = demo;
    this.#client = new TestClient(demo.tools.bench);
  }

  get label(): number | null {
    return this.#lesson?.label ?? null;
  }

  /** Whether all sizes were measured. */
  get isPriced(): boolean {
    return this.prices.every((price) => price !== null);
  }

  /** How large the step is: the reader's choice, or the largest that is cheap once all prices are known. */
  get eta(): number {
    if (this.#picked !== null) return this.#picked;
    return this.now && this.isPriced ? cheapEta(ETAS, this.now, this.prices) : FIRST_ETA;
  }

  /** The price of the step as it is set; null where it was not measured yet. */
  get price(): Right | null {
    return this.prices[ETAS.indexOf(this.eta as (typeof ETAS)[number])] ?? null;
  }

  /** The step as it is set; null where there is nothing to learn from. */
  get step(): Step | null {
    const { eta } = this;
    const lesson = this.#lesson;
    if (lesson === null) return null;
    if (this.#made?.lesson === lesson && this.#made.eta === eta) return this.#made;
    const { network, image } = lesson.settled;
    const next = nudged(network, lesson.gradient, eta);
    const scores = scoresOf(feedforward(next, image));
    return (this.#made = { lesson, eta, next, scores, moved: weightsMoved(network, next) });
  }

  /** Sets the size of the step: one of ETAS. */
  pick(eta: number): void {
    this.#picked = eta;
  }

  /** Speaks of this from now on. @param label what the drawing was meant to be; null while nobody has said */
  follow(settled: Settled | null, label: number | null): void {
    const before = this.#lesson;
    if (before?.settled === settled && before?.label === label) return;
    if (before?.settled.sheet !== settled?.sheet) this.taken = null;
    if (before?.label !== label || before?.settled.sheet !== settled?.sheet) this.#picked = null;
    this.prices = ETAS.map(() => null);
    this.now = (settled && this.#known.get(settled.network)) ?? null;
    if (settled === null || label === null) {
      this.#lesson = null;
      this.#round++;
      return;
    }
    const gradient = lessonOf(settled.network, settled.image, label);
    this.#lesson = { settled, label, gradient };
    void this.measure();
  }

  /** Measures the network as it is and one step further, by each size; asked again it tries again. */
  async measure(): Promise<void> {
    const lesson = this.#lesson;
    if (lesson === null) return;
    const round = ++this.#round;
    const { network } = lesson.settled;
    this.trouble = null;
    try {
      const now = await this.#test(network);
      if (round !== this.#round) return;
      this.now = now;
      for (const [i, eta] of ETAS.entries()) {
        const price = await this.#test(nudged(network, lesson.gradient, eta));
        if (round !== this.#round) return;
        this.prices = this.prices.map((known, at) => (at === i ? price : known));
      }
    } catch (error) {
      if (round === this.#round) this.trouble = messageOf(error);
    }
  }

  /** Takes the step: the network that reads is one step further from now on. */
  take(): void {
    const { step, now, price } = this;
    if (step === null) return;
    const { lesson, eta, next, scores } = step;
    const { label, settled } = lesson;
    this.taken = { label, eta, before: now, after: price, was: settled.scores, is: scores };
    this.keepTrouble = null;
    if (price) this.#known.set(next, price);
    this.#picked = null;
    void this.#demo.mean(label);
    this.#demo.teach(next);
  }

  /** Takes the last step back, to the last bit. */
  undo(): void {
    if (this.#demo.steps === 0) return;
    this.taken = null;
    this.keepTrouble = null;
    void this.#demo.undoStep();
  }

  /** Keeps the network as the reader's own. */
  async keep(): Promise<void> {
    if (this.isKeeping) return;
    this.isKeeping = true;
    this.keepTrouble = await this.#demo.keepAsOwn();
    this.isKeeping = false;
  }

  /** Lets the worker go. */
  dispose(): void {
    this.#client.dispose();
  }

  async #test(network: Network): Promise<Right> {
    const known = this.#known.get(network);
    if (known) return known;
    const { result } = await this.#client.test(network);
    this.hasDigits = true;
    const right = rightIn(result.confusion);
    this.#known.set(network, right);
    return right;
  }
}
