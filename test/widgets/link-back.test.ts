/**
 * A link leaves out what is as it was at first. So a figure that begins elsewhere than others comes back as it was, too, where it was
 * brought to what the others begin with.
 */
import { beforeAll, expect, it } from 'vitest';
import { stages } from '@/islands/stages.ts';
import { explainer, explainerB, hundred, loadResources, thousand } from '@/islands/resources.ts';
import { AverageVotes } from '@/widgets/backprop/average-votes/average-votes.svelte.ts';
import { FourEquations } from '@/widgets/backprop/four-equations/four-equations.svelte.ts';
import { GradientCheck } from '@/widgets/backprop/gradient-check/gradient-check.svelte.ts';
import { MiniBatches } from '@/widgets/backprop/mini-batches/mini-batches.svelte.ts';
import { OneVote } from '@/widgets/backprop/one-vote/one-vote.svelte.ts';
import { OutputWishes } from '@/widgets/backprop/output-wishes/output-wishes.svelte.ts';
import { SameShape } from '@/widgets/backprop/same-shape.svelte.ts';
import { ThreeLevers } from '@/widgets/backprop/three-levers/three-levers.svelte.ts';
import { work } from '@/widgets/backprop/whole-pass.svelte.ts';
import { WishLedger } from '@/widgets/backprop/wish-ledger/wish-ledger.svelte.ts';
import { theSlice } from '@/widgets/backprop/wobbly-descent/wobbly-slice.ts';
import { WobblyDescent } from '@/widgets/backprop/wobbly-descent/wobbly-descent.svelte.ts';
import { CostOfMany } from '@/widgets/cost/cost-of-many/cost-of-many.svelte.ts';
import { CostOfOne } from '@/widgets/cost/cost-of-one/cost-of-one.svelte.ts';
import { ratedDigits } from '@/widgets/cost/training-digits/rated-digits.ts';
import { TrainingDigits } from '@/widgets/cost/training-digits/training-digits.svelte.ts';
import { CostAlong } from '@/widgets/descent/cost-along-one-weight/cost-along.svelte.ts';
import { GradientBall } from '@/widgets/descent/gradient-ball/gradient-ball.svelte.ts';
import { GradientColumns } from '@/widgets/descent/gradient-columns/gradient-columns.svelte.ts';
import { MoveTheSeven } from '@/widgets/drawing/move-the-seven/move-the-seven.svelte.ts';
import { PenToPoints } from '@/widgets/drawing/pen-to-points/pen-to-points.svelte.ts';
import { PreprocessLab } from '@/widgets/drawing/preprocess-lab/preprocess-lab.svelte.ts';
import { StrokesToPixels } from '@/widgets/drawing/strokes-to-pixels/strokes-to-pixels.svelte.ts';
import { backprop } from '@/network/backprop.ts';
import { quadratic } from '@/network/cost.ts';
import { targetsOf } from '@/network/examples.ts';
import { feedforward } from '@/network/feedforward.ts';
import { PartsOfDigits } from '@/widgets/neurons/parts-of-digits/parts-of-digits.svelte.ts';
import { PixelsToInputs } from '@/widgets/neurons/pixels-to-inputs/pixels-to-inputs.svelte.ts';
import { SigmoidSlider } from '@/widgets/neurons/sigmoid-slider/sigmoid-slider.svelte.ts';
import { WeightGrid } from '@/widgets/neurons/weight-grid/weight-grid.svelte.ts';

beforeAll(() => loadResources(explainer, explainerB, hundred, thousand, stages, ratedDigits));

interface Linked {
  toLink(): Record<string, string>;
  fromLink(link: Readonly<Record<string, string>>): void;
}

/** A figure that begins elsewhere, and what brings it to where others begin. */
interface Case {
  readonly figure: Linked;
  readonly again: Linked;
  readonly change: () => void;
}
const of = <T extends Linked>(create: () => T, change: (figure: T) => void): Case => {
  const figure = create();
  return { figure, again: create(), change: () => change(figure) };
};

const neuron = { layer: 1, index: 10 };
const digit = () => hundred.value[32];
const worked = () => work(explainer.value, digit().pixels, digit().label, 1);
const around = () => ({ worked: worked(), neuronOf: () => 3 });
const one = () => {
  const pass = feedforward(explainer.value, digit().pixels);
  return backprop(explainer.value, pass, targetsOf(digit().label, 10), quadratic);
};

