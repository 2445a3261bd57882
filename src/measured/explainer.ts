/** Numbers of the explainer network on the digit, and for the neuron, that every reader begins with. */
import { feedforward } from '@/network/feedforward.ts';
import { loadResources, explainer, hundred, thousand } from '@/islands/resources.ts';
import { FIRST_NEURON, firstState } from '@/reader/state.ts';
import { factsFrom, type Measure } from './measure.ts';
import { two } from '@/words/numbers.ts';

/** What is looked up again and again. */
interface Facts {
  /** The first neuron of layer 1: its sum of products, bias, weighted input, activation. */
  readonly sum: number;
  readonly bias: number;
  readonly z: number;
  readonly a: number;
  readonly scores: Float64Array;
  readonly label: number;
  /** Pixels of the first digit that are not 0. */
  readonly inked: number;
  /** Of the thousand digits, how many wake the neuron. */
  readonly awake: number;
}

async function measure(): Promise<Facts> {
  await loadResources();
  const network = explainer.value;
  const { digit } = firstState(hundred.value);
  const pass = feedforward(network, digit.pixels);
  const j = FIRST_NEURON.index;
  const bias = network.layers[0].biases[j];
  const z = pass.zs[0][j];
  const zs = thousand.value.map(({ pixels }) => feedforward(network, pixels).zs[0][j]);
  return {
    ...{ sum: z - bias, bias, z, a: pass.activations[1][j] },
    scores: pass.activations[3],
    label: digit.label,
    inked: digit.pixels.filter((x) => x > 0).length,
    awake: zs.filter((value) => value > 0).length,
  };
}

const of = factsFrom(measure);

export const explainerValues: Readonly<Record<string, Measure>> = {
  'neuron.number': () => String(FIRST_NEURON.index + 1),
  'neuron.sum': of(({ sum }) => two(sum)),
  'neuron.bias': of(({ bias }) => two(bias)),
  'neuron.z': of(({ z }) => two(z)),
  'neuron.activation': of(({ a }) => two(a)),
  'neuron.awake': of(({ awake }) => String(awake)),
  'digit.label': of(({ label }) => String(label)),
  'digit.score': of(({ scores, label }) => two(scores[label])),
  'digit.inked': of(({ inked }) => String(inked)),
  'digit.blank': of(({ inked }) => String(784 - inked)),
  'digit.scores.sum': of(({ scores }) => two(scores.reduce((all, score) => all + score, 0))),
};
