import { memoryShelf } from '@/reader/memory-shelf.ts';
import type { ShelfDisk } from '@/reader/shelf-disk.ts';
import type { ClientTools } from '@/training/client.ts';
import type { EtaSet } from '@/training/etas/eta-set.ts';
import { ETAS } from '@/training/etas/etas.ts';
import { writeKept } from '@/training/kept.ts';
import type { Order, Report } from '@/training/messages.ts';
import { RECORDED_PLAN } from '@/training/recorded/recorded-runs.ts';
import type { Checkpoint } from '@/training/run.ts';
import type { EndedRun, RunRecord } from '@/training/runs/record.ts';
import type { WorkerLike } from '@/training/worker-link.ts';
import { createNetwork } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import type { Specimen } from '../../specimen.ts';
import type { Download } from '../download.ts';
import { loadLearned, RECORDED_POINTS, RECORDED_RUNS } from './recorded.ts';
import type { HereTools } from './here-tools.ts';

interface Props {
  readonly download: Download;
  readonly tools: HereTools;
}

/** Round sizes, near those of the files that the page would fetch. */
const download: Download = { test: 900_000, train: [900_000, 900_000, 900_000] };

type Answers = (order: Order) => readonly Report[];

/** A worker that is told all and trains nothing; it answers by what is handed in, so that figures stay still. */
class QuietWorker extends EventTarget implements WorkerLike {
  readonly #answers: Answers;

  constructor(answers: Answers) {
    super();
    this.#answers = answers;
  }

  postMessage(order: Order): void {
    queueMicrotask(() => {
      for (const data of this.#answers(order)) {
        this.dispatchEvent(new MessageEvent('message', { data }));
      }
    });
  }

  terminate(): void {
    // Nothing runs here.
  }
}

/** A shelf of the page alone, whose networks have learned something. */
function diskOf(runs: readonly RunRecord[] = [], set: EtaSet | null = null): ShelfDisk {
  const disk = memoryShelf(runs, set);
  return {
    ...disk,
    async read() {
      const kept = await disk.read();
      return { ...kept, runs: await Promise.all(kept.runs.map(grown)) };
    },
  };
}

/** A run with the weights that the recorded run had after so many epochs. */
async function grown(run: RunRecord): Promise<RunRecord> {
  const all = await loadLearned();
  const { change } = all.findLast(({ epoch }) => epoch < run.points.length) ?? all[0];
  const [first, ...rest] = run.network.layers;
  const weights = Float64Array.from(first.weights, (weight, i) => weight + change[i]);
  return { ...run, network: { ...run.network, layers: [{ ...first, weights }, ...rest] } };
}

interface Setting {
  /** What a page before this one has left. */
  readonly kept?: string | null;
  readonly answers?: Answers;
  readonly disk?: ShelfDisk;
  readonly isPhone?: boolean;
  readonly keeper?: ClientTools['keeper'];
}

function toolsOf({
  kept = null,
  answers = () => [],
  disk = diskOf(),
  isPhone = false,
  keeper,
}: Setting): HereTools {
  const link = { createWorker: () => new QuietWorker(answers), everySecond: () => () => undefined };
  return {
    client: { ...link, keeper: keeper ?? { read: () => kept, write: () => undefined } },
    etas: {
      ...link,
      fetch: () => Promise.resolve(new Response(null, { status: 503 })),
      chunks: {
        train: [{ name: 'train-1', count: 60_000 }],
        test: { name: 'test', count: 10_000 },
      },
      folder: '/nowhere/',
      now: () => 0,
    },
    disk,
    device: () => ({ cores: 2, memory: undefined, isPhone }),
  };
}

const start = createNetwork(RECORDED_PLAN.sizes, RECORDED_PLAN.start, createRandom(1));

