/** What the sigmoid slider says. */
import { sigmoid } from '@/network/activation.ts';
import { formatNumber, thousands, two } from '@/words/numbers.ts';
import { placesToSee, placesUntil, roundTo } from '@/words/places.ts';
import { capital } from '@/words/english.ts';
import { A_LOT, HARDLY, type SigmoidSlider } from './sigmoid-slider.svelte.ts';

/** Fewer places than these would show a flat end as if nothing were left of it; more are noise. */
const MOST_PLACES = 5;
const LEAST = 10 ** -MOST_PLACES;

/** A number from 0 to 1 with so many places, or more where it takes more to show it above 0. */
function small(value: number, places: number): string {
  if (value < LEAST / 2) return `<${formatNumber(LEAST, MOST_PLACES)}`;
  return formatNumber(value, placesToSee(value, places, MOST_PLACES));
}

/** An activation with two places, or as many as show that it is neither 0 nor 1. */
export function activation(a: number): string {
  if (a > 1 - LEAST / 2) return `>${formatNumber(1 - LEAST, MOST_PLACES)}`;
  return a < 0.5
    ? small(a, 2)
    : formatNumber(
        a,
        placesUntil(2, (p) => roundTo(a, p) < 1),
      );
}

/** A slope with three places, or as many as show that it is not 0. */
export function slope(z: number): string {
  return small(sigmoid.prime(z), 3);
}

/** A number as a sentence says it. */
export function spoken(number: string): string {
  return number.replace('<', 'below ').replace('>', 'above ');
}

/** What is read at the handle, for a listener. */
export function handleWords(z: number): string {
  const [a, rise] = [spoken(activation(sigmoid.f(z))), spoken(slope(z))];
  return `z ${two(z)}, activation ${a}, slope ${rise}`;
}

/** The digit pointed at, for a listener. */
export function pointedWords({ pointedDigit, pointedZ, pointedRank }: SigmoidSlider): string {
  if (pointedDigit === null || pointedZ === null || pointedRank === null) return 'No digit yet';
  const a = spoken(activation(sigmoid.f(pointedZ)));
  const { label, index } = pointedDigit;
  return `A ${label}, digit ${index} of the set: z ${two(pointedZ)}, activation ${a}, number ${pointedRank + 1} from the left`;
}

/** 'z = 0' as one word, which no line breaks. */
const zIs = (number: string): string => `z\u00a0=\u00a0${number}`;

/** Why it matters where on the curve a digit is. */
export function flatEnds(): string {
  const [low, high] = [sigmoid.f(-10), sigmoid.f(10)];
  return (
    `At ${zIs(formatNumber(-10, 0))} the neuron is fast asleep, at ${zIs('10')} wide awake: activations of ${activation(low)} and ` +
    `${activation(high)}. At both the slope is ${slope(10)}, so a push there changes next to nothing; at ${zIs('0')}, where it is ` +
    `${slope(0)}, the same push changes the most.`
  );
}

/** What the curve does at z, and what one unit more would change. */
export function atHandle(z: number): string {
  const more = small(sigmoid.f(z + 1) - sigmoid.f(z), 2);
  const [a, rise] = [spoken(activation(sigmoid.f(z))), spoken(slope(z))];
  const place = `At ${zIs(two(z))} the activation is ${a} and the slope ${rise}.`;
  const steepness = sigmoid.prime(z);
  const words =
    steepness < 0.01
      ? 'Here the curve is flat: a whole unit more of z would add only'
      : steepness > 0.15
        ? 'Here the curve is steep: a whole unit more of z would add'
        : 'Here the curve bends: a whole unit more of z would add';
  return `${place} ${words.replace(more.startsWith('<') ? / only$/ : '', '')} ${more.replace('<', 'less than ')}.`;
}

/** The figure in words. @param name 'neuron 6, layer 1' */
export function sentence(slider: SigmoidSlider, name: string): string {
  const { bias, learned, isMoved, awake, digits, label, picked, changed } = slider;
  const all = thousands(digits.length);
  const said = [
    awake === 0
      ? `With a bias of ${two(bias)} no digit wakes ${name}: it sleeps through everything.`
      : awake === digits.length
        ? `With a bias of ${two(bias)} every digit wakes ${name}: it no longer tells them apart.`
        : `With a bias of ${two(bias)}${isMoved ? '' : ', as learned'}, ${awake} of ${all} digits wake ${name}.`,
  ];
  if (picked) said.push(`Of the ${picked.count} ${label}s, ${picked.awake} do.`);
  if (isMoved) {
    const by = two(Math.abs(bias - learned));
    const [verb, done] = bias > learned ? ['raised', 'rose'] : ['lowered', 'fell'];
    said.push(
      `You ${verb} every z by ${by}: ${changed.aLot} activations ${done} by more than ${A_LOT}, ` +
        `and ${changed.hardly}, out on the flat ends, by less than ${HARDLY}.`,
    );
  }
  return said.join(' ');
}

/** How the prediction came out; empty while nothing was said. */
export function verdict({ prediction, wayToHalf, halfBias, learned }: SigmoidSlider): string {
  if (prediction === null) return '';
  const start =
    prediction === wayToHalf ? `${capital(wayToHalf)}, as you said` : `It must go ${wayToHalf}`;
  return `${start}: half of them wake at a bias of ${two(halfBias)}, where ${two(learned)} was learned.`;
}
