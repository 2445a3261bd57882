import type { TestClient } from '@/inside/bench/client.ts';
import { type HeldAt, type Lesion, type Summary } from '@/inside/lesions.ts';
import type { Losses } from '@/islands/inside.ts';
import type { Network } from '@/network/network.ts';

/** What was counted of a network on all test digits. */
export interface All {
  readonly network: Network;
  readonly count: number;
  /** How it reads them with nothing taken out. */
  readonly whole: Summary;
  /** As `Inside` has them. */
  readonly losses: Losses;
  /** How it reads without the neurons, or weights, that a key names. Grows. */
  readonly known: Map<string, Summary>;
}

/** The key of a neuron that is out alone. */
export function singleKey(layer: number, at: HeldAt, j: number): string {
  return `${layer} ${at} ${j}`;
}

/** Counts a network on all digits: whole, and without each of its neurons. Rejects as the client does. */
export async function countAll(
  client: Pick<TestClient, 'readWithout'>,
  network: Network,
): Promise<All> {
  const { whole } = await client.readWithout(network, []);
  const known = new Map<string, Summary>();
  const losses: Record<HeldAt, readonly number[]>[] = [];
  for (let layer = 0; layer < network.layers.length - 1; layer++) {
    const neurons = Array.from({ length: network.layers[layer].nOut }, (_, j) => j);
    const lossesOf = async (at: HeldAt): Promise<number[]> => {
      const lesions = neurons.map((j): Lesion => ({ layer, neurons: [j], at }));
      const { lesioned } = await client.readWithout(network, lesions);
      lesioned.forEach((summary, j) => known.set(singleKey(layer, at, j), summary));
      return lesioned.map(({ accuracy }) => whole.accuracy - accuracy);
    };
    losses[layer] = { zero: await lossesOf('zero'), mean: await lossesOf('mean') };
  }
  const count = whole.confusion.reduce((sum, n) => sum + n, 0);
  return { network, count, whole, losses, known };
}

/** Of each digit how many fewer are read rightly after than before. (10) */
export function lostBy(before: Summary, after: Summary): number[] {
  return Array.from({ length: 10 }, (_, d) => before.confusion[11 * d] - after.confusion[11 * d]);
}
