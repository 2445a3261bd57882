import { type Digits, PIXELS } from '../../../digits/mnist.ts';
import { DESCENT, type Implementation, pictures } from '../implementations.ts';
import type { Require } from './require.ts';

/** What we use of @tensorflow/tfjs. */
interface Tensor {
  dataSync(): ArrayLike<number>;
}
interface Model {
  add(layer: unknown): void;
  compile(options: { optimizer: unknown; loss: string }): void;
  fit(x: Tensor, y: Tensor, options: object): Promise<unknown>;
  predict(x: Tensor): Tensor;
}
interface TensorFlow {
  setBackend(name: string): Promise<boolean>;
  sequential(): Model;
  readonly layers: { dense(options: object): unknown };
  readonly train: { sgd(eta: number): unknown };
  tensor2d(values: Float32Array, shape: readonly [number, number]): Tensor;
  tidy<T>(work: () => T): T;
}

/** TensorFlow.js's sequential model, trained by `fit` and asked by `predict`, on its two backends that need no graphics card. */
export async function tensorflow(
  require: Require,
  digits: Digits,
  count: number,
): Promise<Implementation[]> {
  const tf = require('@tensorflow/tfjs') as TensorFlow;
  require('@tensorflow/tfjs-backend-wasm');
  const shown = pictures(digits, digits.count);
  const all = new Float32Array(digits.count * PIXELS);
  shown.forEach((x, i) => all.set(x, i * PIXELS));
  const wanted = new Float32Array(digits.count * 10);
  digits.labels.forEach((label, i) => (wanted[10 * i + label] = 1));

  const build = (sizes: readonly number[]): Model => {
    const model = tf.sequential();
    sizes
      .slice(1)
      .forEach((units, l) =>
        model.add(tf.layers.dense({ units, activation: 'sigmoid', inputShape: [sizes[l]] })),
      );
    model.compile({ optimizer: tf.train.sgd(DESCENT.eta), loss: 'meanSquaredError' });
    return model;
  };
  const choose = async (backend: string): Promise<void> => {
    if (!(await tf.setBackend(backend))) throw new Error(`tfjs has no backend ${backend} here.`);
  };

  const on = async (backend: string): Promise<Implementation> => {
    await choose(backend);
    const x = tf.tensor2d(all, [digits.count, PIXELS]);
    const y = tf.tensor2d(wanted, [digits.count, 10]);
    const options = { batchSize: DESCENT.miniBatch, epochs: 1, shuffle: true, verbose: 0 };
    return {
      name: `tfjs ${backend}`,
      digits: digits.count,
      pictures: count,
      train(sizes) {
        const model = build(sizes);
        return {
          async run() {
            await choose(backend);
            await model.fit(x, y, { ...options, yieldEvery: 'never' });
          },
        };
      },
      read(sizes) {
        const model = build(sizes);
        return {
          async run() {
            await choose(backend);
            for (const one of shown.slice(0, count)) {
              tf.tidy(() => model.predict(tf.tensor2d(one, [1, PIXELS])).dataSync());
            }
          },
        };
      },
    };
  };
  return [await on('cpu'), await on('wasm')];
}
