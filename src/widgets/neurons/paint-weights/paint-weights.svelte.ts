import type { PaintPhase } from '@/controls/cells/cell-cursor.svelte.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import type { Network } from '@/network/network.ts';
import { oneOf, whole } from '@/reader/codec.ts';
import { scaleEnd } from '@/plot/signed.ts';
import { capital } from '@/words/english.ts';
import { signed } from '@/words/numbers.ts';
import { pixelName } from '@/words/pixels.ts';
import { PixelSheet } from '../pixel-sheet.svelte.ts';
import { auc, groups, type TwoGroups } from '@/inside/auc.ts';
import { countFiring, SumSample } from './sum-sample.ts';
import { type Slant, SLANTS, STROKES } from './test-strokes.ts';
import { readWeights, writeWeights } from './weights-text.ts';

/** With 'point' nothing is painted, and a finger scrolls the page. */
export type Tool = 'point' | 'plus' | 'minus' | 'erase';
/** Brushes by how many pixels they are across, and how far each reaches from its middle. */
export const BRUSHES = [
  { across: 1, reach: 0 },
  { across: 3, reach: 1.45 },
  { across: 5, reach: 2.3 },
] as const;
export type Preset = 'patch' | 'surrounded' | 'clear';
/** What the weights are: a preset, a copy of the best neuron that was learned, or neither. */
export type Weights = Preset | 'best' | 'other';

/** What the figure may begin with. */
export interface Start {
  readonly preset?: Preset;
  readonly slant?: Slant;
  readonly label?: number;
  /** With it the weights are a copy of the learned neuron that is best at the label. */
  readonly learned?: boolean;
}

/** A picture before the detector. */
export interface Trial {
  /** What the weights above 0 add, and what those below take; the latter is 0 or below. */
  readonly up: number;
  readonly down: number;
  readonly sum: number;
}

/** A neuron of layer 1. */
interface Learned {
  readonly weights: Float64Array;
  /** What it makes of each digit, without its bias. */
  readonly sums: Float64Array;
}

const CLEAR = new Float64Array(784);
const PAGE_LABEL = 7;
/** Weights painted by hand reach 1; a scale that ends here lets a faint brush look faint. */
const LEAST_MAX = 0.5;

/** A detector that the reader paints: 784 weights and no bias, tried on pictures and on many digits. */
export class PaintWeights {
  tool = $state<Tool>('point');
  /** Which of BRUSHES. */
  brush = $state(1);
  /** What a stroke sets the weights to, with the sign of the tool. 0 to 1. */
  strength = $state(1);
  /** Which way the test stroke lies. */
  slant = $state<Slant>('level');
  /** The label to tell from the others. */
  label = $state(PAGE_LABEL);
  /** The pixel pointed at. */
  cell = $state<number | null>(null);
  readonly sheet: PixelSheet;
  readonly #sample: SumSample;
  readonly #network: () => Network;
  #known: { network: Network; neurons: readonly Learned[] } | null = null;
  readonly #first: { slant: Slant; label: number };

