import { bend } from '../digits/augment.ts';
import { addHabit } from '../digits/habits.ts';
import { type Digits, PIXELS } from '../digits/mnist.ts';
import { stranger } from '../digits/strangers.ts';
import type { Random } from '../network/random.ts';
import { NO_LABEL } from '../network/examples.ts';
import type { Variety } from './recipes.ts';

/**
 * The digits of one epoch: each bent anew, some written with a habit, some replaced by a picture that is no digit.
 * @returns as many as came; labels may be NO_LABEL
 */
export function vary(digits: Digits, variety: Variety, random: Random): Digits {
  const inputs = new Uint8Array(digits.inputs.length);
  const labels = digits.labels.slice();
  for (let i = 0; i < digits.count; i++) {
    let picture: Float64Array;
    if (random.uniform() < variety.strangers) {
      picture = stranger(digits, random);
      labels[i] = NO_LABEL;
    } else {
      picture = Float64Array.from(
        digits.inputs.subarray(i * PIXELS, (i + 1) * PIXELS),
        (v) => v / digits.full,
      );
      if (random.uniform() < variety.habits) picture = addHabit(picture, labels[i], random);
    }
    const bent = bend(picture, variety.bend, random);
    for (let k = 0; k < PIXELS; k++) inputs[i * PIXELS + k] = Math.round(255 * bent[k]);
  }
  return { count: digits.count, inputs, full: 255, labels };
}
