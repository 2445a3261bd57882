import type { Random } from '../../network/random.ts';
import { eight, five, nine, seven, six } from './five-to-nine.ts';
import type { Form } from './hand.ts';
import type { Write } from './ways.ts';
import { four, one, three, two, zero } from './zero-to-four.ts';

const WAYS: readonly Write[] = [zero, one, two, three, four, five, six, seven, eight, nine];

/** One of the ways to write a digit, with what varies from hand to hand drawn anew. @param digit 0 to 9 */
export function digitForm(digit: number, random: Random): Form {
  return WAYS[digit](random);
}
