/** What happens at each step, in a sentence or two with its numbers. */
import { placesOfError } from '@/controls/inspector/inspector-digits.ts';
import { sigmoid } from '@/network/activation.ts';
import { neuronName } from '@/explain/explain.ts';
import { formatNumber, percent, signed, thousands, two } from '@/words/numbers.ts';
import { isWithinHalf, placesUntil, roundTo } from '@/words/places.ts';
import { type Focus, STEPS } from './nudge-steps.ts';
import type { WorkedPass } from '../whole-pass.svelte.ts';
import { capital } from '@/words/english.ts';
import { pixelName } from '@/words/pixels.ts';

/** Words, some of them marked as what is looked at. */
export type Words = readonly (string | { readonly mark: string })[];

/** What has been done to the network, and what one more nudge would do. */
export interface Outlook {
  /** How many nudges have been applied. */
  readonly applied: number;
  /** The cost of the digit before the last of them; null where there was none. */
  readonly before: number | null;
  /** The cost of the digit after one more, measured; null where nobody has. */
  readonly after: number | null;
  /** The digits that vote: 1, or those of the mini-batch. */
  readonly voters: number;
  /** The nudge of the weight looked at, and what the whole nudge promises to take off the cost; null where nobody has asked. */
  readonly nudge: number | null;
  readonly promise: number | null;
}

/** Before anything is done. */
export const UNTOUCHED: Outlook = {
  ...{ applied: 0, before: null, after: null, voters: 1, nudge: null, promise: null },
};

/** Words without their marks. */
export function inPlain(words: Words): string {
  return words.map((piece) => (typeof piece === 'string' ? piece : piece.mark)).join('');
}

/** Milliseconds for a word that is read, at a reader's leisure, and the least for any step. */
const A_WORD = 280;
const A_STEP = 3000;

/** How long a step stays while it plays, in milliseconds: long enough to read its sentence. */
export function timeToRead(sentence: string): number {
  return Math.max(A_STEP, A_WORD * sentence.split(/\s+/).length);
}

/** Small numbers keep three figures of their own. @param beside the largest that it stands beside, where it does */
export function fine(value: number, beside = value): string {
  return signed(value, placesOfError(beside));
}
const more = (wish: number): string =>
  wish > 0 ? 'brighter' : wish < 0 ? 'dimmer' : 'just as it is';

/** Minus a wish, a slope and the error that they make, with as many places as it takes for the shown ones to multiply to the shown one. */
function factors(
  wish: number,
  slope: number,
  error: number,
): Readonly<Record<'wish' | 'against' | 'slope' | 'error', string>> {
  const own = placesOfError(error);
  const result = roundTo(error, own);
  const places = placesUntil(Math.max(3, placesOfError(wish)), (n) =>
    isWithinHalf(-roundTo(wish, n) * roundTo(slope, n), result, own),
  );
  return {
    wish: signed(wish, places),
    against: signed(-wish, places),
    slope: formatNumber(slope, places),
    error: signed(error, own),
  };
}

/** As a sentence begins. */
function begin(words: Words): Words {
  const [first, ...rest] = words;
  return [typeof first === 'string' ? capital(first) : { mark: capital(first.mark) }, ...rest];
}

/** @param worked the pass @param label what was wanted */
export function wordsFor(...of: Parameters<typeof sentenceFor>): Words {
  return begin(sentenceFor(...of));
}

