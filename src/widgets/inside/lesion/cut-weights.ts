import type { GivenDigit } from '@/digits/sheet.ts';
import { activityOf } from '@/inside/activity.ts';
import { type Summary, wholeReading } from '@/inside/lesions.ts';
import { signsOnly, withoutSmallest } from '@/inside/weights.ts';
import { examplesOf } from '@/islands/inside.ts';
import type { Network } from '@/network/network.ts';

/** What is left of the weights of layer 1: all, the larger half, or their signs alone. */
export const CUTS = ['none', 'half', 'signs'] as const;
export type Cut = (typeof CUTS)[number];

const made = new WeakMap<Network, Map<Cut, Network>>();

/** A network with the weights of its first layer cut down; the same each time. */
export function cutNetwork(network: Network, cut: Cut): Network {
  if (cut === 'none') return network;
  const known = made.get(network) ?? new Map<Cut, Network>();
  made.set(network, known);
  const result =
    known.get(cut) ?? (cut === 'half' ? withoutSmallest(network, 0, 0.5) : signsOnly(network, 0));
  known.set(cut, result);
  return result;
}

/** How a network reads digits. */
export function readCut(network: Network, digits: readonly GivenDigit[]): Summary {
  return wholeReading(activityOf(network, examplesOf(digits)));
}
