import type { Digits } from '../digits/mnist.ts';
import { costs } from '../network/cost.ts';
import { createNetwork, type Network } from '../network/network.ts';
import { createRandom } from '../network/random.ts';
import { epochs } from '../network/sgd.ts';
import type { Recipe } from './recipes.ts';
import { vary } from './variety.ts';

/**
 * Trains a network from a recipe's seed: the same weights to the last bit each time.
 * @param digits as they are; varied before each epoch where the recipe says so
 * @param report called after each epoch, numbered from 1, with the network as it stands
 */
export function trainByRecipe(
  recipe: Recipe,
  digits: Digits,
  report: (epoch: number, network: Network) => void,
): Network {
  const { eta, etaLeft, miniBatch, lambda, variety } = recipe;
  const random = createRandom(recipe.seed);
  const network = createNetwork(recipe.sizes, recipe.start, random);
  const fall = (eta * (1 - etaLeft)) / Math.max(1, recipe.epochs - 1);
  for (let epoch = 1; epoch <= recipe.epochs; epoch++) {
    const plan = {
      cost: costs[recipe.cost],
      eta: eta - fall * (epoch - 1),
      miniBatch,
      lambda,
      epochs: 1,
    };
    const examples = variety ? vary(digits, variety, random) : digits;
    epochs(network, examples, plan, random).next(); // the one epoch of the plan
    report(epoch, network);
  }
  return network;
}
