import { steepness } from '@/descent/descend.ts';
import type { Point } from '@/descent/field.ts';
import { formatNumber, MINUS, signed, thousands, upTo } from '@/words/numbers.ts';
import { isWithinHalf, placesUntil, roundTo } from '@/words/places.ts';
import { counted } from '@/words/counts.ts';
import { isNear } from './crowd.ts';
import { type GradientBall, MOST_STEPS } from './gradient-ball.svelte.ts';
import { SLICE_DIGITS } from './landscapes.ts';

/** A number to three digits that count, with a true minus; large and small ones with as many places as they need. */
export function three(value: number, isSigned = false): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 1e6) {
    const [mantissa, power] = value.toExponential(1).replace('-', MINUS).split('e+');
    return `${mantissa} × 10^${power}`;
  }
  const places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.0995 ? 3 : 4;
  if (places === 0) return `${isSigned && value > 0 ? '+' : ''}${thousands(Math.round(value))}`;
  return isSigned ? signed(value, places) : formatNumber(value, places);
}

/**
 * One of the two numbers a step on, as a sum: place and slope with places enough that what is printed gives what is printed.
 * @param places of where it leads
 */
export function stepWords(place: number, slope: number, eta: number, places: number): string {
  const to = place - eta * slope;
  const enough = placesUntil(places, (p) =>
    isWithinHalf(roundTo(place, p) - eta * roundTo(slope, p), roundTo(to, places), places),
  );
  return `${formatNumber(place, enough)} − ${eta3(eta).replace(',', '')} × (${signed(slope, enough)}) = ${formatNumber(to, places)}`;
}

export const eta3 = (eta: number): string =>
  eta >= 1000 ? thousands(Math.round(eta)) : upTo(3, eta);

/** 'A', 'B' and so on: valleys in their order. */
export const valleyName = (place: number): string => String.fromCharCode(65 + place);

/** Where the ball lies. @param places of its coordinates */
export const placeWords = ({ x, y }: Point, places: number): string =>
  `Across ${formatNumber(x, places)}, up ${formatNumber(y, places)}`;

/** The figure's own voice: what is the case now. */
export function sentence(ball: GradientBall): string {
  const { ball: now, path, steps, end, limit, eta } = ball;
  if (now === null) {
    return (
      ball.trouble ?? `The slice is on its way: ${SLICE_DIGITS} digits, three sets of weights.`
    );
  }
  const from = path[0];
  const at = three(now.value);
  if (end === 'gone') {
    const sizes = path.slice(1).map(({ x, y }, i) => Math.hypot(x - path[i].x, y - path[i].y));
    const isLonger = sizes.every((size, i) => i === 0 || size > sizes[i - 1]);
    return `After ${counted(steps, 'step')} the ball has run away: ${isLonger && steps > 1 ? 'every step was longer than the one before' : 'a step was too long'}, the cost is ${at}, and it will not come back. With a smaller η it would have stayed.`;
  }
  if (steps === 0) {
    if (end === 'rests') {
      return `Here the cost is ${at} and the slope is 0, or next to it: the ball stays where it is${isPass(ball) ? ', though this is no bottom. Move it by a hair' : ''}.`;
    }
    const warning =
      limit !== null && eta > limit ? ' That is more than the bottom of its valley can hold.' : '';
    return `The ball lies where the cost is ${at}. The slope is ${three(steepness(now))}, so with η = ${eta3(eta)} its first step is ${three(eta * steepness(now))} long.${warning}`;
  }
  const way = `After ${counted(steps, 'step')} the ball has ${now.value <= from.value ? 'come down' : 'gone up'} from ${three(from.value)} to ${at}`;
  if (end === 'rests') {
    return `${way} and lies still: there is no slope left${isPass(ball) ? ', though this is a pass and no bottom' : ', so the steps have died out by themselves'}.`;
  }
  if (end === 'most') return `${way}. It stops here: ${MOST_STEPS} steps are kept.`;
  const last = path[path.length - 2];
  const off = ball.isOnMap ? '' : ' It has left the map.';
  if (now.value > last.value) {
    return `${way}.${off} The last step went up: it leapt over the valley and landed higher than it started.`;
  }
  const first = steepness(from) * (ball.etas[0] ?? eta);
  const next = steepness(now) * eta;
  const isSame = ball.etas.every((one) => one === eta);
  const compare =
    next < first
      ? `Its next step will be shorter than its first, for the slope here is gentler${isSame ? ', though nobody has touched η' : ''}.`
      : `Its next step will be longer than its first, ${isSame ? 'for the slope here is steeper' : 'for you have changed η, or the slope'}.`;
  return `${way}.${off} ${compare}`;
}

/** Whether it lies still on a place that is no bottom. */
function isPass({ ball, valleys, landscape, isWhole }: GradientBall): boolean {
  if (ball === null || !isWhole) return false;
  return !valleys.some((valley) => isNear(landscape.box, valley, ball));
}

/** Where the crowd will end. */
export function crowdWords({ crowd, valleys }: GradientBall): string {
  if (crowd.length === 0) return '';
  const parts = valleys.flatMap((_, place) => {
    const count = crowd.filter(({ ends }) => ends === place).length;
    return count > 0 ? [`${count} in ${valleyName(place)}`] : [];
  });
  const none = crowd.filter(({ ends }) => ends === null).length;
  const settle = parts.length > 0 ? `${parts.join(', ')} will settle` : 'none will settle';
  return `Of ${crowd.length} more balls with this η, ${settle}${none > 0 && parts.length > 0 ? `; ${none} will not, or will leave the map` : ''}.`;
}
