import type { Digits } from '../digits/mnist.ts';
import { costs } from '../network/cost.ts';
import { cloneNetwork, createNetwork, type Network } from '../network/network.ts';
import { createRandom } from '../network/random.ts';
import { createLearner } from '../network/sgd.ts';
import type { Stage } from './checkpoint-file.ts';
import type { Recipe } from './recipes.ts';
import { vary } from './variety.ts';

/**
 * Trains a network from a recipe's seed: the same weights to the last bit each time.
 * @param digits as they are; varied before each epoch where the recipe says so
 * @param report called after each epoch, numbered from 1, with the network as it stands
 * @returns the network, and copies of it on its way, where the recipe asks for them
 */
export function trainByRecipe(
  recipe: Recipe,
  digits: Digits,
  report: (epoch: number, network: Network) => void,
): { network: Network; stages: Stage[] } {
  const { eta, etaLeft, miniBatch, lambda, variety, checkpoints = [] } = recipe;
  const random = createRandom(recipe.seed);
  const network = createNetwork(recipe.sizes, recipe.start, random);
  const stages: Stage[] = [];
  const keepAt = (learned: number): void => {
    if (checkpoints.includes(learned)) {
      stages.push({ digits: learned, network: cloneNetwork(network) });
    }
  };
  keepAt(0);
  const fall = (eta * (1 - etaLeft)) / Math.max(1, recipe.epochs - 1);
  for (let epoch = 1; epoch <= recipe.epochs; epoch++) {
    const descent = { cost: costs[recipe.cost], eta: eta - fall * (epoch - 1), miniBatch, lambda };
    const learner = createLearner(network, variety ? vary(digits, variety, random) : digits);
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
