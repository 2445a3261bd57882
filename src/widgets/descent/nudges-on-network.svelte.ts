import { type Survey, surveyOf } from '@/descent/mean-cost.ts';
import { flatGradient } from '@/descent/parameters.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import { type BackwardPass, backprop } from '@/network/backprop.ts';
import { costOf, quadratic } from '@/network/cost.ts';
import { type Backward, explainBackward } from '@/explain/explain-backward.ts';
import type { Explanation, Part } from '@/explain/explain.ts';
import { type ForwardPass, argmax, feedforward, scoresOf } from '@/network/feedforward.ts';
import { cloneNetwork, type Network } from '@/network/network.ts';
import { updateMiniBatch } from '@/network/sgd.ts';
import { targetsOf } from '@/network/examples.ts';
import { decimal } from '@/reader/codec.ts';

/** What the reader has chosen for the whole site. */
export interface NudgeScene {
  /** The network as it was learned, left alone. */
  readonly network: Network;
  /** The 784 numbers in force. */
  readonly image: Float64Array;
  /** What they should be read as; null where the reader has not said. */
  readonly wanted: number | null;
  /** The digit chosen, in force while no drawing is. */
  readonly digit: GivenDigit;
  readonly source: 'digit' | 'drawing';
}

/** How the figure begins. */
export interface NudgeStart {
  readonly eta?: number;
}

/** One step, with what it takes to undo it. */
interface Taken {
  /** The network before it. */
  readonly before: Network;
  /** The cost of the digit that it was for, before and after. */
  readonly costs: readonly [number, number];
  readonly eta: number;
  /** The digit's index in its set; null for a drawing, which no link brings back with the step. */
  readonly of: number | null;
}

/** The network after a step for one picture: what sgd makes of it. */
function stepped(network: Network, image: Float64Array, label: number, eta: number): Network {
  const next = cloneNetwork(network);
  const examples = { count: 1, inputs: image, full: 1, labels: Uint8Array.of(label) };
  updateMiniBatch(next, examples, [0], { cost: quadratic, eta, miniBatch: 1, lambda: 0 });
  return next;
}

export const LEAST_ETA = 0.01;
export const MOST_ETA = 100;
export const FIRST_ETA = 0.5;
/** Steps that can be undone: a network weighs a tenth of a megabyte, so that these are ten. */
export const MOST_UNDO = 100;
/** Steps of a link: how many, eta, the digit's index. */
const STEP_RUN = /^(\d{1,3})@(\d{1,3}(?:\.\d{1,4})?)@(\d{1,5})$/;

/** A network that is nudged, step by step, for one digit at a time. */
export class NudgesOnNetwork {
  readonly #scene: () => NudgeScene;
  readonly #digits: readonly GivenDigit[];
  readonly #start: NudgeStart;
  #eta = $state(FIRST_ETA);
  #taken: readonly Taken[] = $state.raw([]);
  /** Steps taken in all, those that cannot be undone any more among them. */
  count = $state(0);
  /** What the steps made of the network; null while none was taken. */
  #nudged: Network | null = $state.raw(null);

  /** @param digits those that stand for all others, to see what a step for one of them does to them */
  constructor(scene: () => NudgeScene, digits: readonly GivenDigit[], start: NudgeStart = {}) {
    this.#scene = scene;
    this.#digits = digits;
    this.#start = start;
    this.reset();
  }

  get eta(): number {
    return this.#eta;
  }
  set eta(eta: number) {
    if (Number.isFinite(eta)) this.#eta = Math.min(MOST_ETA, Math.max(LEAST_ETA, eta));
  }