const cases: Readonly<Record<string, () => Case>> = {
  'all points of the fast stroke': () =>
    of(
      () => new PenToPoints({ story: 'palm', way: 'events', step: 8 }),
      (figure) => {
        figure.show('fast');
        figure.way = 'points';
      },
    ),
  'on the grid, where it was centred': () =>
    of(
      () => new StrokesToPixels(() => [], { step: 4, pixel: 0 }),
      (figure) => {
        figure.step = 3;
        figure.point(411);
      },
    ),
  'all steps on': () =>
    of(
      () =>
        new PreprocessLab(
          { classic: explainer.value, recogniser: explainer.value },
          () => null,
          () => [],
          { off: ['grey'], network: 'classic' },
        ),
      (figure) => {
        figure.allOn();
        figure.network = 'recogniser';
      },
    ),
  'the 7 by its box': () =>
    of(
      () =>
        new MoveTheSeven(
          { seven: digit, nine: digit, mine: digit },
          { classic: explainer.value, explainer: explainer.value, recogniser: explainer.value },
          () => null,
          { subject: 'nine', rule: 'mass' },
        ),
      (figure) => {
        figure.subject = 'seven';
        figure.stand('box');
      },
    ),
  'the size of a batch that stands out': () =>
    of(
      () => new WobblyDescent(theSlice().slice, { step: 40, eta: 500, size: 1 }),
      (figure) => Object.assign(figure, { step: 0, eta: 60, size: 10 }),
    ),
  'ten votes again, and other digits': () =>
    of(
      () =>
        new AverageVotes(
          hundred.value,
          () => ({ network: explainer.value, digit: digit(), neuronOf: () => 3 }),
          { dropped: [0, 1], source: 7, layer: 2 },
        ),
      (figure) => {
        figure.toggle(0);
        figure.toggle(1);
        figure.source = null;
        figure.choose(3);
        figure.another();
      },
    ),
  'the steepest weight, and a good h': () =>
    of(
      () => new GradientCheck(() => ({ worked: worked(), neuron }), { power: 13, source: 'bias' }),
      (figure) => Object.assign(figure, { power: 4, source: null }),
    ),
  'the weights of an output': () =>
    of(
      () => new SameShape('weights', around, { layer: 1, source: 0 }),
      (figure) => figure.choose(3),
    ),
  'the same place among the batches of another size': () =>
    of(
      () => new MiniBatches(thousand.value, () => explainer.value, { size: 96, batch: 7 }),
      (figure) => {
        figure.size = 100;
        figure.batch = 7;
      },
    ),
  'one vote, from a fresh network': () =>
    of(
      () =>
        new OneVote(
          hundred.value,
          () => ({ trained: explainer.value, image: digit().pixels, label: digit().label }),
          { voters: 'ten', beginner: 'trained', stage: 3, eta: 5 },
        ),
      (figure) => figure.choose({ voters: 'one', beginner: 'fresh' }),
    ),
  'the requests on layer 2': () =>
    of(
      () => new WishLedger(around, { layer: 1 }),
      (figure) => figure.choose(2),
    ),
  'wishes, where errors were shown': () =>
    of(
      () => new OutputWishes(worked, { showing: 'delta' }),
      (figure) => figure.show('wish'),
    ),
  'no equation derived': () =>
    of(
      () => new FourEquations(() => ({ output: 3, hidden: 5, valueOf: () => 0 }), { unfolded: 1 }),
      (figure) => figure.fold(1, false),
    ),
  'levers put back': () =>
    of(
      () =>
        new ThreeLevers(() => ({ worked: worked(), output: 3, hidden: 5 }), { moved: { bias: 1 } }),
      (figure) => {
        const [bias] = figure.levers;
        figure.put('bias', bias.learned);
      },
    ),
  'a bias as learned': () =>
    of(
      () => new CostOfMany(explainer.value, hundred.value, () => neuron, { change: -4, source: 5 }),
      (figure) => {
        figure.choose(null);
        figure.turn(0);
      },
    ),
  'the network’s own outputs, and its own label': () =>
    of(
      () =>
        new CostOfOne(() => ({ outputs: Array<number>(10).fill(0.2), label: 3 }), {
          moved: { 4: 0.97 },
          label: 4,
        }),
      (figure) => {
        figure.restore();
        figure.want(3);
      },
    ),
  'digits in the order of the set': () =>
    of(
      () => new TrainingDigits(ratedDigits.value, { order: 'worst', label: 5 }),
      (figure) => {
        figure.filter(null);
        figure.sort('set');
      },
    ),
  'a weight from afar': () =>
    of(
      () =>
        new CostAlong(() => ({ network: explainer.value, neuron }), hundred.value, {
          source: 0,
          isClose: true,
          moved: 2,
        }),
      (figure) => {
        figure.begin();
        figure.isClose = false;
      },
    ),
  'the bowl, untrodden': () =>
    of(
      () => new GradientBall({ landscape: 'ravine', eta: 0.47, steps: 12 }),
      (figure) => (figure.key = 'bowl'),
    ),
  'the same ravine with the ball put down': () =>
    of(
      () => new GradientBall({ landscape: 'ravine', eta: 0.47, steps: 12, crowd: true }),
      (figure) => {
        figure.place(figure.start);
        figure.hasCrowd = false;
      },
    ),
  'a mean, the largest first': () =>
    of(
      () =>
        new GradientColumns(() => ({ network: explainer.value, one: one() }), hundred.value, {
          whose: 'one',
          order: 'place',
          line: 5,
        }),
      (figure) => {
        figure.choose('hundred');
        figure.sort('size');
        figure.line = 0;
      },
    ),
  'a whole digit': () =>
    of(
      () => new PartsOfDigits(() => explainer.value, thousand.value, { without: 'lower half' }),
      (figure) => figure.sheet.undo(),
    ),
  'all rows laid down': () =>
    of(
      () => new PixelsToInputs(() => digit().pixels, { laid: 0, pixel: 783 }),
      (figure) => {
        figure.lay(28);
        figure.point(404);
      },
    ),
  'a bias as learned, the handle with the digit': () =>
    of(
      () =>
        new SigmoidSlider(
          () => ({ network: explainer.value, neuron, image: digit().pixels }),
          thousand.value,
          { bias: 2.5, handle: 8, label: 3 },
        ),
      (figure) => {
        figure.bias = figure.learned;
        figure.putHandle(null);
        figure.label = null;
      },
    ),
  'products in reading order, all of them': () =>
    of(
      () =>
        new WeightGrid(() => ({ network: explainer.value, image: digit().pixels, neuron }), {
          order: 'size',
          step: 20,
          inkOnly: true,
        }),
      (figure) => {
        figure.setOrder('reading');
        figure.inkOnly = false;
      },
    ),
};

it.each(Object.entries(cases))('%s', (_, begin) => {
  const { figure, again, change } = begin();
  expect(figure.toLink()).toEqual({});
  change();
  const link = figure.toLink();
  expect(link).not.toEqual({});
  again.fromLink(link);
  expect(again.toLink()).toEqual(link);
});
