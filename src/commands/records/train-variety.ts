import { sliceDigits } from '../../digits/mnist.ts';
import { inked } from '../../digits/pen/hand.ts';
import { letterForm } from '../../digits/pen/letters.ts';
import { stranger } from '../../digits/strangers.ts';
import { bend } from '../../digits/augment.ts';
import { startKernel } from '../../kernel/kernel.ts';
import { readModel, writeSafetensors } from '../../network/files.ts';
import type { Network } from '../../network/network.ts';
import { createRandom } from '../../network/random.ts';
import { readImage } from '../../recogniser/recognise.ts';
import { VARIETY_RUNS, varietyRecipe } from '../../training/recorded/variety-runs.ts';
import { trainByRecipe } from '../../training/train-by-recipe.ts';
import { readKernel } from '../kernel-file.ts';
import { readMnist } from '../mnist-files.ts';
import { testOnMnist } from '../models.ts';
import { evaluateStrokes, type PenDigit, tunedOn } from '../strokes-file.ts';
import { writeRecord } from './record-file.ts';

/** How pen digits are put on the pad: as large as MNIST's, anywhere; turned by so many degrees. */
const PLACED = { size: 20, place: 'random' } as const;
const TURN = 10;
/** New strangers and letters, and the seed that they are drawn from: none that a recipe has. */
const STRANGERS = { count: 1000, seed: 2024 };

/**
 * Trains the recogniser's network with less and less of its variety left out, and writes to variety.json how each does on MNIST, on the
 * pen digits of those writers that nothing was chosen on, and on strangers.
 */
export async function trainVariety(folder: string, penDigits: readonly PenDigit[]): Promise<void> {
  const kernel = await startKernel(readKernel());
  const digits = readMnist('train');
  const tuned = tunedOn(penDigits);
  const held = penDigits.filter((digit) => !tuned(digit));
  const runs = VARIETY_RUNS.map((name) => {
    const recipe = varietyRecipe(name);
    const { network: trained } = trainByRecipe(recipe, digits, () => undefined, kernel);
    const network = readModel(writeSafetensors(trained, recipe.format, {}, recipe.steps));
    const turned = [0, -TURN, TURN].map((rotation) => {
      const { accuracy } = evaluateStrokes(network, held, { ...PLACED, rotation }, createRandom(1));
      return Number((accuracy ?? NaN).toFixed(4));
    });
    const run = {
      name,
      mnist: testOnMnist('recogniser', network).accuracy,
      upright: turned[0],
      turned: Number(((turned[1] + turned[2]) / 2).toFixed(4)),
      refused: refusedBy(network),
    };
    console.log(run);
    return run;
  });
  writeRecord(folder, 'variety', { drawings: held.length, strangers: STRANGERS, runs });
}

/** The share of new strangers and letters, half and half, that the page would take for no digit, or not be sure of. */
function refusedBy(network: Network): number {
  const random = createRandom(STRANGERS.seed);
  const { variety } = varietyRecipe('strangers');
  if (!variety) throw new Error('The recipe has no variety.');
  const test = sliceDigits(readMnist('test'), 0, STRANGERS.count);
  let refused = 0;
  for (let i = 0; i < STRANGERS.count; i++) {
    const picture =
      i % 2 === 0
        ? bend(stranger(test, random), variety.bend, random)
        : inked(letterForm(random), variety.hand, random);
    if (readImage(network, picture).verdict.kind !== 'digit') refused++;
  }
  return refused / STRANGERS.count;
}
