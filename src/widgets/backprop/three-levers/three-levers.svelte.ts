import { sigmoid } from '@/network/activation.ts';
import { costOf, quadratic } from '@/network/cost.ts';
import { feedforward, scoresOf } from '@/network/feedforward.ts';
import { cloneNetwork } from '@/network/network.ts';
import type { Spot } from '@/plot/charts/plot-frame.ts';
import { OUTPUTS, type WorkedPass } from '../whole-pass.svelte.ts';
import { signed } from '@/words/numbers.ts';
import { decimal, several } from '@/reader/codec.ts';

export type Lever = 'bias' | 'weight' | 'activation';
export const LEVERS: readonly Lever[] = ['bias', 'weight', 'activation'];

export interface Start {
  /** How far each lever is moved from where the network has it. */
  readonly moved?: Readonly<Partial<Record<Lever, number>>>;
}

/** What the reader has chosen, and the pass. */
export interface Around {
  readonly worked: WorkedPass;
  /** The output, and the neuron of layer 2 that feeds it, from 0. */
  readonly output: number;
  readonly hidden: number;
}

/** A lever as it stands. */
export interface Standing {
  readonly lever: Lever;
  /** What the network has, and what the reader made of it. */
  readonly learned: number;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** The slope of this output's part of the cost along it, where it stands. */
  readonly slope: number;
  /** The output's part of the cost as the lever goes from min to max, the others left where they are. */
  readonly curve: readonly Spot[];
}

/** Bias and weight go so far to either side of what the network has. */
const REACH = 4;
const POINTS = 40;
/** The learning rate of a nudge here: one output has little to learn, so that a large one shows something. */
export const ETA = 1;

/** Three ways to move one output: its bias, one of its weights, one of the activations that feed it. */
export class ThreeLevers {
  readonly #around: () => Around;
  readonly #start: Start;
  /** How far each is moved, for the output, neuron and pass that they were moved on; null while they stand as the start has them. */
  #moved: { readonly on: readonly unknown[]; readonly by: Readonly<Record<Lever, number>> } | null =
    $state.raw(null);

  constructor(around: () => Around, start: Start = {}) {
    this.#around = around;
    this.#start = start;
  }

