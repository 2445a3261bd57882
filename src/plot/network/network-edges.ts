import { opacityOf } from '../signed.ts';
import { across, type Curve, type Line, straight } from './edge-curves.ts';
import type { NetworkPlan, Place } from './network-plan.ts';
import type { NetworkView } from './network-view.ts';
import type { LayerWeights, NeuronPlace } from './neuron.ts';

/** One edge to be drawn in full. */
export interface Edge {
  readonly from: NeuronPlace;
  readonly to: NeuronPlace;
  /** The weight on it, over the largest of its layer: from -1 to 1. */
  readonly value: number;
}

/** All edges of a gap between two layers, as two paths: those of positive weights and those of negative ones. */
export interface Mesh {
  readonly positive: string;
  readonly negative: string;
}

/** Every edge between two columns. Without weights all count as positive. */
export function mesh(
  sources: readonly Place[],
  targets: readonly Place[],
  layer: LayerWeights | undefined,
): Mesh {
  let [positive, negative] = ['', ''];
  targets.forEach((to, j) =>
    sources.forEach((from, k) => {
      const weight = layer?.weights[j * layer.nIn + k] ?? 0;
      if (weight < 0) negative += across(from, to);
      else positive += across(from, to);
    }),
  );
  return { positive, negative };
}

/**
 * The edges of one neuron: those that lead to it and those that leave it. Edges from the input are left out: there are too many.
 * @param layers the weights of layer 1, 2, …; empty where they are not known
 */
export function edgesOf(
  { layer, index }: NeuronPlace,
  layers: readonly LayerWeights[],
): { readonly into: readonly Edge[]; readonly out: readonly Edge[] } {
  const into: Edge[] = [];
  const out: Edge[] = [];
  const own = layer > 1 ? layers[layer - 1] : undefined;
  if (own) {
    const most = largest(own.weights);
    for (let k = 0; k < own.nIn; k++) {
      const value = own.weights[index * own.nIn + k] / most;
      into.push({ from: { layer: layer - 1, index: k }, to: { layer, index }, value });
    }
  }
  const next = layers[layer];
  if (next) {
    const most = largest(next.weights);
    for (let j = 0; j < next.nOut; j++) {
      const value = next.weights[j * next.nIn + index] / most;
      out.push({ from: { layer, index }, to: { layer: layer + 1, index: j }, value });
    }
  }
  return { into, out };
}

/**
 * The edges of the neuron that a picture shows, as lines: those into it, those out of it, or both; an output has only those into it.
 * @param curve how an edge runs there
 * @param widths of the weakest edge, and what the strongest has on top
 * @param edges which of them; those that the view asks for if left out
 */
export function linesOf(
  view: NetworkView,
  { lamps }: NetworkPlan,
  curve: Curve,
  [least, more]: readonly [number, number],
  edges: NetworkView['edges'] = view.edges,
): Line[] {
  const { shown } = view;
  if (shown === null) return [];
  const { into, out } = edgesOf(shown, view.weights);
  const isInto = edges === 'into' || shown.layer === view.sizes.length - 1;
  const drawn = edges === 'both' ? [...into, ...out] : isInto ? into : out;
  return drawn.map(({ from, to, value }) => ({
    path: curve(lamps[from.layer][from.index], lamps[to.layer][to.index]),
    isAgainst: value < 0,
    width: least + more * Math.abs(value),
  }));
}

/** An edge fainter than this would not be seen, in parts of the strongest. */
const FAINTEST = 0.08;
/** Strengths that the eye can tell apart. */
const LEVELS = 6;

/**
 * The numbers of one layer's weights as straight edges, those of one sign and about one strength as one line, faintest first; what would not
 * be seen is left out.
 * @param values (to, from) row-major
 * @param max the size at full strength
 * @param drawn how opaque and how wide an edge is, at strength 0 and at strength 1
 * @param only the one neuron whose edges are wanted, or null
 */
export function strengths(
  values: ArrayLike<number>,
  [from, to]: readonly [readonly Place[], readonly Place[]],
  max: number,
  drawn: Readonly<Record<'opacity' | 'width', readonly [number, number]>>,
  only: number | null = null,
): Line[] {
  const paths = new Map<number, string>();
  to.forEach((end, j) => {
    if (only !== null && only !== j) return;
    from.forEach((start, k) => {
      const value = values[j * from.length + k];
      const strength = opacityOf(value, max);
      if (!(strength >= FAINTEST)) return;
      const level = Math.max(1, Math.round(strength * LEVELS)) * Math.sign(value);
      paths.set(level, (paths.get(level) ?? '') + straight(start, end));
    });
  });
  const at = ([none, full]: readonly [number, number], level: number): number =>
    Number((none + ((full - none) * Math.abs(level)) / LEVELS).toFixed(2));
  return [...paths]
    .sort(([one], [other]) => Math.abs(one) - Math.abs(other) || one - other)
    .map(([level, path]) => ({
      ...{ path, isAgainst: level < 0 },
      ...{ width: at(drawn.width, level), opacity: at(drawn.opacity, level) },
    }));
}

/** The largest absolute value, or 1 where all are 0, so that it may divide. */
function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  return most || 1;
}
