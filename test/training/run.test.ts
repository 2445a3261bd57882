import { beforeAll, describe, expect, it } from 'vitest';
import { readKernel } from '../../src/commands/kernel-file.ts';
import { type Kernel, startKernel } from '../../src/kernel/kernel.ts';
import { costs } from '../../src/network/cost.ts';
import { createNetwork, type Network } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { epochs, evaluate } from '../../src/network/sgd.ts';
import type { Engine } from '../../src/training/engine.ts';
import { createKernelEngine } from '../../src/training/kernel-engine.ts';
import { createNetworkEngine } from '../../src/training/network-engine.ts';
import type { TrainingPlan } from '../../src/training/plan.ts';
import { type Checkpoint, type Past, Run } from '../../src/training/run.ts';
import { allDigits, chunks, contents, plan } from './small-digits.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await startKernel(readKernel());
}, 120_000);

const engines = {
  network: () => createNetworkEngine(180),
  kernel: () => createKernelEngine(kernel),
};

/** Gives the engine the test digits and so many of the files to learn from. */
function fill(engine: Engine, files: number): Engine {
  for (const { name } of [chunks.test, ...chunks.train.slice(0, files)]) {
    const digits = contents.get(name);
    if (digits) engine.add(name === 'test' ? 'test' : 'train', digits);
  }
  return engine;
}

const filled = (name: keyof typeof engines): Engine => fill(engines[name](), 3);

/** Takes a run to the end of an epoch, by portions of `most` mini-batches. */
function runTo(run: Run, epoch: number, most = 4): Checkpoint {
  while (run.epoch < epoch) run.learn(most);
  return run.checkpoint;
}

/** What network/sgd or the kernel makes of the plan by itself. */
function byEpochs(name: keyof typeof engines, to: TrainingPlan): Network {
  const random = createRandom(to.seed);
  const network = createNetwork(to.sizes, to.start, random);
  const train = name === 'kernel' ? kernel.epochs.bind(kernel) : epochs;
  const descent = { ...to, cost: costs[to.cost] };
  for (const _ of train(network, allDigits(), descent, random)) continue;
  return network;
}

function drain<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

describe.each(['network', 'kernel'] as const)('a run on the %s', (name) => {
  it.each([
    ['quadratic', 1],
    ['cross-entropy', 4],
    ['quadratic', 1000],
  ] as const)(
    'makes the weights of its epochs, to the last bit: %s, %i mini-batches at a time',
    (cost, most) => {
      const asked = { ...plan, cost };
      const run = new Run(asked, filled(name));
      expect(runTo(run, 6, most).network).toEqual(byEpochs(name, asked));
      expect(run.isDone).toBe(true);
    },
  );

  it('goes on from a checkpoint to the same weights', () => {
    const whole = runTo(new Run(plan, filled(name)), 6);
    const half = structuredClone(runTo(new Run(plan, filled(name)), 2));
    const run = new Run(plan, filled(name), half);
    expect([run.epoch, run.step]).toEqual([2, 0]);
    expect(runTo(run, 6)).toEqual(whole);
  });

  it('takes in what has come before each epoch, writes it down, and repeats it exactly', () => {
    const eager: TrainingPlan = { ...plan, growth: 'as-they-come' };
    const engine = fill(engines[name](), 1);
    const first = new Run(eager, engine);
    runTo(first, 2);
    first.learn(3);
    for (const part of chunks.train.slice(1)) {
      const digits = contents.get(part.name);
      if (digits) engine.add('train', digits);
    }
    const { network, growth } = runTo(first, 6);
    expect(growth).toEqual([
      { epoch: 1, count: 60 },
      { epoch: 4, count: 180 },
    ]);
    const listed = new Run({ ...plan, growth }, filled(name));
    expect(runTo(listed, 6).network).toEqual(network);
    const past: Past = { epoch: 5, growth };
    expect(runTo(new Run(eager, filled(name), past), 6)).toEqual({ epoch: 6, network, growth });
  });

  it('tests the network as it stands', () => {
    const run = new Run(plan, filled(name));
    const start = drain(run.test());
    expect(start.at).toBe(0);
    const { network } = runTo(run, 6);
    const point = drain(run.test());
    const test = contents.get('test') ?? allDigits();
    const { accuracy, cost } = evaluate(network, test);
    expect(point.at).toBe(6);
    expect(point.test.accuracy).toBe(accuracy);
    expect(point.test.cost).toBeCloseTo(cost, 5);
    expect(point.seen.accuracy).toBe(evaluate(network, allDigits()).accuracy);
    expect(point.test.accuracy).toBeGreaterThan(start.test.accuracy + 0.4);
  });
});

describe('a run', () => {
  it('stands where it was told to stop, and never runs over the end of an epoch', () => {
    const run = new Run(plan, filled('network'));
    expect(run.learn(2)).toBe(14);
    expect([run.epoch, run.step, run.count]).toEqual([0, 2, 180]);
    expect(drain(run.test()).at).toBeCloseTo(14 / 180, 12);
    expect(run.learn(1000)).toBe(166);
    expect([run.epoch, run.step]).toEqual([1, 0]);
  });

  it('waits for the test digits, and for those that it is to learn from', () => {
    const engine = createNetworkEngine(180);
    const run = new Run({ ...plan, count: 60 }, engine);
    expect([run.isWaiting, run.canBeTested]).toEqual([true, false]);
    fill(engine, 1);
    expect([run.isWaiting, run.canBeTested]).toEqual([false, true]);
    expect(new Run(plan, engine).isWaiting).toBe(true);
  });

  it('refuses a checkpoint of another plan', () => {
    const { network } = runTo(new Run(plan, filled('network')), 1);
    const other = { ...plan, sizes: [784, 9, 10] };
    const growth = [{ epoch: 1, count: 180 }];
    expect(() => new Run(other, filled('network'), { epoch: 1, network, growth })).toThrow(
      'The checkpoint belongs to another plan.',
    );
    expect(() => new Run(plan, filled('network'), { epoch: 1, network, growth: [] })).toThrow(
      'What is known of the run does not say how many digits it had.',
    );
  });

  it('leaves the checkpoint before when the weights grow beyond single precision', () => {
    const wild = { ...plan, eta: 100, lambda: 1000, cost: 'cross-entropy', epochs: 100 } as const;
    const run = new Run(wild, filled('kernel'));
    expect(() => runTo(run, 100)).toThrow(/grown beyond single precision/);
    expect(run.checkpoint.network.layers[0].weights.every(Number.isFinite)).toBe(true);
  });
});