/** The recorded run as one that was trained here, ended after so many epochs; its weights are those of its start, until it is read. */
function ended(epochs: number, changes: Partial<EndedRun> = {}): EndedRun {
  return {
    plan: RECORDED_PLAN,
    growth: [{ epoch: 1, count: 60_000 }],
    points: RECORDED_POINTS.slice(0, epochs + 1),
    seconds: 0.08 * epochs,
    engine: 'kernel',
    end: { kind: epochs < RECORDED_PLAN.epochs ? 'cut' : 'done' },
    network: start,
    fingerprint: '0'.repeat(64),
    ...changes,
  };
}

function record(serial: number, run: EndedRun): RunRecord {
  return { ...run, serial, letter: 'ABCDEFGH'[serial], fingerprint: String(serial).repeat(64) };
}

/** The curve of the recorded run with one of the thirty learning rates. */
const withEta = (index: number): Partial<EndedRun> => ({
  plan: { ...RECORDED_PLAN, eta: ETAS[index] },
  points: RECORDED_RUNS[index].points,
});

const shelf: readonly RunRecord[] = [
  record(0, ended(30)),
  record(1, ended(30, withEta(14))),
  record(2, ended(12)),
  record(3, ended(30, withEta(25))),
];
const full = Array.from({ length: 8 }, (_, i) => record(i, ended(30, withEta(i + 10))));
const thirty: EtaSet = {
  plan: RECORDED_PLAN,
  etas: ETAS,
  runs: RECORDED_RUNS.map((run) => ({ ...run, seconds: 2.4 })),
  engine: 'kernel',
  seconds: 41,
};

/** A run that rests after five epochs for as long as one looks. */
const inTraining: Answers = (order) => {
  if (order.kind !== 'go') return [];
  const { run } = order;
  const points = RECORDED_POINTS.slice(0, 6);
  return [
    { kind: 'engine', name: 'kernel' },
    { kind: 'digits', train: 60_000, test: 10_000, trouble: null },
    ...points.map((point): Report => {
      const growth = [{ epoch: 1, count: 60_000 }];
      const checkpoint: Checkpoint = { epoch: point.at, growth, network: start };
      const progress = {
        epoch: point.at,
        step: 0,
        count: 60_000,
        pace: 1e6,
        seconds: 0.08 * point.at,
      };
      return { kind: 'measured', run, progress, point, checkpoint };
    }),
  ];
};
const refused: Answers = (order) =>
  order.kind === 'start'
    ? [
        { kind: 'digits', train: 0, test: 0, trouble: 'The server answered 503.' },
        { kind: 'waiting', run: order.run },
      ]
    : [];
const failing: Answers = (order) =>
  order.kind === 'start'
    ? [{ kind: 'failed', run: order.run, message: 'The weights have grown beyond all numbers.' }]
    : [];

/** A browser that keeps nothing for anybody. */
const forgetful: ClientTools['keeper'] = {
  read: () => null,
  write() {
    throw new Error('denied');
  },
};
const denied: ShelfDisk = {
  ...diskOf(),
  read: () => Promise.reject(new DOMException('No.', 'SecurityError')),
};
const past = { epoch: 12, growth: [{ epoch: 1, count: 60_000 }] };

const specimen = (name: string, setting: Setting): Specimen<Props> => ({
  name,
  props: { download, tools: toolsOf(setting) },
});

export const specimens: readonly Specimen<Props>[] = [
  specimen('nothing trained yet: our own runs', {}),
  specimen('a shelf of four, and thirty', { disk: diskOf(shelf, thirty) }),
  specimen('a press trains five epochs and waits', { answers: inTraining }),
  specimen('a shelf that is full', { disk: diskOf(full), answers: inTraining }),
  specimen('thirty that were stopped', {
    disk: diskOf(shelf.slice(0, 1), {
      ...thirty,
      runs: thirty.runs.map((run, i) => (i % 4 === 0 ? run : null)),
    }),
  }),
  specimen('a run was cut short', { kept: writeKept({ plan: RECORDED_PLAN, past }) }),
  specimen('the digits will not come', { answers: refused }),
  specimen('every run fails', { answers: failing }),
  specimen('a browser that keeps nothing, on a phone', {
    keeper: forgetful,
    disk: denied,
    isPhone: true,
  }),
];
