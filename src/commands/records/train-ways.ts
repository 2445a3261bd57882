import { startKernel } from '../../kernel/kernel.ts';
import { byEpoch } from '../../training/recorded/by-epoch.ts';
import { wayPlan, WAYS, type WaysRecord } from '../../training/recorded/ways.ts';
import { holdDigits } from './held-digits.ts';
import { readKernel } from '../kernel-file.ts';
import { writeRecord } from './record-file.ts';

/**
 * Trains the classic network in four ways, from five seeds each, on the digits that the page fetches, and writes to ways.json what they
 * read after each epoch: the same numbers each time, and the same that the page comes to.
 */
export async function trainWays(folder: string): Promise<void> {
  const kernel = await startKernel(readKernel());
  const digits = await holdDigits(kernel);
  const runs = WAYS.ways.flatMap((settings, way) =>
    WAYS.seeds.map((seed) => {
      const after = [...byEpoch(kernel, wayPlan(settings, seed), digits)];
      const right = after.map((epoch) => epoch.right.reduce((sum, n) => sum + n, 0));
      const { start, cost } = settings;
      console.log(`${start} start, ${cost}, seed ${seed}: ${right.at(-1)} of ${digits.test.count}`);
      return { way, seed, right };
    }),
  );
  const record: WaysRecord = { recipe: WAYS, tested: digits.test.count, runs };
  writeRecord(folder, 'ways', record);
}