  get #on(): readonly unknown[] {
    const { worked, output, hidden } = this.#around();
    return [worked.network, worked.pass.activations[0], output, hidden];
  }
  get #by(): Readonly<Record<Lever, number>> {
    const unmoved = { bias: 0, weight: 0, activation: 0 };
    if (this.#moved === null) return { ...unmoved, ...this.#start.moved };
    const on = this.#on;
    return this.#moved.on.every((part, i) => part === on[i]) ? this.#moved.by : unmoved;
  }

  /** What the network has. */
  get #learned(): Readonly<Record<Lever, number>> {
    const { worked, output, hidden } = this.#around();
    const { nIn, weights, biases } = worked.network.layers[OUTPUTS - 1];
    return {
      bias: biases[output],
      weight: weights[output * nIn + hidden],
      activation: worked.pass.activations[OUTPUTS - 1][hidden],
    };
  }
  get #values(): Readonly<Record<Lever, number>> {
    const [learned, by] = [this.#learned, this.#by];
    const activation = Math.min(1, Math.max(0, learned.activation + by.activation));
    return { bias: learned.bias + by.bias, weight: learned.weight + by.weight, activation };
  }

  /** z of the output with the levers so. */
  #zWith({ bias, weight, activation }: Readonly<Record<Lever, number>>): number {
    const { worked, output } = this.#around();
    const learned = this.#learned;
    const others =
      worked.pass.zs[OUTPUTS - 1][output] - learned.bias - learned.weight * learned.activation;
    return others + bias + weight * activation;
  }
  get z(): number {
    return this.#zWith(this.#values);
  }
  get a(): number {
    return sigmoid.f(this.z);
  }
  get y(): number {
    const { worked, output } = this.#around();
    return worked.y[output];
  }
  /** This output's part of the cost, half its square. */
  get part(): number {
    return quadratic.value(this.z, this.a, this.y);
  }
  /** The output's error where the levers stand. */
  get delta(): number {
    return quadratic.delta(this.z, this.a, this.y);
  }
  /** The whole cost of the digit with the levers so: an activation moves all ten outputs. */
  get cost(): number {
    const { worked, output, hidden } = this.#around();
    const { bias, weight, activation } = this.#values;
    const last = worked.network.layers[OUTPUTS - 1];
    const top = cloneNetwork({ sizes: worked.network.sizes.slice(-2), layers: [last] });
    top.layers[0].biases[output] = bias;
    top.layers[0].weights[output * last.nIn + hidden] = weight;
    const a = worked.pass.activations[OUTPUTS - 1].slice();
    a[hidden] = activation;
    return costOf(scoresOf(feedforward(top, a)), worked.y);
  }

  get levers(): Standing[] {
    const [values, learned, delta] = [this.#values, this.#learned, this.delta];
    const slopes = {
      bias: delta,
      weight: values.activation * delta,
      activation: values.weight * delta,
    };
    return LEVERS.map((lever) => {
      const isActivation = lever === 'activation';
      const min = isActivation ? 0 : learned[lever] - REACH;
      const max = isActivation ? 1 : learned[lever] + REACH;
      const curve = Array.from({ length: POINTS + 1 }, (_, i): Spot => {
        const at = min + ((max - min) * i) / POINTS;
        const z = this.#zWith({ ...values, [lever]: at });
        return [at, quadratic.value(z, sigmoid.f(z), this.y)];
      });
      const value = Math.min(max, Math.max(min, values[lever]));
      return { lever, learned: learned[lever], value, min, max, slope: slopes[lever], curve };
    });
  }

  /** Puts a lever somewhere; what is no number changes nothing. */
  put(lever: Lever, value: number): void {
    if (!Number.isFinite(value)) return;
    const most = lever === 'activation' ? 1 : REACH;
    const by = Math.min(most, Math.max(-most, value - this.#learned[lever]));
    this.#moved = { on: this.#on, by: { ...this.#by, [lever]: Math.abs(by) < 1e-9 ? 0 : by } };
  }

  /** One step down the slope for bias and weight at once; the activation cannot be set, and stays. */
  nudge(): void {
    const { bias, weight, activation } = this.#values;
    const { delta } = this;
    this.put('bias', bias - ETA * delta);
    this.put('weight', weight - ETA * activation * delta);
  }

  get isMoved(): boolean {
    return LEVERS.some((lever) => this.#by[lever] !== 0);
  }

  get words(): string {
    const { output, hidden, worked } = this.#around();
    const was = worked.pass.activations[OUTPUTS][output];
    const learned = this.#learned;
    if (!this.isMoved) {
      const way = this.y === 1 ? 'brighter' : 'dimmer';
      const most = this.levers.reduce((one, other) =>
        Math.abs(other.slope) > Math.abs(one.slope) ? other : one,
      );
      return `Output ${output} stands at ${was.toFixed(2)} and should be ${this.y}: ${way}. Its cost answers most to its ${most.lever}, at ${signed(most.slope, 3)} for each 1. What does moving each lever do?`;
    }
    const { activation } = this.#by;
    const went = `Output ${output} went from ${was.toFixed(2)} to ${this.a.toFixed(2)}, and its part of the cost is now ${this.part.toFixed(4)}.`;
    if (activation !== 0)
      return `${went} But the activation of neuron ${hidden + 1} also feeds the other nine, and the whole cost went from ${worked.cost.toFixed(4)} to ${this.cost.toFixed(4)}. It cannot be set, only wished for.`;
    const isDull = learned.activation < 0.05;
    return isDull
      ? `${went} Neuron ${hidden + 1} holds only ${learned.activation.toFixed(2)}, so its weight moves next to nothing.`
      : `${went} The other nine outputs have not moved.`;
  }

  get canReset(): boolean {
    const { moved } = this.#start;
    return LEVERS.some((lever) => this.#by[lever] !== (moved?.[lever] ?? 0));
  }

  reset(): void {
    this.#moved = null;
  }

  toLink(): Record<string, string> {
    const by = this.#by;
    return this.canReset ? { by: LEVERS.map((lever) => by[lever].toFixed(3)).join('_') } : {};
  }

  /** Anybody may have written it: three numbers, or nothing. */
  fromLink({ by }: Readonly<Record<string, string>>): void {
    const lever = (text: string): number | null => decimal(text, 3, -9.999, 9.999);
    const numbers = several(by, '_', lever, lever, lever) ?? [];
    // Which neurons the link's reader sees is settled elsewhere, and maybe in this very moment: the levers move on those.
    numbers.forEach((n, i) => this.put(LEVERS[i], this.#learned[LEVERS[i]] + n));
  }
}