function sentenceFor(
  step: number,
  { network, pass, errors, back, cost }: WorkedPass,
  { first, hidden, output, pixel }: Focus,
  label: number,
  outlook: Outlook,
): Words {
  const [x, a1, a2, a3] = pass.activations;
  const name = (layer: number, j: number): string => neuronName(network, layer, j);
  const neuron = (layer: number, j: number): { mark: string } => ({ mark: name(layer, j) });
  const lit = (a: Float64Array): number => a.filter((value) => value > 0.5).length;
  const zeros = x.filter((value) => value === 0).length;
  const weight = (layer: number, j: number, k: number): number =>
    network.layers[layer - 1].weights[j * network.layers[layer - 1].nIn + k];
  const wish3 = errors.wishes[2][output];
  const delta3 = errors.deltas[2][output];
  const slopeOf = (layer: number, j: number): number => sigmoid.prime(pass.zs[layer - 1][j]);

  switch (STEPS[step].id) {
    case 'pixels':
      return [
        `The digit goes in: ${x.length - zeros} of its ${x.length} pixels carry ink, ${zeros} are 0. No neuron has a number yet.`,
      ];
    case 'layer1':
      return [
        neuron(1, first),
        ` adds up what the pixels send it, and its bias: z = ${signed(pass.zs[0][first], 2)}. The sigmoid makes that ${two(a1[first])}. ${lit(a1)} of the 16 are more lit than dark.`,
      ];
    case 'layer2':
      return [
        neuron(2, hidden),
        ` does the same with the sixteen neurons of layer 1: z = ${signed(pass.zs[1][hidden], 2)}, so it shines at ${two(a2[hidden])}. ${lit(a2)} of the 16 are more lit than dark.`,
      ];
    case 'outputs': {
      const best = a3.indexOf(Math.max(...a3));
      const verdict =
        best === label
          ? `The ${best} is the highest, as it should be.`
          : `The highest is the ${best}, at ${two(a3[best])}, and it should be the ${label}, at ${two(a3[label])}.`;
      return [neuron(3, output), ` comes to ${two(a3[output])}. ${verdict}`];
    }
    case 'cost': {
      const share = cost > 0 ? (0.5 * (a3[label] - 1) * (a3[label] - 1)) / cost : 0;
      return [
        `The ${label} should be at 1, the others at 0. Ten distances, squared and added, and half of that: this digit costs ${formatNumber(cost, 3)}. The ${label} alone brings ${percent(share, 0)} of it. What follows asks of every knob how that number moves with it.`,
      ];
    }
    case 'miss':
      return [
        neuron(3, output),
        ` is at ${formatNumber(a3[output], 3)} and should be at ${back.y[output]}. Its wish is what is missing, ${signed(wish3, 3)}: it should be ${more(wish3)}. Arrows and numbers show the way each should go, and how far it is off.`,
      ];
    case 'errors': {
      const slope = slopeOf(3, output);
      const shown = factors(wish3, slope, delta3);
      const verdict =
        slope < 0.05
          ? 'So close to an end of the sigmoid hardly anything gets through, however wrong it is.'
          : slope > 0.2
            ? 'Near the middle the sigmoid is steepest, and a quarter is the most that gets through.'
            : 'The closer to 0 or 1, the less gets through.';
      return [
        neuron(3, output),
        ` can be moved only through its weighted input, and there the slope of its sigmoid is ${shown.slope}. Its error, a slope to go against, is minus its wish times that: ${shown.against} × ${shown.slope} = ${shown.error}. ${verdict}`,
      ];
    }
    case 'levers':
      return [
        neuron(3, output),
        ` has an error of ${signed(delta3, 4)} and three ways to mend it. The slope along its bias is the error itself; along each of its sixteen weights, the error times the activation behind it. The activations it can only ask: its request to each is minus the error times the weight between.`,
      ];
    case 'sum': {
      const requests = [...a3.keys()].map((j) => -weight(3, j, hidden) * errors.deltas[2][j]);
      const sizes = requests.map(Math.abs);
      const loudest = sizes.indexOf(Math.max(...sizes));
      const between = weight(3, loudest, hidden);
      return [
        'Ten outputs have sent requests to ',
        neuron(2, hidden),
        `. They add up to ${fine(errors.wishes[1][hidden])}. The loudest is that of the ${loudest}: it should be ${more(-errors.deltas[2][loudest])}, and its weight here is ${between < 0 ? 'negative' : 'positive'}, so it asks this neuron to be ${more(requests[loudest])}.`,
      ];
    }
    case 'errors2': {
      const slope = slopeOf(2, hidden);
      const shown = factors(errors.wishes[1][hidden], slope, errors.deltas[1][hidden]);
      return [
        neuron(2, hidden),
        ` should be ${more(errors.wishes[1][hidden])}: the requests on it come to ${shown.wish}. Its error is minus that times its slope: ${shown.against} × ${shown.slope} = ${shown.error}. ${slopeWords(slope)}`,
      ];
    }
    case 'errors1': {
      const shown = factors(errors.wishes[0][first], slopeOf(1, first), errors.deltas[0][first]);
      return [
        'Now layer 2 asks layer 1 in just the same way. The requests to ',
        neuron(1, first),
        ` add up to ${shown.wish}, its wish. Its error is minus that times its slope: ${shown.against} × ${shown.slope} = ${shown.error}.`,
      ];
    }
    case 'picture': {
      return [
        'Each of the 784 weights of ',
        neuron(1, first),
        ` has its share: the error times the pixel at its other end. So the picture of all slopes is the digit itself, ${errors.deltas[0][first] < 0 ? 'turned negative' : 'in one sign'}; ${zeros} pixels are 0 and teach nothing. In ${pixelName(pixel)} it is ${fine(errors.nablaW[0][first * 784 + pixel])}.`,
      ];
    }
    case 'nudge': {
      const { nudge, promise, voters } = outlook;
      const knobs = network.layers.reduce((all, { weights, biases }) => {
        return all + weights.length + biases.length;
      }, 0);
      const whose = voters === 1 ? '' : `, of the mean of ${voters} digits`;
      const alone = -back.eta * errors.nablaW[0][first * 784 + pixel];
      const own = nudge ?? alone;
      return [
        `Every one of the ${thousands(knobs)} knobs gets its own nudge, minus the learning rate times its slope${whose}: the weight to `,
        neuron(1, first),
        ` from the pixel in ${pixelName(pixel)} gets ${fine(own)}${voters === 1 ? '' : `, and by this digit alone it would get ${fine(alone)}`}.`,
        promise === null ? '' : ` ${promised(promise, cost)}`,
      ];
    }
    case 'apply':
      return [outcome(outlook, cost)];
  }
}