  /** The network as it is now. */
  readonly network: Network = $derived.by(() => this.#nudged ?? this.#scene().network);
  readonly pass: ForwardPass = $derived.by(() => feedforward(this.network, this.#scene().image));
  /** What it should be read as; what the network as learned makes of it, until the reader says. */
  readonly label: number = $derived.by(() => {
    const { network, image, wanted } = this.#scene();
    return wanted ?? argmax(feedforward(network, image).activations[network.layers.length]);
  });
  readonly #y: Float64Array = $derived.by(() => targetsOf(this.label, 10));
  readonly errors: BackwardPass = $derived.by(() =>
    backprop(this.network, this.pass, this.#y, quadratic),
  );
  /** The cost of this digit alone. */
  readonly cost: number = $derived.by(() => costOf(scoresOf(this.pass), this.#y));
  /** What the network answers. */
  readonly answer: number = $derived.by(() =>
    argmax(this.pass.activations[this.network.layers.length]),
  );
  /** By how much the cost would fall if it kept falling as steeply as it does here: eta times the squared length of the gradient. */
  readonly promise: number = $derived.by(
    () => this.#eta * flatGradient(this.errors).reduce((sum, slope) => sum + slope * slope, 0),
  );
  /** The network after one more step. */
  readonly #next: Network = $derived.by(() =>
    stepped(this.network, this.#scene().image, this.label, this.#eta),
  );
  /** And the cost of this digit then. */
  readonly costNext: number = $derived.by(() =>
    costOf(scoresOf(feedforward(this.#next, this.#scene().image)), this.#y),
  );
  /** The mean over the hundred digits, as learned and as it is now. */
  readonly #learned: Survey = $derived.by(() => surveyOf(this.#scene().network, this.#digits));
  readonly #now: Survey = $derived.by(() =>
    this.#nudged === null ? this.#learned : surveyOf(this.#nudged, this.#digits),
  );
  get meanBefore(): number {
    return this.#learned.cost;
  }
  get meanNow(): number {
    return this.#now.cost;
  }
  /** The one of the hundred that costs the network as learned the most. */
  get hardest(): GivenDigit {
    const costs = this.#learned.read.map(({ pass, y }) => costOf(scoresOf(pass), y));
    return this.#digits[argmax(costs)];
  }
  /** The last step's cost before and after; null where none was taken. */
  get lastCosts(): readonly [number, number] | null {
    return this.#taken.at(-1)?.costs ?? null;
  }
  get canUndo(): boolean {
    return this.#taken.length > 0;
  }

  /** Takes the step: every weight and bias moves by minus eta times its slope. */
  apply(): void {
    const { digit, source } = this.#scene();
    this.#keep(this.#next, {
      before: this.network,
      costs: [this.cost, this.costNext],
      eta: this.#eta,
      of: source === 'digit' ? digit.index : null,
    });
  }

  /** Takes the last step back, to the last bit: the network from before it was kept. */
  undo(): void {
    const last = this.#taken.at(-1);
    if (last === undefined) return;
    this.#taken = this.#taken.slice(0, -1);
    this.count--;
    this.#nudged = this.count === 0 ? null : last.before;
  }

  /** -eta delta_j x_k for the weights of one neuron; of layer 1 as a picture of 28 x 28. */
  nudgesOf(layer: number, j: number): Float64Array {
    const { nIn } = this.network.layers[layer - 1];
    return this.errors.nablaW[layer - 1]
      .slice(j * nIn, (j + 1) * nIn)
      .map((slope) => -this.#eta * slope + 0);
  }

  /** -eta delta_j: the nudge of a bias. */
  biasNudgeOf(layer: number, j: number): number {
    return -this.#eta * this.errors.nablaB[layer - 1][j] + 0;
  }

  readonly explain = (part: Part): Explanation => {
    const back: Backward = { errors: this.errors, y: this.#y, eta: this.#eta };
    return explainBackward(this.network, this.pass, back, part);
  };

  get canReset(): boolean {
    return this.#eta !== (this.#start.eta ?? FIRST_ETA) || this.count > 0;
  }

  reset(): void {
    this.eta = this.#start.eta ?? FIRST_ETA;
    this.#nudged = null;
    this.#taken = [];
    this.count = 0;
  }

  toLink(): Record<string, string> {
    const steps = this.#writeSteps();
    return {
      ...(this.#eta !== (this.#start.eta ?? FIRST_ETA) && { eta: String(this.#eta) }),
      ...(steps !== '' && { steps }),
    };
  }

  /** Anybody may have written it. */
  fromLink({ eta, steps = '' }: Readonly<Record<string, string>>): void {
    this.eta = decimal(eta, 4, 0, 1000) ?? this.eta;
    for (const run of steps.split(',')) {
      const [, times, by, of] = STEP_RUN.exec(run) ?? [];
      const digit = this.#digits.find(({ index }) => index === Number(of));
      const rate = Number(by);
      if (digit === undefined || !(rate >= LEAST_ETA && rate <= MOST_ETA)) return;
      for (let n = 0; n < Number(times) && this.count < MOST_UNDO; n++) this.#repeat(digit, rate);
    }
  }

  /** '3@0.5@32': three steps with eta 0.5 for digit 32. As far as a link can tell them: up to one for a drawing, or all while all can be undone. */
  #writeSteps(): string {
    if (this.count > this.#taken.length) return '';
    const runs: { of: number; eta: number; times: number }[] = [];
    for (const { of, eta } of this.#taken) {
      if (of === null) break;
      const last = runs.at(-1);
      if (last?.of === of && last.eta === eta) last.times++;
      else runs.push({ of, eta, times: 1 });
    }
    return runs.map(({ of, eta, times }) => `${times}@${eta}@${of}`).join(',');
  }

  /** A step that was taken for one of the digits, whichever is chosen now. */
  #repeat({ pixels, label, index }: GivenDigit, eta: number): void {
    const before = this.network;
    const next = stepped(before, pixels, label, eta);
    const costIn = (network: Network): number =>
      costOf(scoresOf(feedforward(network, pixels)), targetsOf(label, 10));
    this.#keep(next, { before, costs: [costIn(before), costIn(next)], eta, of: index });
  }

  #keep(next: Network, taken: Taken): void {
    this.#nudged = next;
    this.#taken = [...this.#taken, taken].slice(-MOST_UNDO);
    this.count++;
  }
}
