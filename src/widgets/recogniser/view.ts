import type { Link } from '@/plot/link.ts';
import { countParameters, type Network } from '@/network/network.ts';
import type { Reading } from '@/recogniser/recognise.ts';
import type { Verdict } from '@/recogniser/verdict.ts';

/** What the plate shows of one reading, as plain numbers. */
export interface View {
  /** The 784 numbers that the network saw, 0 to 1. */
  readonly image: ArrayLike<number>;
  /** Activations of the hidden layers, 0 to 1. */
  readonly hidden: readonly ArrayLike<number>[];
  readonly scores: ArrayLike<number>;
  /** What speaks most for and against the digits that were read. */
  readonly links: readonly Link[];
  readonly verdict: Verdict;
}

/** What there is to say of a network without having it at hand. */
export interface ModelFacts {
  readonly name: string;
  readonly url: string;
  readonly sizes: readonly number[];
  readonly parameters: number;
}

/** How many lines lead to an output that was read, to any other, and from there to a hidden neuron, and how strongly they show. */
const TO_READ = { count: 14, emphasis: 1 };
const TO_OTHER = { count: 4, emphasis: 0.25 };
const TO_HIDDEN = { count: 2, emphasis: 0.5 };

export function factsOf(network: Network, name: string, url: string): ModelFacts {
  return { name, url, sizes: network.sizes, parameters: countParameters(network) };
}

export function viewOf(network: Network, { image, pass, scores, verdict }: Reading): View {
  return {
    image,
    hidden: pass.activations.slice(1, -1),
    scores,
    links: strongestLinks(network, pass.activations, digitsOf(verdict)),
    verdict,
  };
}

/** The digits that a verdict names, the best first. */
export function digitsOf(verdict: Verdict): number[] {
  if (verdict.kind === 'digit') return [verdict.digit];
  return verdict.kind === 'unsure' ? [verdict.digit, verdict.other] : [];
}

/**
 * The largest terms w_jk a_k of the sums that make the outputs what they are, and those behind the outputs that were read in the layers
 * before: as much as a drawing of the network has room for. Values are relative to the largest of their layer.
 * @param read the outputs that the verdict names
 * @returns the faint ones first, so that they are drawn below the others
 */
export function strongestLinks(
  network: Network,
  activations: readonly ArrayLike<number>[],
  read: readonly number[],
): Link[] {
  const links: Link[] = [];
  const last = network.layers.length - 1;
  let followed = [...read];
  for (let l = last; l >= 1; l--) {
    const { nIn, nOut, weights } = network.layers[l];
    const targets = l === last ? Array.from({ length: nOut }, (_, j) => j) : followed;
    const found = targets.flatMap((to) => {
      const { count, emphasis } = l < last ? TO_HIDDEN : read.includes(to) ? TO_READ : TO_OTHER;
      const row = weights.subarray(to * nIn, (to + 1) * nIn);
      return largestTerms(row, activations[l], count).map((term) => ({
        ...term,
        to,
        layer: l - 1,
        emphasis,
      }));
    });
    const largest = found.reduce((max, { value }) => Math.max(max, Math.abs(value)), 0);
    if (largest === 0) break;
    links.push(...found.map((link) => ({ ...link, value: link.value / largest })));
    followed = [
      ...new Set(found.filter(({ to }) => followed.includes(to)).map(({ from }) => from)),
    ];
  }
  return links.sort((one, other) => one.emphasis - other.emphasis);
}

/** The terms w_k a_k that are furthest from 0, in falling order. Runs for every frame of a stroke, so it keeps only the few it needs. */
function largestTerms(
  w: Float64Array,
  a: ArrayLike<number>,
  count: number,
): { from: number; value: number }[] {
  const kept: { from: number; value: number }[] = [];
  for (let from = 0; from < w.length; from++) {
    const value = w[from] * a[from];
    const size = Math.abs(value);
    if (kept.length === count && size <= Math.abs(kept[count - 1].value)) continue;
    let place = kept.length;
    while (place > 0 && Math.abs(kept[place - 1].value) < size) place--;
    kept.splice(place, 0, { from, value });
    if (kept.length > count) kept.pop();
  }
  return kept;
}