function slopeWords(slope: number): string {
  if (slope > 0.2)
    return 'Far from both of its ends the sigmoid is steep, and a fifth of the request or more gets through.';
  if (slope < 0.03)
    return 'So close to an end of the sigmoid, hardly any of the request gets through.';
  return 'The steeper the sigmoid here, the more of the request gets through.';
}

function promised(fall: number, cost: number): string {
  const change =
    fall < 0
      ? `add ${formatNumber(-fall, 3)} to its cost of`
      : `take ${formatNumber(fall, 3)} off its cost of`;
  return `Were the cost of this digit a straight slope, all of them would ${change} ${formatNumber(cost, 3)}.`;
}

function outcome({ applied, before, after, voters }: Outlook, cost: number): string {
  const times = applied === 1 ? 'One nudge has' : `${applied} nudges have`;
  const past =
    applied === 0 || before === null
      ? `Nothing has been changed yet, and the cost of this digit is ${formatNumber(cost, 3)}.`
      : `${times} been applied; the last took the cost of this digit from ${formatNumber(before, 3)} to ${formatNumber(cost, 3)}.`;
  if (after === null) return past;
  const whose = voters === 1 ? 'this digit asks' : `${voters} digits ask on the mean`;
  const next = `${applied === 0 ? 'One' : 'Another'} nudge, as ${whose}, would take it to ${formatNumber(after, 3)}.`;
  const warning =
    after <= cost
      ? ''
      : voters === 1
        ? ' It would rise: the step is too long.'
        : ' It would rise: the step is too long, or the others want something else.';
  return `${past} ${next}${warning}`;
}
