/**
 * One step of the pass, as all parts of the figure show it: what is told of, what lies open and is lit, what has come back so far, the nudge
 * and what it would do.
 */
import { Inspector } from '@/controls/inspector/inspector.svelte.ts';
import { nameOf, type Part } from '@/explain/explain.ts';
import { hundred, needs } from '@/islands/resources.ts';
import { stages } from '@/islands/stages.ts';
import type { Errors, Gradient } from '@/network/backprop.ts';
import { costOf } from '@/network/cost.ts';
import { feedforward, scoresOf } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';
import { nudged } from '@/network/sgd.ts';
import type { BackView } from '@/plot/network/network-view.ts';
import type { LayerWeights, NeuronPlace } from '@/plot/network/neuron.ts';
import type { Reader } from '@/reader/reader.svelte.ts';
import { OUTPUTS, WholePass, work } from '../whole-pass.svelte.ts';
import { type BackpropNudges, batchOf, LayerBack, votesOf } from './backprop-nudges.svelte.ts';
import { dot } from './gradients.ts';
import { equationsOf } from './nudge-equations.ts';
import {
  comesBack,
  type Equation,
  type Focus,
  isFrom,
  neuronAt,
  partOf,
  type Piece,
  pieceOf,
  type Step,
  STEPS,
} from './nudge-steps.ts';
import { fine, type Outlook, type Words, wordsFor } from './nudge-words.ts';

needs(hundred, stages);

/** The middle of a picture of 28 x 28, which is looked at where nothing has ink. */
const MIDDLE = 14 * 28 + 14;

export class NudgeScene {
  readonly reader: Reader;
  readonly figure: BackpropNudges;
  readonly whole: WholePass;
  /** What the reader has opened; nothing while it is what the step speaks of. */
  readonly inspector = new Inspector();

  readonly step: Step = $derived.by(() => STEPS[this.figure.step]);
  /** Whether it is about the nudge, and not only the slopes. */
  readonly isNudging: boolean = $derived.by(() => isFrom(this.figure.step, 'nudge'));
  readonly focus: Focus = $derived.by(() => ({
    first: this.whole.neuronOf(1),
    hidden: this.whole.hidden,
    output: this.whole.output,
    pixel: this.figure.pixel ?? brightest(this.reader.image),
  }));
  readonly equations: readonly Equation[] = $derived.by(() =>
    equationsOf(this.whole.network, this.figure.step, this.focus),
  );
  readonly open: Part | null = $derived.by(
    () => this.inspector.part ?? (this.figure.isOpen ? partOf(this.figure.step, this.focus) : null),
  );
  readonly lit: Piece | null = $derived.by(
    () => this.figure.lit ?? (this.open ? pieceOf(this.open, this.equations) : null),
  );
  readonly selected: NeuronPlace | null = $derived.by(() => {
    const { open, step } = this;
    if (open && 'layer' in open) return { layer: open.layer, index: open.j };
    if (open && (open.kind === 'target' || open.kind === 'square')) {
      return { layer: OUTPUTS, index: open.j };
    }
    return step.layer === 0 ? null : { layer: step.layer, index: this.whole.neuronOf(step.layer) };
  });

