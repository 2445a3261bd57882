/** Plans as far out as a plan may be: each ends in a finished run or in words, and never in a number that is none. */
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { TrainingClient } from '../../src/training/client.ts';
import type { Engine } from '../../src/training/engine.ts';
import { createKernelEngine } from '../../src/training/kernel-engine.ts';
import { createNetworkEngine } from '../../src/training/network-engine.ts';
import { LIMITS, PlanError, type TrainingPlan } from '../../src/training/plan.ts';
import { endOf, outputRanges } from '../../src/training/runs/end-of.ts';
import { endedRun } from '../../src/training/runs/record.ts';
import type { TrainingState } from '../../src/training/state.ts';
import { testKernel } from '../kernel/kernel.ts';
import { eventually, FakeNet, FakeWorker } from './fake-worker.ts';
import { allDigits, plan } from './small-digits.ts';

let kernel: Kernel;
beforeAll(async () => void (kernel = await testKernel()));

const clients: TrainingClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

function openClient(name: Engine['name']): { client: TrainingClient; workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  const createEngine = (): Engine =>
    name === 'kernel' ? createKernelEngine(kernel) : createNetworkEngine(180);
  const client = new TrainingClient({
    createWorker: () => {
      const worker = new FakeWorker(new FakeNet(), createEngine);
      workers.push(worker);
      return worker;
    },
    everySecond: () => () => undefined,
    keeper: { read: () => null, write: () => undefined },
  });
  clients.push(client);
  return { client, workers };
}

/** Every number that is reported, by its path, that is none. */
function notNumbers(value: unknown, path = 'state'): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (ArrayBuffer.isView(value)) {
    const numbers = Array.from(value as Float64Array);
    return numbers.every(Number.isFinite) ? [] : [`${path} has a number that is none`];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => notNumbers(part, `${path}.${key}`));
}

const { inputs } = allDigits();
const pictures = Array.from({ length: 60 }, (_, i) =>
  Float64Array.from(inputs.subarray(784 * i, 784 * (i + 1)), (value) => value / 3),
);

function check(state: TrainingState): void {
  expect(notNumbers(state)).toEqual([]);
  expect(['done', 'failed']).toContain(state.phase);
  if (state.phase === 'failed') expect(state.message).toMatch(/^[A-Z].{10,}\.( |$)|\.$/);
  const run = endedRun(state);
  if (run === null) return;
  const ending = endOf(run, outputRanges(run.network, pictures));
  expect(notNumbers(ending)).toEqual([]);
  expect(ending.words).not.toMatch(/NaN|Infinity|undefined/);
}

async function carryOut(name: Engine['name'], wild: TrainingPlan): Promise<TrainingState> {
  const { client } = openClient(name);
  client.start(wild);
  await eventually(() => expect(client.state.phase).not.toBe('running'));
  client.dispose();
  return client.state;
}

const wildPlan: fc.Arbitrary<TrainingPlan> = fc.record({
  sizes: fc.constantFrom<number[]>([784, 10], [784, 1, 10], [784, 3, 10], [784, 1, 1, 1, 10]),
  start: fc.constantFrom('normal' as const, 'scaled' as const),
  cost: fc.constantFrom('quadratic' as const, 'cross-entropy' as const),
  eta: fc.constantFrom(1e-300, 1e-9, 0.01, 3, 100, LIMITS.eta),
  miniBatch: fc.constantFrom(1, 2, 7, LIMITS.miniBatch),
  lambda: fc.constantFrom(0, 1e-300, 1, 100, LIMITS.lambda),
  epochs: fc.constantFrom(1, 3),
  seed: fc.constantFrom(0, 1, LIMITS.seed),
  count: fc.constantFrom(1, 2, 60, 180),
  growth: fc.constantFrom('wait' as const, 'as-they-come' as const),
});

describe.each(['network', 'kernel'] as const)('a plan at its limits, by the %s', (name) => {
  it('ends, or says why it cannot go on; all that is told of it are numbers', async () => {
    await fc.assert(
      fc.asyncProperty(wildPlan, async (wild) => check(await carryOut(name, wild))),
      { numRuns: 40 },
    );
  }, 120_000);

  it('of the largest layers, and of mini-batches of one at the largest eta', async () => {
    const large = { ...plan, sizes: [784, 300, 100, 10], count: 60, epochs: 1 };
    for (const change of [{}, { eta: LIMITS.eta, miniBatch: 1, lambda: LIMITS.lambda }]) {
      check(await carryOut(name, { ...large, ...change }));
    }
  }, 60_000);

  it('is told as it stands between two epochs, too', async () => {
    const { client } = openClient(name);
    client.start({ ...plan, eta: LIMITS.eta, lambda: LIMITS.lambda, miniBatch: 1 }, 'step');
    for (let i = 0; i < 12; i++) {
      await eventually(() => expect(client.state.phase).not.toBe('running'));
      expect(notNumbers(client.state)).toEqual([]);
      client.step();
    }
  });
});

it.each([
  ['eta', 1001, 'Eta: above 0, up to 1,000.'],
  ['lambda', 1e6, 'Lambda: from 0 to 1,000.'],
  ['miniBatch', 0, 'Mini-batch: a whole number from 1 to 1,000.'],
])('beyond its limits it is refused with words: %s %d', (field, value, words) => {
  const { client } = openClient('network');
  const start = (): void => client.start({ ...plan, [field]: value });
  expect(start).toThrow(PlanError);
  expect(start).toThrow(words);
  expect(client.state.phase).toBe('idle');
});

it.each([1, 12])(
  'loses nothing that was done where its worker is killed in epoch %i',
  async (epoch) => {
    const to = { ...plan, epochs: 14 };
    const whole = await carryOut('network', to);
    const { client, workers } = openClient('network');
    client.start(to, { epoch: epoch - 1 || 1 });
    await eventually(() => expect(client.state.phase).toBe('paused'));
    client.step(); // it stands within the epoch
    await eventually(() => expect(client.state.phase).toBe('paused'));
    const { points } = client.state;
    workers[0].crash();
    expect(client.state).toMatchObject({ phase: 'lost', points, engine: 'network' });
    expect(endedRun(client.state)?.points).toEqual(points);
    client.resume();
    await eventually(() => expect(client.state.phase).toBe('done'));
    expect(client.state.checkpoints.at(-1)).toEqual(whole.checkpoints.at(-1));
  },
);
