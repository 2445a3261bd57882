import type { GivenDigit } from '@/digits/sheet.ts';
import {
  argmax,
  createActive,
  createPass,
  findActive,
  forwardInto,
} from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';
import { costOf } from '@/network/cost.ts';
import { targetsOf } from '@/network/examples.ts';
import { inPieces } from '@/islands/in-pieces.ts';
import { explainer, Resource, thousand } from '@/islands/resources.ts';

/** A digit, what it costs, and what the network reads. */
export interface Rated {
  readonly digit: GivenDigit;
  readonly cost: number;
  readonly read: number;
}

/** Shows all digits to the network, in the room of one pass: there are many, and the page waits for them. */
function rate(network: Network, digits: readonly GivenDigit[]): Promise<Rated[]> {
  const pass = createPass(network);
  const active = createActive(network);
  const outputs = pass.activations[network.layers.length];
  return inPieces(digits.length, (i) => {
    const digit = digits[i];
    findActive(digit.pixels, 0, network.sizes[0], 1, active);
    forwardInto(network, pass, active);
    return { digit, cost: costOf(outputs, targetsOf(digit.label, 10)), read: argmax(outputs) };
  });
}

/** The thousand digits, and what each costs the explainer network; in the set's order. */
export const ratedDigits = new Resource('the costs of the thousand digits', async () => {
  await Promise.all([explainer.load(), thousand.load()]);
  return rate(explainer.value, thousand.value);
});
