import type { FirstState } from '@/reader/state.ts';

/**
 * A state of a widget worth looking at: the workbench shows it, and the tests of all figures go over it. A widget's stand beside it in
 * `SigmoidSlider.specimens.ts`, as `export const specimens: readonly Specimen<Props>[]`.
 */
export interface Specimen<Props extends object = object> {
  /** A few words: 'a digit that it gets wrong'. */
  readonly name: string;
  /** Plain values: they travel in the page. */
  readonly props: Props;
  /** What the reader has chosen, where it is not what everybody begins with. */
  readonly reader?: Partial<FirstState>;
}
