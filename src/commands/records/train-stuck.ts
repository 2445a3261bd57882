import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startKernel } from '../../kernel/kernel.ts';
import { type AfterEpoch, byEpoch } from '../../training/recorded/by-epoch.ts';
import { writeReplay } from '../../training/recorded/replay.ts';
import {
  STUCK,
  stuckFile,
  stuckPlan,
  type StuckRecord,
  type Unread,
  unreadFor,
} from '../../training/recorded/stuck.ts';
import { holdDigits, readPacked } from './held-digits.ts';
import { readKernel } from '../kernel-file.ts';
import { CHUNKS, TRAIN_COUNT } from '../../training/chunks.ts';
import { writeRecord } from './record-file.ts';

/**
 * Looks through seeds of the classic recipe for digits that stay unread, trains the run in which one does, and the same seed with either
 * cure. Writes stuck.json and, of each run, its small checkpoints: the same bytes each time.
 * @param seeds how many are looked through; the recipe's if left out
 * @throws Error when the seed of the recipe is not the first at which a digit is stuck
 */
export async function trainStuck(
  folder: string,
  seeds: number = STUCK.survey.seeds,
): Promise<void> {
  const kernel = await startKernel(readKernel());
  const digits = await holdDigits(kernel);
  const tested = new Array<number>(10).fill(0);
  for (const label of (await readPacked(CHUNKS.test.name)).labels) tested[label]++;

  const survey: { unread: Unread[]; right: number[] } = { unread: [], right: [] };
  const plan = { ...stuckPlan('classic'), epochs: STUCK.survey.epochs };
  for (let seed = 1; seed <= seeds; seed++) {
    const after = [...byEpoch(kernel, { ...plan, seed }, digits)];
    const found = unreadIn(after, tested).map((one) => ({ seed, ...one }));
    survey.unread.push(...found);
    survey.right.push(sum(after[after.length - 1].right));
    const words = found.map(({ digit, epochs }) => `, ${digit} unread for ${epochs}`).join('');
    console.log(`seed ${seed}: ${survey.right.at(-1)} of ${digits.test.count}${words}`);
  }
  const first = survey.unread.find(({ epochs }) => epochs >= STUCK.long);
  if (first?.seed !== STUCK.seed || first.digit !== STUCK.digit) {
    throw new Error(
      `The recipe says that seed ${STUCK.seed} is the first with a stuck digit, ${STUCK.digit}; found ${JSON.stringify(first)}.`,
    );
  }

  const runs = STUCK.runs.map(({ name }) => {
    const after = [...byEpoch(kernel, stuckPlan(name), digits)];
    const stages = after.map(({ epoch, network }) => ({ digits: epoch * TRAIN_COUNT, network }));
    const bytes = writeReplay(stages, { model: `nought-to-nine stuck ${name}` });
    writeFileSync(path.join(folder, `${stuckFile(name)}.safetensors`), bytes);
    console.log(`stuck ${name}: ${bytes.length} bytes of checkpoints`);
    return { name, right: after.map(({ right }) => right) };
  });
  const record: StuckRecord = { recipe: STUCK, tested, runs, survey };
  writeRecord(folder, 'stuck', record);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

/** Each digit that was unread after the first epoch, and for how long. */
function unreadIn(after: readonly AfterEpoch[], tested: readonly number[]): Omit<Unread, 'seed'>[] {
  return tested.flatMap((count, digit) => {
    const epochs = unreadFor(after.map(({ right }) => right[digit] / count));
    return epochs > 0 ? [{ digit, epochs }] : [];
  });
}
