import type { Digits } from '../../../digits/mnist.ts';
import { DESCENT, type Implementation, pictures } from '../implementations.ts';
import type { Require } from './require.ts';

/** What we use of convnetjs. */
interface Vol {
  readonly w: { [k: number]: number };
}
interface Net {
  makeLayers(definitions: readonly object[]): void;
  forward(x: Vol): Vol;
}
interface ConvNet {
  readonly Vol: new (wide: number, high: number, deep: number, fill: number) => Vol;
  readonly Net: new () => Net;
  readonly SGDTrainer: new (
    net: Net,
    options: object,
  ) => {
    train(x: Vol, label: number): unknown;
  };
}

/** convnetjs with sigmoid neurons and, as in its own examples, a softmax at the end: it has no quadratic cost of sigmoids. */
export function convnet(require: Require, digits: Digits, count: number): Implementation[] {
  const library = require('convnetjs') as ConvNet;
  const inputs = pictures(digits, digits.count).map((picture) => {
    const x = new library.Vol(1, 1, picture.length, 0);
    picture.forEach((ink, k) => (x.w[k] = ink));
    return x;
  });
  const build = (sizes: readonly number[]): Net => {
    const net = new library.Net();
    net.makeLayers([
      { type: 'input', out_sx: 1, out_sy: 1, out_depth: sizes[0] },
      ...sizes
        .slice(1, -1)
        .map((neurons) => ({ type: 'fc', num_neurons: neurons, activation: 'sigmoid' })),
      { type: 'softmax', num_classes: sizes[sizes.length - 1] },
    ]);
    return net;
  };
  return [
    {
      name: 'convnetjs',
      digits: digits.count,
      pictures: count,
      train(sizes) {
        const trainer = new library.SGDTrainer(build(sizes), {
          method: 'sgd',
          learning_rate: 0.1,
          momentum: 0,
          batch_size: DESCENT.miniBatch,
        });
        return {
          run() {
            inputs.forEach((x, i) => trainer.train(x, digits.labels[i]));
          },
        };
      },
      read(sizes) {
        const net = build(sizes);
        return {
          run() {
            for (const x of inputs.slice(0, count)) net.forward(x);
          },
        };
      },
    },
  ];
}
