/**
 * One whole pass, forward and back, as the figures of this chapter share it: the reader's digit or drawing through the network at the
 * stage chosen, what was wanted, and the neuron of each layer that is looked at. Choose one in one figure, and the others follow.
 */
import { type BackwardPass, backprop } from '@/network/backprop.ts';
import { quadratic } from '@/network/cost.ts';
import { type Backward, explainBackward, valueOf } from '@/explain/explain-backward.ts';
import type { Explanation, Part } from '@/explain/explain.ts';
import { type ForwardPass, feedforward } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';
import { targetsOf } from '@/network/examples.ts';
import type { Reader } from '@/reader/reader.svelte.ts';
import { stages } from '@/islands/stages.ts';
import { stageName } from '@/reader/stage-names.ts';

/** The layer of the outputs. */
export const OUTPUTS = 3;
/** The neuron of each layer to begin with, where the reader has chosen none: the output is the digit's own. */
const FIRST = [0, 10, 8];

/** The pass of a picture through a network, there and back. */
export interface WorkedPass {
  readonly network: Network;
  readonly pass: ForwardPass;
  readonly back: Backward;
  /** deltas, wishes, nablaW and nablaB; `[layer - 1]` of each is the layer's. */
  readonly errors: BackwardPass;
  readonly y: Float64Array;
  /** Of this one digit, without L2. */
  readonly cost: number;
}

/** @param label what the outputs should say, 0 to 9 @param eta of the nudge, above 0 */
export function work(
  network: Network,
  image: ArrayLike<number>,
  label: number,
  eta: number,
): WorkedPass {
  const pass = feedforward(network, image);
  const y = targetsOf(label, 10);
  const errors = backprop(network, pass, y, quadratic);
  const back = { errors, y, eta };
  return { network, pass, back, errors, y, cost: valueOf(network, pass, back, { kind: 'cost' }) };
}

/**
 * The reader's pass. A widget makes one from its reader; its module says `needs(stages)` from `islands/stages.ts` (and `hundred`).
 */
export class WholePass {
  readonly #reader: Reader;
  readonly #eta: () => number;
  readonly #changed: () => Network | null;

  /** The network in force: the one at the stage chosen, or what the figure made of it. */
  readonly network: Network = $derived.by(() => this.#changed() ?? this.stageNetwork);
  readonly #worked: WorkedPass = $derived.by(() =>
    work(this.network, this.#reader.image, this.label, this.#eta()),
  );

  /**
   * @param eta the learning rate of nudges; 1 if left out
   * @param changed the figure's own network, of the same sizes, in the place of the stage's; null for that
   */
  constructor(
    reader: Reader,
    eta: () => number = () => 1,
    changed: () => Network | null = () => null,
  ) {
    this.#reader = reader;
    this.#eta = eta;
    this.#changed = changed;
  }

  /** As training left it. */
  get stageNetwork(): Network {
    return stages.value[this.#reader.stage];
  }
  /** 'explainer network, after 600 mini-batches' */
  get networkName(): string {
    return `${this.#reader.oursName}, ${stageName(this.#reader.stage)}`;
  }
  /** What the outputs should say: the label, what the reader says of the drawing, or until then the network's best guess as it was. */
  get label(): number {
    return this.#reader.wanted ?? this.#guess;
  }
  get worked(): WorkedPass {
    return this.#worked;
  }
  get pass(): ForwardPass {
    return this.#worked.pass;
  }
  get errors(): BackwardPass {
    return this.#worked.errors;
  }
  get y(): Float64Array {
    return this.#worked.y;
  }
  get cost(): number {
    return this.#worked.cost;
  }
  /** The output looked at, 0 to 9. */
  get output(): number {
    return this.neuronOf(OUTPUTS);
  }
  /** The neuron of layer 2 looked at, from 0. */
  get hidden(): number {
    return this.neuronOf(2);
  }

  /** The neuron of a layer, 1 to 3, that is looked at, from 0. */
  neuronOf(layer: number): number {
    return this.#reader.neuronOf(layer) ?? FIRST[layer] ?? this.label;
  }

  /** Looks at another neuron, in all figures. @throws RangeError for one that there is not */
  choose(layer: number, index: number): void {
    this.#reader.chooseNeuron({ layer, index });
  }

  /** Any part of the pass, opened: what `Opened` shows. */
  readonly explain = (part: Part, most?: number): Explanation => {
    const { network, pass, back } = this.#worked;
    return explainBackward(network, pass, back, part, most === undefined ? {} : { most });
  };

  /** Any number of the pass. */
  valueOf(part: Part): number {
    const { network, pass, back } = this.#worked;
    return valueOf(network, pass, back, part);
  }

  get #guess(): number {
    const scores = feedforward(this.stageNetwork, this.#reader.image).activations[OUTPUTS];
    return scores.indexOf(Math.max(...scores));
  }
}
