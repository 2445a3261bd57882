import type { GivenDigit } from '@/controls/pad/sheet.ts';
import type { Network } from '@/network/network.ts';
import type { Link } from '@/plot/link.ts';
import { readImage } from '@/recogniser/recognise.ts';
import type { Verdict } from '@/recogniser/verdict.ts';
import { type View, viewOf } from './view.ts';

/** A real digit and what the network made of it when the page was built: the first state, and all there is without script. */
export interface Still {
  readonly digit: GivenDigit;
  readonly view: View;
}

/** A still, small enough to travel in a page: what is only looked at has two digits, the scores and the pixels have them all. */
export interface PackedStill {
  readonly index: number;
  readonly label: number;
  /** 784 pixels, 0 to 255 as MNIST has them. */
  readonly bytes: Uint8Array;
  readonly hidden: readonly (readonly number[])[];
  readonly scores: readonly number[];
  readonly links: readonly Link[];
  readonly verdict: Verdict;
}

const twoDigits = (value: number): number => Math.round(value * 100) / 100;

/** Reads a real digit at build time. */
export function packStill(network: Network, { index, label, pixels }: GivenDigit): PackedStill {
  const view = viewOf(network, readImage(network, pixels));
  return {
    index,
    label,
    bytes: Uint8Array.from(pixels, (value) => Math.round(value * 255)),
    hidden: view.hidden.map((layer) => Array.from(layer, twoDigits)),
    scores: Array.from(view.scores),
    links: view.links.map((link) => ({ ...link, value: twoDigits(link.value) })),
    verdict: view.verdict,
  };
}

export function unpackStill({ index, label, bytes, ...rest }: PackedStill): Still {
  const pixels = Float64Array.from(bytes, (byte) => byte / 255);
  return { digit: { index, label, pixels }, view: { ...rest, image: pixels } };
}
