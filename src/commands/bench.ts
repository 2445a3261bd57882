/**
 * npm run bench [-- --json --peers --repeats N --digits N]
 *
 * Times training (an epoch of MNIST's 60,000 digits in mini-batches of ten), forward passes and the loading of files, all in one run and
 * in turn, beside what this machine's vectors can do. --peers measures other libraries too, installed with npm outside the
 * project. --repeats runs of each, 7 if left out, give a median. --digits trains on the first N alone and scales the time up, for
 * a quick look. --json prints one object and nothing else.
 */
import { availableParallelism, cpus } from 'node:os';
import { sliceDigits } from '../digits/mnist.ts';
import { startKernel } from '../kernel/kernel.ts';
import {
  type Implementation,
  kernelImplementation,
  networkImplementation,
} from './bench/implementations.ts';
import { loadings } from './bench/loading.ts';
import { interleave, type Task } from './bench/measure.ts';
import { openPeers } from './bench/peers.ts';
import { markdown, type Report } from './bench/report.ts';
import { FLOPS_PER_TURN, startVectorLoop } from './bench/vector-limit.ts';
import { readOptions, refuse } from './command-line.ts';
import { readKernel } from './kernel-file.ts';
import { readMnist } from './mnist-files.ts';

const EPOCH = 60_000;
const CLASSIC = [784, 30, 10];
const NETWORKS = [CLASSIC, [784, 16, 16, 10], [784, 100, 10]];
const PICTURES = 2000;
/** Calls and turns a call of the vector loop in one run. Engines compile a function well only between its calls. */
const CALLS = 20;
const TURNS = 50_000;

const values = readOptions({
  options: {
    json: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    repeats: { type: 'string', default: '7' },
    digits: { type: 'string', default: String(EPOCH) },
  },
});

function wholeNumber(option: string, text: string, most: number): number {
  const n = Number(text);
  if (Number.isInteger(n) && n >= 1 && n <= most) return n;
  return refuse(`--${option} takes a whole number from 1 to ${most}; got '${text}'.`);
}

const repeats = wholeNumber('repeats', values.repeats, 1000);
const digits = sliceDigits(readMnist('train'), 0, wholeNumber('digits', values.digits, EPOCH));
const pictures = Math.min(PICTURES, digits.count);

const peers = values.peers
  ? await openPeers(digits, (packages, why) => console.error(`Without ${packages}: ${why}`))
  : undefined;
process.once('exit', () => peers?.remove());
const implementations: Implementation[] = [
  networkImplementation(digits, pictures),
  kernelImplementation(await startKernel(readKernel()), digits, pictures),
  ...(peers?.implementations ?? []),
];

const training = NETWORKS.flatMap((sizes) =>
  implementations.map((by) => ({ by, sizes, task: by.train(sizes) })),
);
const inference = implementations.map((by) => ({ by, sizes: CLASSIC, task: by.read(CLASSIC) }));
const loading = loadings();
const loop = startVectorLoop();
const vectors: Task = {
  run() {
    for (let call = 0; call < CALLS; call++) loop(TURNS, 0.5, 1);
  },
};

const times = await interleave(
  [...[...training, ...inference].map(({ task }) => task), ...loading, vectors],
  repeats,
  () => performance.now(),
);

const timeOf = (task: Task): number => times.get(task) ?? NaN;
const rows = training.map(({ by, sizes, task }) => ({
  implementation: by.name,
  sizes,
  msPerEpoch: (timeOf(task) * EPOCH) / by.digits,
}));
const epoch = (name: string): number =>
  rows.find(({ implementation, sizes }) => implementation === name && sizes === CLASSIC)
    ?.msPerEpoch ?? NaN;
const report: Report = {
  machine: {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    node: process.versions.node,
  },
  training: rows,
  inference: inference.map(({ by, sizes, task }) => ({
    implementation: by.name,
    sizes,
    microseconds: (1000 * timeOf(task)) / by.pictures,
  })),
  loading: loading.map((task) => ({ format: task.format, milliseconds: timeOf(task) })),
  vectorLimitGflops: (CALLS * TURNS * FLOPS_PER_TURN) / (1e6 * timeOf(vectors)),
  ratios: { kernelOverNetwork: epoch('network') / epoch('kernel') },
};

if (values.json) {
  console.log(JSON.stringify(report));
} else {
  const today = new Date(performance.timeOrigin).toISOString().slice(0, 10);
  console.log(markdown(report, today, repeats));
}
