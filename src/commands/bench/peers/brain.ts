import { targetsOf } from '../../../network/examples.ts';
import type { Digits } from '../../../digits/mnist.ts';
import { type Implementation, pictures } from '../implementations.ts';
import type { Require } from './require.ts';

/** What we use of brain.js. */
interface Example {
  readonly input: Float32Array;
  readonly output: Float32Array;
}
interface NeuralNetwork {
  train(
    examples: readonly Example[],
    options: { iterations: number; errorThresh: number },
  ): unknown;
  run(input: Float32Array): ArrayLike<number>;
}
interface Brain {
  readonly NeuralNetwork: new (options: {
    hiddenLayers: readonly number[];
    activation: string;
    learningRate: number;
  }) => NeuralNetwork;
}

/** brain.js knows no mini-batches: it updates its weights after every digit. */
export function brain(require: Require, digits: Digits, count: number): Implementation[] {
  const { NeuralNetwork } = require('brain.js') as Brain;
  const examples = pictures(digits, digits.count).map((input, i) => ({
    input,
    output: Float32Array.from(targetsOf(digits.labels[i], 10)),
  }));
  const once = { iterations: 1, errorThresh: 1e-9 }; // the error at which it would stop earlier; 0 is refused
  const build = (sizes: readonly number[]): NeuralNetwork =>
    new NeuralNetwork({
      hiddenLayers: sizes.slice(1, -1),
      activation: 'sigmoid',
      learningRate: 0.3,
    });
  return [
    {
      name: 'brain.js',
      digits: digits.count,
      pictures: count,
      train(sizes) {
        const network = build(sizes);
        return {
          run() {
            network.train(examples, once);
          },
        };
      },
      read(sizes) {
        const network = build(sizes);
        network.train(examples.slice(0, 1), once); // it has no weights before
        return {
          run() {
            for (const { input } of examples.slice(0, count)) network.run(input);
          },
        };
      },
    },
  ];
}