  /** Wishes and errors before any nudge. */
  readonly #unnudged: Errors = $derived.by(() => {
    const { whole, reader } = this;
    return whole.network === whole.stageNetwork
      ? whole.errors
      : work(whole.stageNetwork, reader.image, whole.label, 1).errors;
  });
  readonly #returns = [1, 2, 3].map(
    (layer) =>
      new LayerBack(
        () => this.#returned(layer, this.whole.errors),
        () => this.#returned(layer, this.#unnudged),
      ),
  );
  /** What the plate shows of the way back. */
  readonly back: BackView;

  /** The ten digits of the mini-batch, and what each says; null where this one alone votes. */
  readonly batch: ReturnType<typeof batchOf> = $derived.by(() =>
    batchOf(hundred.value, this.reader.image, this.whole.label),
  );
  readonly votes: ReturnType<typeof votesOf> | null = $derived.by(() =>
    this.isNudging && this.figure.voters === 'batch'
      ? votesOf(this.whole.network, this.batch)
      : null,
  );
  /** The one that the nudge follows. */
  readonly gradient: Gradient = $derived.by(() => this.votes?.mean ?? this.whole.errors);
  /** The network before the last nudge, where the step is about nudges. */
  readonly #before: Network | null = $derived.by(() =>
    this.isNudging ? this.figure.beforeOf(this.whole.stageNetwork) : null,
  );
  readonly outlook: Outlook = $derived.by(() => {
    const { figure, whole, gradient, isNudging } = this;
    return {
      applied: figure.appliedTo(whole.stageNetwork),
      before: this.#before && this.#costWith(this.#before),
      after: isNudging ? this.#costWith(nudged(whole.network, gradient, figure.eta)) : whole.cost,
      voters: figure.voters === 'batch' ? this.batch.length : 1,
      nudge: this.nudgeOfPixel(gradient),
      promise: isNudging ? figure.eta * dot(gradient, whole.errors) : null,
    };
  });
  readonly scoresBefore: Float64Array | null = $derived.by(
    () => this.#before && scoresOf(feedforward(this.#before, this.reader.image)),
  );
  readonly words: Words = $derived.by(() =>
    wordsFor(this.figure.step, this.whole.worked, this.focus, this.whole.label, this.outlook),
  );
  /** What each weight is to be moved by, in the place of the weights. */
  readonly nudges: readonly LayerWeights[] = $derived.by(() =>
    this.whole.network.layers.map(({ nIn, nOut }, l) => ({
      ...{ nIn, nOut },
      weights: this.gradient.nablaW[l].map((slope) => -this.figure.eta * slope),
    })),
  );

  constructor(reader: Reader, figure: BackpropNudges) {
    this.reader = reader;
    this.figure = figure;
    this.whole = new WholePass(
      reader,
      () => figure.eta,
      () => figure.madeOf(stages.value[reader.stage]),
    );
    const [returns, whole] = [this.#returns, this.whole];
    this.back = {
      arrow: ({ layer, index }) => {
        const { values, most } = returns[layer - 1];
        // One goes with a wish, and against an error.
        const way = comesBack(figure.step, layer) === 'wish' ? 1 : -1;
        return values === null
          ? null
          : Math.max(-1, Math.min(1, (way * values[index]) / (most || 1)));
      },
      value: ({ layer, index }) => {
        const { values, most } = returns[layer - 1];
        return values === null ? '' : fine(values[index], most);
      },
      get targets() {
        return isFrom(figure.step, 'cost') ? whole.y : null;
      },
      get head() {
        if (isFrom(figure.step, 'errors')) return 'error';
        return isFrom(figure.step, 'miss') ? 'wish' : '';
      },
    };
  }

  /** The nudge of the weight between the pixel and the neuron looked at. */
  nudgeOfPixel({ nablaW }: Gradient): number {
    return -this.figure.eta * nablaW[0][784 * this.focus.first + this.focus.pixel];
  }

  readonly nameOf = (part: Part): string => nameOf(this.whole.network, part);

  /** Opens a number that was pressed in the picture or an equation. */
  readonly inspect = (part: Part): void => {
    this.figure.isOpen = true;
    this.inspector.open(part);
  };

  /** Goes on to what a number came from. */
  readonly follow = (part: Part): void => {
    if (this.inspector.part === null && this.open) this.inspector.open(this.open);
    this.inspector.follow(part);
  };

  readonly close = (): void => {
    this.inspector.close();
    this.figure.isOpen = false;
  };

  readonly chooseNeuron = ({ layer, index }: NeuronPlace): void => {
    this.whole.choose(layer, index);
    if (layer === this.step.layer) {
      // The step is told of this neuron now, and shows its number.
      this.inspector.close();
      this.figure.isOpen = true;
    } else this.inspect(neuronAt(this.figure.step, layer, index));
  };

  /** Wishes or errors of a layer, whichever has come back to it. */
  #returned(layer: number, { wishes, deltas }: Errors): Float64Array | null {
    const kind = comesBack(this.figure.step, layer);
    if (kind === null) return null;
    return (kind === 'wish' ? wishes : deltas)[layer - 1];
  }

  /** Of a cost only the way forward is needed. */
  #costWith(network: Network): number {
    return costOf(scoresOf(feedforward(network, this.reader.image)), this.whole.y);
  }
}

function brightest(image: ArrayLike<number>): number {
  let best = MIDDLE;
  for (let k = 0; k < image.length; k++) if (image[k] > image[best]) best = k;
  return best;
}
