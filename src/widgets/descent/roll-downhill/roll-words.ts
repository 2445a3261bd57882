/** What the rolling ball says. */
import { valleyAt } from '@/descent/curves.ts';
import { formatNumber, MINUS, signed, upTo } from '@/words/numbers.ts';
import { type Guess, GUESSES, type RollDownhill } from './roll-downhill.svelte.ts';
import { countedInWords } from '@/words/counts.ts';

/** Two places, or a power of ten where a ball that flew off has gone too far for them. */
export function two(value: number, isSigned = false): string {
  if (Math.abs(value) < 1000) return isSigned ? signed(value, 2) : formatNumber(value, 2);
  return value.toExponential(1).replace('-', MINUS).replace('e+', 'e');
}
/** Eta as its slider has it: three digits. */
export const etaText = (eta: number): string => upTo(3, eta);

/** What a learning rate would do, for a listener. */
export function etaWords({ overshootsAbove, divergesAbove }: RollDownhill, eta: number): string {
  const past = eta > overshootsAbove ? 'overshoot' : 'stay on their side';
  return `${etaText(eta)}; at the bottom of this valley steps ${eta > divergesAbove ? 'diverge' : past}`;
}

/** What became of the ball, in words. */
function fate(ball: RollDownhill): string {
  const { roll, valley, valleys, last, eta, overshootsAbove, divergesAbove } = ball;
  const moved =
    roll.end !== valley
      ? ` It ended in another valley than the one it began in, ${roll.end.bottom > valley.bottom ? 'further right' : 'further left'}.`
      : '';
  const lowest = valleys.every(
    ({ bottom }) => ball.curve.value(bottom) >= ball.curve.value(roll.end.bottom) - 1e-9,
  );
  const shallow = lowest ? '' : ' There is a deeper one, but nothing here tells it so.';
  switch (roll.fate) {
    case 'still':
      return 'The slope is zero here, so no step leads anywhere.';
    case 'settles':
      return `It settles at the bottom, at a cost of ${two(roll.stops[last].cost)}: the steps shrank by themselves as the slope did.${moved}${shallow}`;
    case 'overshoots':
      return `It overshoots: ${countedInWords(roll.passes, 'step')} went past the bottom. It settles all the same, at a cost of ${two(roll.stops[last].cost)}.${moved}${shallow}`;
    case 'oscillates':
      return (
        `It oscillates and never settles: from one side to the other, ${roll.passes} times past a bottom. ` +
        (eta >= divergesAbove
          ? `This eta is no smaller than ${two(divergesAbove)}, so at the bottom every step is too long.`
          : 'It hops where the valley is steeper than at its bottom.')
      );
    case 'diverges':
      return `It diverges: after ${countedInWords(last, 'step')} it is off the picture, at w = ${two(roll.stops[last].w)}, and each step is longer than the one before.`;
    case 'underway':
      return eta > overshootsAbove
        ? `It overshoots to and fro, a little less each time: after ${countedInWords(last, 'step')} it has not settled yet.`
        : `It is still on its way after ${countedInWords(last, 'step')}: such small steps take long.`;
  }
}

/** The figure in words. */
export function sentence(ball: RollDownhill): string {
  const { now, step, isOver, eta } = ball;
  if (isOver) return fate(ball);
  const way = now.step > 0 ? 'right' : 'left';
  const uphill = now.slope > 0 ? 'uphill to the right' : 'uphill to the left';
  const bottom = valleyAt(ball.valleys, now.w).bottom;
  const passes = (now.w - bottom) * (now.w + now.step - bottom) < 0;
  const at = step === 0 ? 'At the start' : `After ${countedInWords(step, 'step')}`;
  return (
    `${at} the slope is ${two(now.slope, true)}, ${uphill}. The next step is ${etaText(eta)} times that, downhill: ` +
    `${two(Math.abs(now.step))} to the ${way}${passes ? ', past the bottom' : ''}.`
  );
}

/** How the guess came out; empty until there is something to say. */
export function verdict({ guess, isOver, roll }: RollDownhill): string {
  if (guess === null) return '';
  if (!isOver) return 'Now play, and see.';
  const came: Guess | null =
    roll.fate === 'settles' || roll.fate === 'overshoots'
      ? roll.fate
      : roll.fate === 'oscillates' || roll.fate === 'diverges'
        ? 'never'
        : null;
  if (came === null) return `Not settled yet: these steps were too few to tell.`;
  return came === guess ? 'As you said.' : `Not so: ${GUESSES[came]}.`;
}
