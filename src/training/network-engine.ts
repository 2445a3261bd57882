import { PIXELS } from '../digits/mnist.ts';
import { cloneNetwork } from '../network/network.ts';
import { createLearner, evaluate } from '../network/sgd.ts';
import { type DigitSet, type Engine, type TestSet, cut, cutSeen } from './engine.ts';

/**
 * The engine that runs everywhere: network/sgd itself, in double precision.
 * @param capacity how many digits there may be to learn from; their memory is asked for when the first of them come
 */
export function createNetworkEngine(capacity: number): Engine {
  const tested: Record<TestSet, DigitSet[]> = { test: [], seen: [] };
  const count = { train: 0, test: 0 };
  let inputs = new Uint8Array(0);
  let labels = new Uint8Array(0);
  let full = 0;

  /** All digits to learn from that are here, as views. */
  const train = (): DigitSet => ({
    count: count.train,
    inputs: inputs.subarray(0, count.train * PIXELS),
    full,
    labels: labels.subarray(0, count.train),
  });

  return {
    name: 'network',
    count: (set) => count[set],
    add(set, digits) {
      if (set === 'test') {
        tested.test.push(...cut(digits));
      } else {
        if (count.train === 0) {
          inputs = new Uint8Array(capacity * PIXELS);
          labels = new Uint8Array(capacity);
        }
        full = digits.full;
        inputs.set(digits.inputs, count.train * PIXELS);
        labels.set(digits.labels, count.train);
        tested.seen.push(...cutSeen(digits, count.train));
      }
      count[set] += digits.count;
    },
    open(start) {
      const network = cloneNetwork(start);
      let examples = train();
      let learner = createLearner(network, examples);
      return {
        descend(order, descent, n) {
          if (examples.count !== count.train) {
            examples = train();
            learner = createLearner(network, examples);
          }
          learner.descend(order, descent, n);
        },
        settle() {
          const isFinite = network.layers.every(
            ({ weights, biases }) =>
              weights.every(Number.isFinite) && biases.every(Number.isFinite),
          );
          if (!isFinite) throw new RangeError('The weights have grown beyond all numbers.');
          return cloneNetwork(network);
        },
        portions: (set) => tested[set].length,
        test(set, portion, cost) {
          const digits = tested[set][portion];
          return { ...evaluate(network, digits, cost), count: digits.count };
        },
        close: () => undefined,
      };
    },
  };
}
