/** How much a neuron prefers one digit. */
import type { LayerActivity } from './activity.ts';

/**
 * The selectivity index of each neuron of a layer: (most - rest) / (most + rest), with `most` its highest mean activation on the digits
 * of one label, and `rest` the mean of its mean activations on those of the other labels. 0 for one that treats all alike, 1 for one
 * that fires for one label alone (Morcos et al. 2018, arXiv 1803.06959). (nOut)
 */
export function selectivities(
  { nOut, activations }: LayerActivity,
  labels: Uint8Array,
): Float64Array {
  const sums = new Float64Array(10 * nOut);
  const counts = new Uint32Array(10);
  labels.forEach((label, i) => {
    if (label > 9) return;
    counts[label]++;
    for (let j = 0; j < nOut; j++) sums[label * nOut + j] += activations[i * nOut + j];
  });
  const present = [...counts.keys()].filter((label) => counts[label] > 0);
  return Float64Array.from({ length: nOut }, (_, j) => {
    const means = present.map((label) => sums[label * nOut + j] / counts[label]);
    const most = Math.max(...means);
    const rest = (means.reduce((sum, mean) => sum + mean, 0) - most) / (means.length - 1);
    return most + rest === 0 ? 0 : (most - rest) / (most + rest);
  });
}
