import type { PaintPhase } from '@/controls/cells/cell-cursor.svelte.ts';
import { Inspector } from '@/controls/inspector/inspector.svelte.ts';
import { explain, type Explanation, type Part } from '@/explain/explain.ts';
import { type ForwardPass, feedforward } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';
import { scaleEnd } from '@/plot/signed.ts';
import type { Neuron } from '@/reader/state.ts';
import { NONE, oneOf, otherwise, whole } from '@/reader/codec.ts';
import { PEN, PixelSheet, rubber, SIDE } from '../pixel-sheet.svelte.ts';
import { multiply, type Order, type RunningSum, runningSum } from './running-sum.ts';
import { factors, inputName } from './weight-grid-words.ts';

/** What a pointer does on the middle picture. */
export type Tool = 'point' | 'pen' | 'rubber';

/** How the figure begins. */
export interface WeightGridStart {
  readonly order?: Order;
  /** What has been added; everything if left out. */
  readonly step?: number;
  /** Whether weights without ink on them step back. */
  readonly inkOnly?: boolean;
  readonly tool?: Tool;
}

/** What the figure is about, read anew whenever it is needed. */
export interface WeightGridScene {
  readonly network: Network;
  /** The picture before anything was painted, (28, 28) row-major, 0 to 1. */
  readonly image: Float64Array;
  readonly neuron: Neuron;
}

const RUBBER = rubber(1);
/** The share of the weights that the scale tells apart: the few larger ones would leave them pale. */
const MOST = 0.99;

/**
 * One neuron of a network that reads a picture: its weights, what they weigh, the products, and the sum of these as it grows. The
 * picture can be painted over. For layer 1 the inputs are pixels, later they are the neurons of the layer before.
 */
export class WeightGrid {
  readonly inspector = new Inspector();
  /** What was painted over the picture. */
  readonly sheet: PixelSheet;
  order = $state<Order>('reading');
  inkOnly = $state(false);
  tool = $state<Tool>('point');
  isPlaying = $state(false);
  /** null: everything is in, however many steps that takes. */
  #step = $state<number | null>(null);
  /** The inputs pointed at, of layer 1 and of the later ones; null: none; undefined: nobody has pointed yet. */
  #pixel = $state<number | null | undefined>(undefined);
  #source = $state<number | null | undefined>(undefined);

  readonly #scene: () => WeightGridScene;
  readonly #start: WeightGridStart;

  constructor(scene: () => WeightGridScene, start: WeightGridStart = {}) {
    this.#scene = scene;
    this.#start = start;
    this.sheet = new PixelSheet(() => scene().image);
    this.reset();
  }

