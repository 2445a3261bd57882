import { emptyNetwork, type Network } from '../../src/network/network.ts';

const LN3 = Math.log(3);
const LN4 = Math.log(4);

/**
 * A 2-2-1 network whose every number can be worked out on paper for the input (1, 2), since sigma(ln 3) = 3/4,
 * sigma(-ln 3) = 1/4 and sigma(ln 4) = 4/5:
 *
 *   z1 = 1 * 1 + 0.5 * 2 + (ln 3 - 2) =  ln 3     a1 = 0.75
 *   z2 = -2 * 1 + 1 * 2 - ln 3        = -ln 3     a2 = 0.25
 *   z  = 4 * 0.75 - 8 * 0.25 + (ln 4 - 1) = ln 4  a  = 0.8
 */
export function handNetwork(): Network {
  const network = emptyNetwork([2, 2, 1]);
  const [hidden, output] = network.layers;
  hidden.weights.set([1, 0.5, -2, 1]);
  hidden.biases.set([LN3 - 2, -LN3]);
  output.weights.set([4, -8]);
  output.biases.set([LN4 - 1]);
  return network;
}

export const HAND_INPUT = [1, 2];
