import type { Sheet } from '@/controls/pad/sheet.ts';
import { RecogniserState, type Sources } from './recogniser.svelte.ts';
import { pageSources } from './sources.ts';
import { type PackedStill, unpackStill } from './still.ts';
import type { ModelFacts } from './view.ts';

/** How a recogniser begins. */
export interface Start {
  /** The network to load, and what to say of it before it is here. */
  readonly model: ModelFacts;
  /** A real digit and its reading, to start with. */
  readonly still?: PackedStill | undefined;
  /** What to start with otherwise. */
  readonly first?: Sheet | undefined;
  /** Where network and digits come from; the site's own files if left out. */
  readonly sources?: Sources | undefined;
}

/** Called once, while its component is created: what happens then is the reader's, so later changes of the start are of no account. */
export function startRecogniser({ model, still, first, sources }: Start): RecogniserState {
  return new RecogniserState(sources ?? pageSources(model.url), still && unpackStill(still), first);
}
