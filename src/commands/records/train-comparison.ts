import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startKernel } from '../../kernel/kernel.ts';
import { CHUNKS } from '../../training/chunks.ts';
import { COMPARISON, compare, type ComparisonPoint, firstOf } from '../../training/comparison.ts';
import type { Engine } from '../../training/engine.ts';
import { createKernelEngine } from '../../training/kernel-engine.ts';
import type { PackedDigits } from '../../digits/packed.ts';
import { DIGITS, makeDigits } from '../digit-files.ts';
import { readPacked } from './held-digits.ts';
import { readKernel } from '../kernel-file.ts';

async function read(name: string): Promise<{ digits: PackedDigits; bytes: number }> {
  const { size } = statSync(path.join(DIGITS, `${name}.digits`));
  return { digits: await readPacked(name), bytes: size };
}

/**
 * Trains the three networks of the comparison by the fast trainer, on the files that the page fetches, and writes what they reach to
 * comparison.json: the same numbers each time, and the same that the page comes to.
 * @param counts how many digits each learns from; all if left out
 */
export async function trainComparison(
  folder: string,
  counts: readonly number[] = COMPARISON.counts,
): Promise<void> {
  makeDigits();
  const [train, test] = [await read(CHUNKS.train[0].name), await read(CHUNKS.test.name)];
  const engines = await Promise.all(
    counts.map(async (count): Promise<Engine> => {
      const engine = createKernelEngine(await startKernel(readKernel()));
      engine.add('train', firstOf(train.digits, count));
      engine.add('test', test.digits);
      return engine;
    }),
  );
  const points: ComparisonPoint[] = [];
  for (const point of compare(engines, COMPARISON.seed)) {
    points.push(point);
    const { count, steps, seen, test: unseen } = point;
    const [own, others] = [seen, unseen].map(({ accuracy }) => `${(100 * accuracy).toFixed(2)}%`);
    console.log(`${count} digits, ${steps} steps: ${own} of its own, ${others} of the test digits`);
  }
  const file = path.join(folder, 'comparison.json');
  const bytes = train.bytes + test.bytes;
  writeFileSync(file, `${JSON.stringify({ recipe: COMPARISON, bytes, points }, null, 1)}\n`);
  console.log(`comparison: wrote ${file}`);
}
