import { type DefaultLinkObject, type Link, linkHorizontal, linkVertical } from 'd3';
import type { Place } from './network-layout.ts';
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

type Curve = (from: Place, to: Place) => string;
/** To a tenth of a pixel: enough for the eye, and short in the page. */
const curveOf = (link: Link<unknown, DefaultLinkObject, [number, number]>): Curve => {
  link.digits(1);
  return ({ x: x0, y: y0 }, { x: x1, y: y1 }) => link({ source: [x0, y0], target: [x1, y1] }) ?? '';
};

/** An edge that leaves to the right and arrives from the left. */
export const across = curveOf(linkHorizontal());

/** An edge that leaves downwards and arrives from above. */
export const down = curveOf(linkVertical());

/** So short an arrow is only its head. */
const LEAST_ARROW = 3;
const HEAD = 4;

/**
 * An upright arrow with its middle at a place, as a path of strokes; where it would not be seen, a dot.
 * @param part how far it reaches, from -1 (down) to 1 (up) @param half its half length at 1
 */
export function arrow({ x, y }: Place, part: number, half: number): string {
  if (Math.abs(part) < 0.004) return `M${x} ${y}h.01`;
  const up = part > 0 ? 1 : -1;
  const reach = Math.round(10 * Math.abs(part) * half) / 10;
  const tip = y - up * Math.max(reach, HEAD / 2);
  const head = `M${x - HEAD} ${tip + up * HEAD}L${x} ${tip}L${x + HEAD} ${tip + up * HEAD}`;
  return reach < LEAST_ARROW ? head : `M${x} ${y + up * reach}V${tip}${head}`;
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

/** The largest absolute value, or 1 where all are 0, so that it may divide. */
function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  return most || 1;
}
