import { type Digits, PIXELS } from '../digits/mnist.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { costs } from '../network/cost.ts';
import { cloneNetwork, createNetwork, type Network } from '../network/network.ts';
import { createRandom } from '../network/random.ts';
import { createLearner, type Learner } from '../network/sgd.ts';
import type { Stage } from './checkpoint-file.ts';
import type { Recipe } from './recipes.ts';
import { vary } from './variety.ts';

/**
 * Trains a network from a recipe's seed: the same weights to the last bit each time.
 * @param digits as they are; varied before each epoch where the recipe says so
 * @param report called after each epoch, numbered from 1, with the network as it stands
 * @param kernel for a recipe whose engine it is
 * @throws Error where the recipe asks for the kernel and there is none
 * @returns the network, and copies of it on its way, where the recipe asks for them
 */
export function trainByRecipe(
  recipe: Recipe,
  digits: Digits,
  report: (epoch: number, network: Network) => void,
  kernel?: Kernel,
): { network: Network; stages: Stage[] } {
  const { eta, etaLeft, miniBatch, lambda, variety, checkpoints = [] } = recipe;
  const learn = recipe.engine === 'kernel' ? learnerOf(kernel) : createLearner;
  const random = createRandom(recipe.seed);
  const network = createNetwork(recipe.sizes, recipe.start, random);
  const stages: Stage[] = [];
  const keepAt = (learned: number): void => {
    if (checkpoints.includes(learned)) {
      stages.push({ digits: learned, network: cloneNetwork(network) });
    }
  };
  keepAt(0);
  let shown = digits;
  const fall = (eta * (1 - etaLeft)) / Math.max(1, recipe.epochs - 1);
  for (let epoch = 1; epoch <= recipe.epochs; epoch++) {
    const descent = { cost: costs[recipe.cost], eta: eta - fall * (epoch - 1), miniBatch, lambda };
    if (variety && (epoch - 1) % variety.epochs === 0) shown = vary(digits, variety, random);
    const learner = learn(network, shown);
    const order = random.shuffle(Uint32Array.from({ length: digits.count }, (_, i) => i));
    const before = (epoch - 1) * digits.count;
    const within = checkpoints.filter((mark) => mark > before && mark < before + digits.count);
    let start = 0;
    for (const end of [...within.map((mark) => mark - before), digits.count]) {
      learner.descend(order.subarray(start, end), descent);
      start = end;
      keepAt(before + end);
    }
    report(epoch, network);
  }
  return { network, stages };
}

/** Learners that the kernel works for; after each portion the network is as the kernel has it. */
function learnerOf(kernel: Kernel | undefined): (network: Network, digits: Digits) => Learner {
  if (!kernel) throw new Error('This recipe is for the kernel, and there is none.');
  return (network, digits) => ({
    descend(order, descent, n) {
      const held = kernel.hold(digits, PIXELS);
      const loaded = kernel.load(network);
      try {
        loaded.descend(held, order, descent, n);
        loaded.settle();
        loaded.writeTo(network);
      } finally {
        loaded.release();
        held.release();
      }
    },
  });
}
