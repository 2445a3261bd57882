import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startKernel } from '../../kernel/kernel.ts';
import { costs } from '../../network/cost.ts';
import { countParameters, createNetwork } from '../../network/network.ts';
import { createRandom } from '../../network/random.ts';
import { LAST_EPOCHS, type Width, WIDTHS_RECIPE } from '../../training/widths.ts';
import { readKernel } from '../kernel-file.ts';
import { readMnist } from '../mnist-files.ts';

/**
 * Trains networks of several widths by the fast trainer and writes what they reach to widths.json: the same numbers each time, in
 * every engine. The networks themselves are not kept.
 * @param hidden the widths; the recipe's if left out
 */
export async function trainWidths(
  folder: string,
  hidden: readonly number[] = WIDTHS_RECIPE.hidden,
): Promise<void> {
  const kernel = await startKernel(readKernel());
  const digits = readMnist('train');
  const test = readMnist('test');
  const cost = costs[WIDTHS_RECIPE.cost];
  const plan = { ...WIDTHS_RECIPE, cost };
  const widths = hidden.map((neurons): Width => {
    const random = createRandom(plan.seed);
    const network = createNetwork([784, neurons, 10], plan.start, random);
    let sum = 0;
    for (const epoch of kernel.epochs(network, digits, plan, random)) {
      if (epoch > plan.epochs - LAST_EPOCHS) sum += kernel.evaluate(network, test, cost).accuracy;
    }
    const accuracy = sum / LAST_EPOCHS;
    console.log(`${neurons} hidden neurons: ${(100 * accuracy).toFixed(2)}% of the test digits`);
    return { hidden: neurons, parameters: countParameters(network), accuracy };
  });
  const file = path.join(folder, 'widths.json');
  writeFileSync(file, `${JSON.stringify({ recipe: WIDTHS_RECIPE, widths }, null, 2)}\n`);
  console.log(`widths: wrote ${file}`);
}