  readonly neuron: Neuron = $derived.by(() => this.#scene().neuron);
  /** Whether the inputs are pixels. */
  readonly isFirst: boolean = $derived.by(() => this.neuron.layer === 1);
  /** Of the picture as it is now. */
  readonly pass: ForwardPass = $derived.by(() =>
    feedforward(this.#scene().network, this.sheet.pixels),
  );
  /** w_jk of the neuron, one for each input. */
  readonly weights: Float64Array = $derived.by(() => {
    const { layer, index } = this.neuron;
    const { nIn, weights } = this.#scene().network.layers[layer - 1];
    return weights.slice(index * nIn, (index + 1) * nIn);
  });
  /** The activations that they weigh. */
  readonly inputs: Float64Array = $derived.by(() => this.pass.activations[this.neuron.layer - 1]);
  readonly products: Float64Array = $derived.by(() => multiply(this.weights, this.inputs));
  /** The end of the scale of weights and products alike: what they weigh is at most 1. */
  readonly max: number = $derived.by(() => scaleEnd(this.weights, this.isFirst ? MOST : 1));
  /** Whether some weights lie beyond it. */
  readonly isCut: boolean = $derived.by(() => this.weights.some((w) => Math.abs(w) > this.max));
  readonly bias: number = $derived.by(
    () => this.#scene().network.layers[this.neuron.layer - 1].biases[this.neuron.index],
  );
  readonly z: number = $derived.by(() => this.pass.zs[this.neuron.layer - 1][this.neuron.index]);
  readonly activation: number = $derived.by(
    () => this.pass.activations[this.neuron.layer][this.neuron.index],
  );
  /** The products in the order chosen. */
  readonly running: RunningSum = $derived.by(() => runningSum(this.products, this.order));
  /** The sum of all products, which does not depend on their order. */
  readonly sum: number = $derived.by(() => runningSum(this.products, 'reading').sums.at(-1) ?? 0);
  /** Whether a step is a row of pixels; else it is one product. */
  readonly goesByRows: boolean = $derived.by(() => this.isFirst && this.order === 'reading');
  /** Nothing, then each row or product, and at last the bias. */
  readonly steps: number = $derived.by(
    () => (this.goesByRows ? SIDE : this.running.inputs.length) + 2,
  );
  /** How many products are in. */
  readonly added: number = $derived.by(() => {
    const { inputs } = this.running;
    if (!this.goesByRows) return Math.min(this.step, inputs.length);
    const end = inputs.findIndex((k) => k >= SIDE * this.step);
    return end === -1 ? inputs.length : end;
  });
  /** For each input whether its product is in. */
  readonly #isIn: Uint8Array = $derived.by(() => {
    const isIn = new Uint8Array(this.weights.length);
    this.running.inputs.subarray(0, this.added).forEach((k) => (isIn[k] = 1));
    return isIn;
  });
  /** The input of the product that weighs most. */
  readonly #largest: number | null = $derived.by(
    () => runningSum(this.products, 'size').inputs.at(0) ?? null,
  );

  get step(): number {
    return Math.min(this.#step ?? Infinity, this.steps - 1);
  }
  set step(to: number) {
    if (!Number.isFinite(to)) return;
    const step = Math.max(0, Math.round(to));
    this.#step = step >= this.steps - 1 ? null : step;
    // The largest first: the one that has just been added is pointed at. In reading order nothing is pointed at for the reader.
    if (!this.goesByRows && step > 0 && step <= this.running.inputs.length) {
      this.cell = this.running.inputs[step - 1];
    }
  }
  /** Whether all is in, the bias too. */
  get isComplete(): boolean {
    return this.step === this.steps - 1;
  }

  /** The input pointed at; at first the one whose product weighs most. null when none is. */
  get cell(): number | null {
    const at = this.isFirst ? this.#pixel : this.#source;
    if (at === undefined) return this.#largest;
    return at !== null && at < this.weights.length ? at : null;
  }
  set cell(to: number | null) {
    if (to !== null && !(to in this.weights)) return;
    if (this.isFirst) this.#pixel = to;
    else this.#source = to;
  }

  /** How many products are in once that of input k is; null where it is 0 and not in the list. */
  placeOf(k: number): number | null {
    const at = this.running.inputs.indexOf(k);
    return at === -1 ? null : at + 1;
  }

  /** Points at an input by its place on the axis of the running sum: pixels, or products that are in. */
  pointAt(x: number): void {
    const { inputs } = this.running;
    if (inputs.length === 0 || !Number.isFinite(x)) return;
    if (!this.goesByRows) {
      this.cell = inputs[Math.min(inputs.length - 1, Math.max(0, Math.round(x) - 1))];
      return;
    }
    const next = inputs.findIndex((k) => k + 1 >= x);
    this.cell = next === -1 ? inputs[inputs.length - 1] : inputs[next];
  }

  isOut(k: number): boolean {
    return this.#isIn[k] === 0;
  }
  /** Whether a weight steps back: there is no ink for it to weigh. */
  isIdle(k: number): boolean {
    return this.inkOnly && this.inputs[k] === 0;
  }

  /** What a number of the figure is of: the neuron itself, … */
  partOf(kind: 'z' | 'bias' | 'activation'): Part {
    const { layer, index: j } = this.neuron;
    return { kind, layer, j };
  }
  /** … its connection from input k, … */
  linkOf(kind: 'weight' | 'product', k: number): Part {
    const { layer, index: j } = this.neuron;
    return { kind, layer, j, k };
  }
  /** … and that input. */
  inputOf(k: number): Part {
    return this.isFirst
      ? { kind: 'input', k }
      : { kind: 'activation', layer: this.neuron.layer - 1, j: k };
  }
  readonly open = (part: Part): void => this.inspector.open(part);
  readonly explain = (part: Part): Explanation => explain(this.#scene().network, this.pass, part);

  readonly point = (to: number | null): void => void (this.cell = to);
  /** What its inputs are called. */
  get inputWord(): 'pixel' | 'activation' {
    return this.isFirst ? 'pixel' : 'activation';
  }
  /** A connection in words. */
  readonly describe = (k: number): string => {
    const { weight, input, product } = factors(this.weights[k], this.inputs[k]);
    return `${inputName(this.neuron, k)}: weight ${weight} times ${this.inputWord} ${input} makes ${product}`;
  };

  setOrder(order: Order): void {
    this.order = order;
    this.isPlaying = false;
    this.#step = null;
  }

  /** What a pointer paints on the picture; nothing where it only points. */
  get brushStroke(): ((cell: number, phase: PaintPhase) => void) | undefined {
    return this.tool === 'point' ? undefined : (cell, phase) => this.paint(cell, phase);
  }
  paint(cell: number, phase: PaintPhase): void {
    if (this.tool === 'point') return;
    this.sheet.stroke(cell, phase, this.tool === 'pen' ? PEN : RUBBER);
  }

  /** Whether anything is not as it was at first. */
  get canReset(): boolean {
    const { order = 'reading', inkOnly = false, tool = 'point', step = null } = this.#start;
    return (
      this.sheet.isChanged ||
      this.sheet.canUndo ||
      this.order !== order ||
      this.inkOnly !== inkOnly ||
      this.tool !== tool ||
      this.#step !== step ||
      this.#pixel !== undefined ||
      this.#source !== undefined ||
      this.isPlaying ||
      this.inspector.part !== null
    );
  }

  reset(): void {
    const { order = 'reading', inkOnly = false, tool = 'point', step = null } = this.#start;
    this.sheet.reset();
    this.inspector.reset();
    this.order = order;
    this.inkOnly = inkOnly;
    this.tool = tool;
    this.isPlaying = false;
    this.#step = step;
    this.#pixel = undefined;
    this.#source = undefined;
  }

  toLink(): Record<string, string> {
    const { order = 'reading', inkOnly = false, step = null } = this.#start;
    const says = (of: { order: Order; inkOnly: boolean; step: number | null }) => ({
      ...{ order: of.order, ink: of.inkOnly ? '1' : '0', step: String(of.step ?? NONE) },
    });
    const at = this.isFirst ? this.#pixel : this.#source;
    return {
      ...otherwise(
        says({ order: this.order, inkOnly: this.inkOnly, step: this.#step }),
        says({ order, inkOnly, step }),
      ),
      ...(typeof at === 'number' && { cell: String(at) }),
      ...this.sheet.toLink(),
    };
  }

  /** Anybody may have written it: what makes no sense is left out. */
  fromLink(link: Readonly<Record<string, string | undefined>>): void {
    this.order = oneOf(link['order'], ['reading', 'size']) ?? this.order;
    if (link['ink'] === '0' || link['ink'] === '1') this.inkOnly = link['ink'] === '1';
    const step = whole(link['step'], 0, 999);
    if (link['step'] === NONE) this.#step = null;
    else if (step !== null) this.step = step;
    const cell = whole(link['cell'], 0, 999);
    if (cell !== null) this.cell = cell;
    this.sheet.fromLink(link);
  }
}
