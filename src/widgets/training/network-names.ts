import type { ModelName } from '@/training/recipes.ts';

/** How the networks of the site are called: in a figure's header, and in a slot of its sentence. */
export const NAMES: Readonly<
  Record<ModelName, { readonly header: string; readonly slot: string }>
> = {
  classic: { header: 'classic network', slot: 'the classic network' },
  explainer: { header: 'explainer network', slot: 'the explainer network' },
  'explainer-b': { header: 'explainer network, another seed', slot: 'the explainer’s twin' },
  recogniser: { header: 'recogniser', slot: 'the recogniser' },
};
