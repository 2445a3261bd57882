import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { inflate, type PackedDigits, unpackDigits } from '../digits/packed.ts';
import { PIXELS, SIDE } from '../digits/mnist.ts';
import { startKernel } from '../kernel/kernel.ts';
import type { Network } from '../network/network.ts';
import { CHUNKS } from '../training/chunks.ts';
import type { Engine } from '../training/engine.ts';
import { ETAS } from '../training/etas/etas.ts';
import { createKernelEngine } from '../training/kernel-engine.ts';
import type { TrainingPlan } from '../training/plan.ts';
import {
  countsOf,
  LEARNED_EPOCHS,
  LEARNED_MAX,
  LEARNED_STEPS,
  RECORDED_PLAN,
  type RecordedCurve,
  type RecordedRuns,
} from '../training/recorded/recorded-runs.ts';
import { type Point, Run } from '../training/run.ts';
import { DIGITS, makeDigits } from './digit-files.ts';
import { readKernel } from './kernel-file.ts';
import { encodePng } from './png.ts';

const sizeOf = (name: string): number => statSync(path.join(DIGITS, `${name}.digits`)).size;

async function read(name: string): Promise<PackedDigits> {
  const file = readFileSync(path.join(DIGITS, `${name}.digits`));
  return unpackDigits(await inflate(new Uint8Array(file)));
}

/** All of the digits that the page fetches, on the engine that it trains with. */
async function fillEngine(): Promise<{ engine: Engine; counts: number[] }> {
  makeDigits();
  const engine = createKernelEngine(await startKernel(readKernel()));
  for (const { name } of CHUNKS.train) engine.add('train', await read(name));
  const test = await read(CHUNKS.test.name);
  engine.add('test', test);
  return { engine, counts: countsOf(test) };
}

type Tested = Omit<Point, 'seconds'>;

function testOf(run: Run): Tested {
  const test = run.test();
  for (;;) {
    const { done, value } = test.next();
    if (done) return value;
  }
}

/** Carries a plan out. @param report called with the network at its start, and after each epoch */
function carryOut(
  engine: Engine,
  plan: TrainingPlan,
  report: (epoch: number, network: Network) => void = () => undefined,
): Tested[] {
  const run = new Run(plan, engine);
  const points: Tested[] = [];
  const look = (): void => {
    points.push(testOf(run));
    report(run.epoch, run.checkpoint.network);
  };
  look();
  while (!run.isDone) {
    run.learn(plan.count);
    if (run.step === 0) look();
  }
  run.close();
  const last = points[points.length - 1];
  console.log(`eta ${plan.eta}: ${(100 * last.test.accuracy).toFixed(2)}% of the test digits`);
  return points;
}

/** Of the 10,000 that either set is tested on. */
const hits = (share: number, of = 10_000): number => Math.round(share * of);

function curveOf(points: readonly Tested[]): RecordedCurve {
  const costs = (set: 'test' | 'seen'): number[] =>
    points.map((point) => Number(point[set].cost.toFixed(5)));
  return {
    test: points.map(({ test }) => hits(test.accuracy)),
    seen: points.map(({ seen }) => hits(seen.accuracy)),
    testCost: costs('test'),
    seenCost: costs('seen'),
  };
}

/** By how much the weights into each hidden neuron have changed, each as a step from -LEARNED_STEPS to LEARNED_STEPS. */
function changeOf(start: Network, now: Network): Int8Array {
  const [before, after] = [start, now].map(({ layers }) => layers[0].weights);
  return Int8Array.from(after, (weight, i) => {
    const part = Math.max(-1, Math.min(1, (weight - before[i]) / LEARNED_MAX));
    return Math.round(part * LEARNED_STEPS);
  });
}

/** A grey picture of one neuron below the other, of those changes alone that have the sign asked for. */
function pictureOf(change: Int8Array, sign: 1 | -1): Uint8Array {
  const grey = Uint8Array.from(change, (step) =>
    Math.round((255 * Math.max(0, sign * step)) / LEARNED_STEPS),
  );
  return encodePng(grey, SIDE, (SIDE * change.length) / PIXELS);
}

/**
 * Trains the plan of the training figure, and the same plan with each of the learning rates, by the page's own trainer on the page's own
 * digits, and writes what they reach to training-runs.json; what the hidden neurons of the first have learned on its way goes to
 * training-run.learned, and its end to training-run-positive.png and training-run-negative.png. The same bytes each time.
 */
export async function trainRuns(
  folder: string,
  plan: TrainingPlan = RECORDED_PLAN,
  etas: readonly number[] = ETAS,
): Promise<void> {
  const { engine, counts } = await fillEngine();
  const recallOf = ({ recall }: Tested): number[] =>
    recall.map((share, d) => hits(share, counts[d]));
  let start: Network | undefined;
  const changes: Int8Array[] = [];
  const points = carryOut(engine, plan, (epoch, network) => {
    start ??= network;
    if (LEARNED_EPOCHS.includes(epoch)) changes.push(changeOf(start, network));
  });
  const recorded: RecordedRuns = {
    plan,
    download: {
      test: sizeOf(CHUNKS.test.name),
      train: CHUNKS.train.map(({ name }) => sizeOf(name)),
    },
    counts,
    run: { ...curveOf(points), recall: points.map(recallOf) },
    etas: etas.map((eta) => {
      const curve = eta === plan.eta ? points : carryOut(engine, { ...plan, eta });
      const [first, last] = [curve[Math.min(1, curve.length - 1)], curve[curve.length - 1]];
      return { eta, curve: curveOf(curve), recall: [recallOf(first), recallOf(last)] };
    }),
  };
  const write = (name: string, content: string | Uint8Array): void => {
    writeFileSync(path.join(folder, name), content);
    console.log(`runs: wrote ${path.join(folder, name)}`);
  };
  write('training-runs.json', `${JSON.stringify(recorded)}\n`);
  const level = constants.Z_BEST_COMPRESSION;
  write(
    'training-run.learned',
    gzipSync(Buffer.concat(changes.map(({ buffer }) => Buffer.from(buffer))), { level }),
  );
  const last = changes[changes.length - 1];
  write('training-run-positive.png', pictureOf(last, 1));
  write('training-run-negative.png', pictureOf(last, -1));
}
