import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import stuckRecord from '../../../public/models/stuck.json';
import waysRecord from '../../../public/models/ways.json';
import { holdDigits, readPacked } from '../../../src/commands/records/held-digits.ts';
import { readKernel } from '../../../src/commands/kernel-file.ts';
import { MODELS } from '../../../src/commands/models.ts';
import { picture } from '../../../src/digits/packed.ts';
import { type Kernel, startKernel } from '../../../src/kernel/kernel.ts';
import { feedforward } from '../../../src/network/feedforward.ts';
import { createNetwork, type Network } from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import { CHUNKS } from '../../../src/training/chunks.ts';
import { createKernelEngine } from '../../../src/training/kernel-engine.ts';
import {
  type AfterEpoch,
  byEpoch,
  type HeldDigits,
} from '../../../src/training/recorded/by-epoch.ts';
import { readReplay } from '../../../src/training/recorded/replay.ts';
import { STUCK, stuckFile, stuckPlan, unreadFor } from '../../../src/training/recorded/stuck.ts';
import { wayPlan, WAYS } from '../../../src/training/recorded/ways.ts';
import type { TrainingPlan } from '../../../src/training/plan.ts';
import { Run } from '../../../src/training/run.ts';
import { isLong } from '../../tools/seed.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

let kernel: Kernel;
let digits: HeldDigits;
beforeAll(async () => {
  kernel = await startKernel(readKernel());
  digits = await holdDigits(kernel);
});

/** A run after so many epochs. */
function first(plan: TrainingPlan, epochs: number): AfterEpoch[] {
  return [...byEpoch(kernel, { ...plan, epochs }, digits)];
}

describe('ways.json', () => {
  it('was trained by the recipe as it stands, whole', () => {
    expect(waysRecord.recipe).toEqual(WAYS);
    expect(waysRecord.runs.map(({ way, seed }) => [way, seed])).toEqual(
      WAYS.ways.flatMap((_, way) => WAYS.seeds.map((seed) => [way, seed])),
    );
    for (const { right } of waysRecord.runs) expect(right).toHaveLength(WAYS.epochs + 1);
  });

  it.each(WAYS.ways.map((way, i) => ({ ...way, i })))(
    'holds what training measures, to the last digit: $start start, $cost',
    ({ i, ...way }) => {
      const seed = WAYS.seeds[i];
      const after = first(wayPlan(way, seed), 1);
      const record = waysRecord.runs.find((run) => run.way === i && run.seed === seed);
      expect(after.map(({ right }) => sum(right))).toEqual(record?.right.slice(0, 2));
    },
  );
});

describe('stuck.json', () => {
  it('was trained by the recipe as it stands, whole', () => {
    expect(stuckRecord.recipe).toEqual(STUCK);
    expect(stuckRecord.runs.map(({ name }) => name)).toEqual(STUCK.runs.map(({ name }) => name));
    for (const { right } of stuckRecord.runs) expect(right).toHaveLength(STUCK.epochs + 1);
    expect(stuckRecord.survey.right).toHaveLength(STUCK.survey.seeds);
  });

  it('counts the test digits by label', async () => {
    const { labels } = await readPacked(CHUNKS.test.name);
    expect(stuckRecord.tested).toEqual(
      Array.from({ length: 10 }, (_, digit) => labels.filter((label) => label === digit).length),
    );
  });

  it('has the digit stuck in the classic run, and read at once with either cure', () => {
    const recall = (name: string): number[] =>
      stuckRecord.runs
        .filter((run) => run.name === name)
        .flatMap(({ right }) =>
          right.map((counts) => counts[STUCK.digit] / stuckRecord.tested[STUCK.digit]),
        );
    expect(unreadFor(recall('classic'))).toBeGreaterThanOrEqual(STUCK.long);
    expect(recall('classic').at(-1)).toBeGreaterThan(0.9);
    expect(recall('scaled')[1]).toBeGreaterThan(0.85);
    expect(recall('cross-entropy')[1]).toBeGreaterThan(0.85);
  });

  it('names the first seed at which a digit is stuck', () => {
    const found = stuckRecord.survey.unread.find(({ epochs }) => epochs >= STUCK.long);
    expect(found).toMatchObject({ seed: STUCK.seed, digit: STUCK.digit });
  });

  it('agrees with ways.json, where both have the same run', () => {
    const classic = stuckRecord.runs[0].right.map(sum);
    const same = waysRecord.runs.find(({ way, seed }) => way === 0 && seed === STUCK.seed);
    expect(same?.right.slice(0, classic.length)).toEqual(classic);
    WAYS.seeds.forEach((seed) => {
      const run = waysRecord.runs.find((one) => one.way === 0 && one.seed === seed);
      expect(run?.right.at(-1)).toBe(stuckRecord.survey.right[seed - 1]);
    });
  });

  /** The z of the stuck digit's output for the thousand digits. */
  async function zsOf(network: Network): Promise<number[]> {
    const thousand = await readPacked('sample-1000');
    return Array.from(
      { length: thousand.count },
      (_, i) => feedforward(network, picture(thousand, i)).zs[1][STUCK.digit],
    );
  }

  it.each(STUCK.runs)(
    'holds what training measures, to the last digit, and checkpoints that replay it: $name',
    async ({ name }) => {
      const plan = stuckPlan(name);
      const after = first(plan, 1);
      const record = stuckRecord.runs.find((run) => run.name === name);
      expect(after.map(({ right }) => right)).toEqual(record?.right.slice(0, 2));

      const start = createNetwork(plan.sizes, plan.start, createRandom(plan.seed));
      const bytes = readFileSync(path.join(MODELS, `${stuckFile(name)}.safetensors`));
      const replay = readReplay(bytes, start);
      expect(replay).toHaveLength(STUCK.epochs + 1);
      const [exact, rounded] = [await zsOf(after[1].network), await zsOf(replay[1])];
      const errors = exact.map((z, i) => Math.abs(z - rounded[i]));
      expect(sum(errors) / errors.length).toBeLessThan(0.2);
      // What the record counted on ten thousand digits, the rounded network reads too, but for a few.
      replay.forEach((network, epoch) => {
        const { confusion } = kernel.evaluate(network, digits.test);
        const right = confusion[11 * STUCK.digit];
        expect(Math.abs(right - (record?.right[epoch][STUCK.digit] ?? NaN))).toBeLessThan(10);
      });
    },
  );

  it('is a run that the page comes to by the same plan, to the last bit', async () => {
    const plan = { ...stuckPlan('classic'), epochs: 1 };
    const engine = createKernelEngine(await startKernel(readKernel()));
    for (const { name } of CHUNKS.train) engine.add('train', await readPacked(name));
    engine.add('test', await readPacked(CHUNKS.test.name));
    const run = new Run(plan, engine);
    while (!run.isDone) run.learn(1000);
    expect(run.checkpoint.network).toEqual(first(plan, 1)[1].network);
  });
});

if (isLong) {
  describe('npm run train', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'records-'));
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each([
      ['ways', ['ways.json']],
      ['stuck', ['stuck.json', ...STUCK.runs.map(({ name }) => `${stuckFile(name)}.safetensors`)]],
    ])(
      'makes %s again, byte for byte',
      (model, files) => {
        const command = path.join(import.meta.dirname, '../../../src/commands/train.ts');
        execFileSync(process.execPath, [command, '--model', model, '--out', folder]);
        for (const file of files) {
          const [again, committed] = [folder, MODELS].map((in_) =>
            readFileSync(path.join(in_, file)),
          );
          expect(again.equals(committed), file).toBe(true);
        }
      },
      1_800_000,
    );
  });
}
