/** What the figures of one pass begin with: the reader, the pass, a state of their own, and its place in the link. */
import type { Passing } from '@/controls/pass/pass.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import { hundred, needs } from '@/islands/resources.ts';
import { stages } from '@/islands/stages.ts';
import { beginFigure, type FigureState, type Reader, useReader } from '@/reader/reader.svelte.ts';
import { STAGE_NAMES } from '@/reader/stage-names.ts';
import { WholePass } from './whole-pass.svelte.ts';

needs(hundred, stages);

/** A state that travels in a link and goes back to its start. */
interface State extends FigureState {
  readonly canReset: boolean;
  reset(): void;
}

interface PassFigure<F extends State> extends Passing<F> {
  readonly reader: Reader;
  readonly whole: WholePass;
}

/** Called while a component is created. @param make the figure's state; it may read the pass, and the component's props as they are then */
export function usePass<F extends State>(
  make: (whole: WholePass, reader: Reader, digits: readonly GivenDigit[]) => F,
): PassFigure<F> {
  const reader = useReader();
  const whole = new WholePass(reader);
  const digits = hundred.value;
  const figure = beginFigure(() => make(whole, reader, digits));
  return { reader, whole, digits, stages: STAGE_NAMES, figure };
}
