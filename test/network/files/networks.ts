import fc from 'fast-check';
import { emptyNetwork, type Network } from '../../../src/network/network.ts';

/** Small networks of any sizes, whose numbers come from `numbers`. */
export function networks(numbers: fc.Arbitrary<number>): fc.Arbitrary<Network> {
  return fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 5 }).chain((sizes) => {
    const network = emptyNetwork(sizes);
    const lists = network.layers.flatMap(({ weights, biases }) => [weights, biases]);
    const filled = lists.map(({ length }) =>
      fc.array(numbers, { minLength: length, maxLength: length }),
    );
    return fc.tuple(...filled).map((parts) => {
      const made = emptyNetwork(sizes);
      made.layers.forEach(({ weights, biases }, l) => {
        weights.set(parts[2 * l]);
        biases.set(parts[2 * l + 1]);
      });
      return made;
    });
  });
}

/** Any number that a model file holds, of every size, -0 among them. */
export const anyNumber = fc.double({
  min: -3.4028234663852886e38,
  max: 3.4028234663852886e38,
  noNaN: true,
});

/** A copy with every number sent through `round`. */
export function rounded(network: Network, round: (x: number) => number): Network {
  return {
    sizes: network.sizes,
    layers: network.layers.map((layer) => ({
      ...layer,
      weights: layer.weights.map(round),
      biases: layer.biases.map(round),
    })),
  };
}

/** A 2-1 network: weights 1.5 and -2, bias 0.25. */
export function small(): Network {
  const network = emptyNetwork([2, 1]);
  network.layers[0].weights.set([1.5, -2]);
  network.layers[0].biases.set([0.25]);
  return network;
}