  readonly #sums = $derived.by(() => this.#sample.sums(this.weights));
  /** The sums of the digits with the label and of the others. */
  readonly groups: TwoGroups = $derived.by(() =>
    groups(this.#sums, this.#sample.labels, this.label),
  );
  /** The AUC: how well the sums tell the label's digits from all others, 0 to 1. */
  readonly score: number = $derived(auc(this.groups));
  /** The neuron of layer 1 that is best at the same: its index from 0, its score, its weights. */
  readonly best = $derived.by(() => {
    const scores = this.#neurons.map(({ sums }) =>
      auc(groups(sums, this.#sample.labels, this.label)),
    );
    const index = scores.indexOf(Math.max(...scores));
    return { index, score: scores[index], weights: this.#neurons[index].weights };
  });
  /** How many of either group have a sum above 0. */
  readonly firing = $derived({
    wanted: countFiring(this.groups.wanted),
    others: countFiring(this.groups.others),
  });

  constructor(network: () => Network, digits: readonly GivenDigit[], start: Start = {}) {
    this.#network = network;
    this.#sample = new SumSample(digits);
    this.#first = { slant: start.slant ?? 'level', label: start.label ?? PAGE_LABEL };
    this.slant = this.#first.slant;
    this.label = this.#first.label;
    const given = start.learned ? this.best.weights : presetOf(start.preset ?? 'patch', this.slant);
    this.sheet = new PixelSheet(() => given);
  }

  /** (784), row-major. */
  get weights(): Float64Array {
    return this.sheet.pixels;
  }
  get isEmpty(): boolean {
    return this.weights.every((weight) => weight === 0);
  }
  /** The end of their scale. */
  get max(): number {
    return Math.max(LEAST_MAX, scaleEnd(this.weights));
  }
  get source(): Weights {
    return this.#preset ?? (this.weights === this.best.weights ? 'best' : 'other');
  }
  get stroke() {
    return STROKES[this.slant];
  }
  get canReset(): boolean {
    return (
      this.sheet.isChanged ||
      this.sheet.canUndo ||
      this.sheet.canRedo ||
      this.slant !== this.#first.slant ||
      this.label !== this.#first.label ||
      this.tool !== 'point' ||
      this.brush !== 1 ||
      this.strength !== 1
    );
  }

  /** A weight in words. */
  describe(cell: number): string {
    return `${capital(pixelName(cell))}, weight ${signed(this.weights[cell], 2)}`;
  }

  /** What the brush does on a cell; nothing where the tool only points. */
  get brushStroke(): ((cell: number, phase: PaintPhase) => void) | undefined {
    return this.tool === 'point' ? undefined : (cell, phase) => this.paint(cell, phase);
  }
  paint(cell: number, phase: PaintPhase): void {
    if (this.tool === 'point') return;
    const weight = { plus: this.strength, minus: -this.strength, erase: 0 }[this.tool];
    this.sheet.stroke(cell, phase, { reach: BRUSHES[this.brush].reach, apply: () => weight });
  }

  use(preset: Preset): void {
    this.sheet.put(presetOf(preset, this.slant));
  }
  copyBest(): void {
    this.sheet.put(this.best.weights);
  }
  /** Puts other weights in place of these. */
  begin(source: Weights): void {
    if (source === 'best') this.copyBest();
    else if (source !== 'other') this.use(source);
  }

  /** Turns the test stroke, and with it the weights where they are still those of a preset. */
  turn(slant: Slant): void {
    const preset = this.#preset;
    this.slant = slant;
    if (preset === 'patch' || preset === 'surrounded') this.use(preset);
  }

  try(picture: ArrayLike<number>): Trial {
    let [up, down] = [0, 0];
    const { weights } = this;
    for (let k = 0; k < weights.length; k++) {
      const product = weights[k] * picture[k];
      if (product > 0) up += product;
      else down += product;
    }
    // What cancels on paper should cancel here.
    const sum = Math.abs(up + down) < 1e-9 ? 0 : up + down;
    return { up, down, sum };
  }

  reset(): void {
    this.sheet.reset();
    this.slant = this.#first.slant;
    this.label = this.#first.label;
    this.tool = 'point';
    this.brush = 1;
    this.strength = 1;
    this.cell = null;
  }

  toLink(): Record<string, string> {
    const link: Record<string, string> = {};
    if (this.label !== this.#first.label) link['label'] = String(this.label);
    if (this.slant !== this.#first.slant) link['slant'] = this.slant;
    const learned = this.#neurons.findIndex(({ weights }) => weights === this.weights);
    if (this.#preset) {
      if (this.sheet.isChanged) link['weights'] = this.#preset;
    } else if (learned >= 0) link['weights'] = String(learned + 1);
    else link['weights'] = writeWeights(this.weights);
    return link;
  }

  fromLink({ label, slant, weights }: Readonly<Record<string, string | undefined>>): void {
    this.label = whole(label, 0, 9) ?? this.label;
    const isSlant = oneOf(slant, SLANTS);
    if (isSlant) this.turn(isSlant);
    if (weights === undefined) return;
    const learned = this.#neurons[(whole(weights, 1, 99) ?? 0) - 1]?.weights;
    if (weights === 'patch' || weights === 'surrounded' || weights === 'clear') this.use(weights);
    else {
      const painted = learned ?? readWeights(weights, 784);
      if (painted) this.sheet.put(painted);
    }
  }

  /** The neurons of layer 1; computed once for a network, so that a copy of one can be told by its weights being the very same. */
  get #neurons(): readonly Learned[] {
    const network = this.#network();
    if (this.#known?.network !== network) {
      const { nIn, nOut, weights } = network.layers[0];
      const neurons = Array.from({ length: nOut }, (_, j) => {
        const row = weights.slice(j * nIn, (j + 1) * nIn);
        return { weights: row, sums: this.#sample.sums(row) };
      });
      this.#known = { network, neurons };
    }
    return this.#known.neurons;
  }

  /** The preset that the weights still are. */
  get #preset(): Preset | undefined {
    const presets: readonly Preset[] = ['patch', 'surrounded', 'clear'];
    return presets.find((preset) => presetOf(preset, this.slant) === this.weights);
  }
}

function presetOf(preset: Preset, slant: Slant): Float64Array {
  return preset === 'clear' ? CLEAR : STROKES[slant][preset];
}
