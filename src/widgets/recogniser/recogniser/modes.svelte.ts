import { styled } from './styled.ts';
import type { AnyMode } from './mode-file.ts';
import type { Mode, RecogniserState } from '../recogniser.svelte.ts';

interface Come {
  readonly file: AnyMode;
  readonly state: unknown;
}

/** They come when they are chosen. Not where a page is made: see Panels.svelte. */
const LATER: { readonly [M in Mode]?: () => Promise<AnyMode> } = import.meta.env.SSR
  ? {}
  : {
      picture: async () => (await import('./picture/picture.ts')).picture,
      several: async () => (await import('./several/several.ts')).severalFrom(),
    };

/** Which mode is chosen, and what came of those that were. */
export class Modes {
  readonly #recogniser: RecogniserState;
  #come = $state.raw<Partial<Record<Mode, Come>>>({});
  /** The mode that was asked for last, and why it did not come; null where it did. */
  trouble = $state<string | null>(null);
  #asked: Mode = 'one';

  constructor(recogniser: RecogniserState, here: Partial<Record<Mode, AnyMode>> = {}) {
    this.#recogniser = recogniser;
    for (const [mode, file] of Object.entries(here)) this.#begin(mode as Mode, file);
  }

  /** What stands in the pad's place; null while that is the pad of one digit. */
  get shown(): Come | null {
    return this.#come[this.#recogniser.mode] ?? null;
  }

  async choose(mode: Mode): Promise<void> {
    this.trouble = null;
    this.#asked = mode;
    const fetch = LATER[mode];
    try {
      if (fetch && !this.#come[mode]) {
        const file = await fetch();
        await styled();
        this.#begin(mode, file);
      }
      if (this.#asked === mode) this.#recogniser.mode = mode;
    } catch {
      if (this.#asked !== mode) return;
      this.trouble = 'This did not load. The connection may be lost; reloading the page may help.';
    }
  }

  /** Changes to pictures, and reads this one. */
  async take(picture: Blob): Promise<void> {
    await this.choose('picture');
    this.shown?.file.take?.(this.shown.state, picture);
  }

  #begin(mode: Mode, file: AnyMode): void {
    if (this.#come[mode]) return;
    this.#come = { ...this.#come, [mode]: { file, state: file.begin(this.#recogniser) } };
  }
}
