/** What the rolling ball says. */
import { valleyAt } from '@/descent/curves.ts';
import { formatNumber, MINUS, signed, upTo } from '@/words/numbers.ts';
import { isWithinHalf, placesUntil, roundTo } from '@/words/places.ts';
import { GUESSES, type RollDownhill } from './roll-downhill.svelte.ts';
import { countedInWords } from '@/words/counts.ts';

/** Two places, or a power of ten where a ball that flew off has gone too far for them. */
export function two(value: number, isSigned = false): string {
  if (Math.abs(value) < 1000) return isSigned ? signed(value, 2) : formatNumber(value, 2);
  return value.toExponential(1).replace('-', MINUS).replace('e+', 'e');
}
/** The curvature at the bottom, with places enough that 1 and 2 over it are as they are printed. */
export function curvatureText({ valley, overshootsAbove, divergesAbove }: RollDownhill): string {
  const places = placesUntil(2, (places) => {
    const shown = roundTo(valley.curvature, places);
    return (
      isWithinHalf(1 / shown, roundTo(overshootsAbove, 2), 2) &&
      isWithinHalf(2 / shown, roundTo(divergesAbove, 2), 2)
    );
  });
  return formatNumber(valley.curvature, places);
}

/** Places of w and slope with which the next step and where it leads follow from what is printed. */
export function placesOf({ now, eta }: RollDownhill): number {
  return placesUntil(2, (places) => {
    const [w, slope] = [roundTo(now.w, places), roundTo(now.slope, places)];
    return (
      isWithinHalf(w - eta * slope, roundTo(now.w + now.step, 2), 2) &&
      isWithinHalf(eta * slope, roundTo(-now.step, 2), 2)
    );
  });
}

/** Eta as its slider has it: three digits. */
export const etaText = (eta: number): string => upTo(3, eta);

/** What a learning rate would do, for a listener. */
export function etaWords({ overshootsAbove, divergesAbove }: RollDownhill, eta: number): string {
  const past = eta > overshootsAbove ? 'overshoot' : 'stay on their side';
  return `${etaText(eta)}; at the bottom of this valley steps ${eta > divergesAbove ? 'diverge' : past}`;
}

/** Whether each step was longer than the one before, or shorter. */
function eachStep({ roll }: RollDownhill, is: 'longer' | 'shorter'): boolean {
  const sizes = roll.stops.map(({ step }) => Math.abs(step));
  return sizes.every((size, i) => {
    if (i === 0) return true;
    return is === 'longer' ? size > sizes[i - 1] : size < sizes[i - 1];
  });
}

/** What became of the ball, in words. */
function fate(ball: RollDownhill): string {
  const { roll, valley, valleys, last, eta, divergesAbove } = ball;
  const moved =
    roll.end !== valley
      ? ` It ended in another valley than the one it began in, ${roll.end.bottom > valley.bottom ? 'further right' : 'further left'}.`
      : '';
  const lowest = valleys.every(
    ({ bottom }) => ball.curve.value(bottom) >= ball.curve.value(roll.end.bottom) - 1e-9,
  );
  const shallow = lowest ? '' : ' There is a deeper one, but nothing here tells it so.';
  const after = `after ${countedInWords(last, 'step')}`;
  const place = `at w = ${two(roll.stops[last].w)}`;
  switch (roll.fate) {
    case 'still':
      return 'The slope is zero here, so no step leads anywhere.';
    case 'settles':
      return `It settles at the bottom, at a cost of ${two(roll.stops[last].cost)}: ${eachStep(ball, 'shorter') ? 'the steps' : 'in the end the steps'} shrank by themselves as the slope did.${moved}${shallow}`;
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
      return `It diverges: ${after} it is off the picture, ${place}, and ${eachStep(ball, 'longer') ? 'each step is longer than the one before' : 'it will not come back'}.`;
    case 'leaves':
      return `It leaves the picture: ${after} it is ${place}. The last step led over the rim, where the slope would turn it back, but the picture ends here.`;
    case 'underway':
      if (roll.passes === 0) return `It is still on its way ${after}: such small steps take long.`;
      return eachStep(ball, 'shorter')
        ? `It overshoots to and fro, a little less each time: ${after} it has not settled yet.`
        : `It went past a bottom ${roll.passes === 1 ? 'once' : `${roll.passes} times`}: ${after} it has not settled yet.`;
  }
}

/** The figure in words. */
export function sentence(ball: RollDownhill): string {
  const { now, step, isOver, eta } = ball;
  if (isOver) return fate(ball);
  const places = placesOf(ball);
  const at = step === 0 ? 'At the start' : `After ${countedInWords(step, 'step')}`;
  if (roundTo(now.slope, 2) === 0) {
    return `${at} there is next to no slope, so the next step is next to nothing.`;
  }
  const way = now.step > 0 ? 'right' : 'left';
  const uphill = now.slope > 0 ? 'uphill to the right' : 'uphill to the left';
  const bottom = valleyAt(ball.valleys, now.w).bottom;
  const passes = (now.w - bottom) * (now.w + now.step - bottom) < 0;
  return (
    `${at} the slope is ${signed(now.slope, places)}, ${uphill}. The next step is ${etaText(eta)} times that, downhill: ` +
    `${two(Math.abs(now.step))} to the ${way}${passes ? ', past the bottom' : ''}.`
  );
}

/** How the guess came out; empty until there is something to say. */
export function verdict({ guess, isOver, roll }: RollDownhill): string {
  if (guess === null) return '';
  if (!isOver) return 'Now play, and see.';
  switch (roll.fate) {
    case 'still':
      return 'It never began: there is no slope where it starts.';
    case 'underway':
      return 'Not settled yet: these steps were too few to tell.';
    case 'leaves':
      return 'It has left the picture, which shows no more of it.';
    case 'settles':
    case 'overshoots':
      return roll.fate === guess ? 'As you said.' : `Not so: ${GUESSES[roll.fate]}.`;
    case 'oscillates':
    case 'diverges':
      return guess === 'never' ? 'As you said.' : `Not so: ${GUESSES.never}.`;
  }
}
