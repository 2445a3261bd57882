import type { Specimen } from '../../specimen.ts';
import type { SaveNetworkStart } from './save-network.svelte.ts';

export const specimens: readonly Specimen<{ start?: SaveNetworkStart }>[] = [
  { name: 'the classic network as safetensors', props: {} },
  { name: 'an explainer as JSON', props: { start: { saved: 'explainer', kind: 'json' } } },
];
