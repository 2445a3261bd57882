import { bend } from '../digits/augment.ts';
import { addHabit } from '../digits/habits.ts';
import { type Digits, PIXELS, picture } from '../digits/mnist.ts';
import { digitForm } from '../digits/pen/forms.ts';
import { inked, inkedAgain } from '../digits/pen/hand.ts';
import { letterForm } from '../digits/pen/letters.ts';
import { skeleton } from '../digits/pen/skeleton.ts';
import { stranger } from '../digits/strangers.ts';
import type { Random } from '../network/random.ts';
import { NO_LABEL } from '../network/examples.ts';
import type { Variety } from './recipes.ts';

/**
 * The digits of one epoch: some bent anew, and of these some with a habit; some traced and inked again by a pen, as the page inks; some
 * written afresh by a pen, in one of the ways that people write them; some replaced by a picture that is no digit.
 * @returns as many as came; labels may be NO_LABEL
 */
export function vary(digits: Digits, variety: Variety, random: Random): Digits {
  const inputs = new Uint8Array(digits.inputs.length);
  const labels = new Uint8Array(digits.count);
  for (let i = 0; i < digits.count; i++) {
    const { picture: x, label } = varied(digits, i, variety, random);
    labels[i] = label;
    for (let k = 0; k < PIXELS; k++) inputs[i * PIXELS + k] = Math.round(255 * x[k]);
  }
  return { count: digits.count, inputs, full: 255, labels };
}

/** What stands in the place of digit i this time. */
function varied(
  digits: Digits,
  i: number,
  { bend: limits, hand, ...shares }: Variety,
  random: Random,
): { readonly picture: Float64Array; readonly label: number } {
  const label = digits.labels[i];
  let left = random.uniform();
  if ((left -= shares.strangers) < 0) {
    return { picture: bend(stranger(digits, random), limits, random), label: NO_LABEL };
  }
  if ((left -= shares.letters) < 0) {
    return { picture: inked(letterForm(random), hand, random), label: NO_LABEL };
  }
  if ((left -= shares.pen) < 0) {
    return { picture: inked(digitForm(label, random), hand, random), label };
  }
  if ((left -= shares.traced) < 0) {
    return { picture: inkedAgain(traced(digits, i), hand, random), label };
  }
  const x = picture(digits, i);
  const written = random.uniform() < shares.habits ? addHabit(x, label, random) : x;
  return { picture: bend(written, limits, random), label };
}

/** The lines of digits that were traced already: tracing takes three times as long as inking again. */
const traces = new WeakMap<Uint8Array, number[][][]>();

function traced(digits: Digits, i: number): number[][] {
  let known = traces.get(digits.inputs);
  if (!known) traces.set(digits.inputs, (known = []));
  return (known[i] ??= skeleton(picture(digits, i)));
}
