import type { Component } from 'svelte';
import type { RecogniserState } from '../recogniser.svelte.ts';

/** What a mode puts on the page: the state that it keeps while another is chosen, what stands in the pad's place, and its tools. */
export interface ModeFile<State> {
  readonly begin: (recogniser: RecogniserState) => State;
  readonly Place: Component<{ state: State; describedBy: string }>;
  readonly Tools: Component<{ state: State }>;
  /** How what is read came to lie as it does. */
  readonly how: string;
  /** Takes a picture that was dropped on the page, wherever and whatever was chosen. */
  readonly take?: (state: State, picture: Blob) => void;
}

/** One of them, whichever. */
export type AnyMode = ModeFile<unknown>;

/** Its state goes to its own components alone, so that nobody else need know what it is. */
export function modeOf<State>(file: ModeFile<State>): AnyMode {
  return file as unknown as AnyMode;
}
