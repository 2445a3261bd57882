/** What can be done to a network in the figure of lesions, and to which. */
import type { HeldAt, Summary } from '@/inside/lesions.ts';
import type { Cut } from './cut-weights.ts';

/** Whose neurons are taken out: ours, or the reader's own. */
export type Subject = 'explainer' | 'classic' | 'own';
export const OURS = ['explainer', 'classic'] as const;

/** How a neuron is taken out. */
export const WAYS = ['zero', 'mean'] as const satisfies readonly HeldAt[];

/** What is done to the network: neurons taken out, or weights of layer 1 cut down. */
export type Deed =
  | {
      readonly kind: 'neurons';
      readonly layer: number;
      readonly neurons: readonly number[];
      readonly at: HeldAt;
    }
  | { readonly kind: 'weights'; readonly cut: Cut };

/** A deed, and how the network reads then. The two always go together. */
export interface Done {
  readonly deed: Deed;
  readonly after: Summary;
}

/** What tells a deed from all others, and from none. */
export function keyOf(deed: Deed | null): string {
  if (deed === null) return '';
  if (deed.kind === 'weights') return deed.cut;
  return `${deed.layer} ${deed.at} ${deed.neurons.join()}`;
}
