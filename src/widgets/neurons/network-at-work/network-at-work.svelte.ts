import type { ForwardPass } from '@/network/feedforward.ts';
import type { Part } from '@/explain/explain.ts';
import type { NeuronPlace } from '@/plot/network/neuron.ts';
import { bestTwo } from '@/recogniser/verdict.ts';
import { whole } from '@/reader/codec.ts';

/** What the signal reaches, one after another. */
export const STEPS = ['The pixels', 'Layer 1', 'Layer 2', 'The outputs'] as const;

/** A score below this says nothing. */
const FAINT = 0.25;

/** A signal on its way through the network, and the neuron that is open. */
export class NetworkAtWork {
  /** How far the signal is: 0 for the picture alone. */
  step = $state(STEPS.length - 1);
  isPlaying = $state(false);

  readonly #begin: number;

  /** @param begin how far the signal is at the start */
  constructor(begin: number = STEPS.length - 1) {
    this.#begin = Math.min(STEPS.length - 1, Math.max(0, begin));
    this.step = this.#begin;
  }

  get canReset(): boolean {
    return this.step !== this.#begin || this.isPlaying;
  }

  reset(): void {
    this.step = this.#begin;
    this.isPlaying = false;
  }

  toLink(): Record<string, string> {
    return this.step === this.#begin ? {} : { step: String(this.step) };
  }

  /** Takes a step from 0 to the last; anything else is left alone. */
  fromLink({ step = '' }: Readonly<Record<string, string>>): void {
    this.step = whole(step, 0, 3) ?? this.step;
  }
}

/** A neuron of the picture as a part of the network, to be opened. */
export function partOf({ layer, index }: NeuronPlace): Part {
  return { kind: 'activation', layer, j: index };
}

/** Where a part stands in the picture; null for what has no place of its own there. */
export function placeOf(part: Part): NeuronPlace | null {
  if (!('layer' in part)) return null;
  return { layer: part.layer, index: part.j };
}

/** What has happened so far, in words. @param step how far the signal is */
export function wordsFor(pass: ForwardPass, step: number): string {
  const [image] = pass.activations;
  if (step === 0) {
    const inked = image.filter((x) => x > 0).length;
    return `${inked} of the ${image.length} pixels carry ink. No neuron has a number yet.`;
  }
  const a = pass.activations[step];
  if (step < pass.zs.length) {
    const lit = a.filter((value) => value > 0.5).length;
    const from = step === 1 ? `the ${image.length} pixels` : `layer ${step - 1}`;
    return `Each neuron of layer ${step} has added up what it hears from ${from}. ${lit} of its ${a.length} are more lit than dark.`;
  }
  if (image.every((x) => x === 0)) {
    return 'There is no ink to read. The outputs have numbers all the same.';
  }
  const [first, second] = bestTwo(a);
  const score = (digit: number): string => a[digit].toFixed(2);
  if (a[first] < FAINT)
    return `No output lights up: the highest score is ${score(first)}, for ${first}.`;
  const rival =
    a[second] < FAINT
      ? 'No other comes near.'
      : `The ${second} has ${score(second)} and is a rival.`;
  return `It reads a ${first}, with a score of ${score(first)}. ${rival}`;
}
