import type { ClientTools } from '@/training/client.ts';
import type { WorkerLike } from '@/training/worker-link.ts';
import type { Order, Report } from '@/training/messages.ts';
import type { TrainingPlan } from '@/training/plan.ts';
import { writeKept } from '@/training/kept.ts';
import type { Specimen } from '../../specimen.ts';
import type { Download } from '../download.ts';
import { FIRST, planOf } from './form.ts';

interface Props {
  readonly download: Download;
  readonly tools: ClientTools;
}

export const hasReset = false;
export const whyNoReset = 'Its Reset forgets the run and leaves the plan as the reader wrote it.';

/** Round sizes, near those of the files that the page would fetch. */
const download: Download = { test: 900_000, train: [900_000, 900_000, 900_000] };

/** A worker that is told all and trains nothing; it answers the start of a run by what is handed in, so that figures stay still. */
class QuietWorker extends EventTarget implements WorkerLike {
  readonly #answers: (run: number) => readonly Report[];

  constructor(answers: (run: number) => readonly Report[]) {
    super();
    this.#answers = answers;
  }

  postMessage(order: Order): void {
    if (order.kind !== 'start') return;
    queueMicrotask(() => {
      for (const data of this.#answers(order.run)) {
        this.dispatchEvent(new MessageEvent('message', { data }));
      }
    });
  }

  terminate(): void {
    // Nothing runs here.
  }
}

/** @param kept what a page before this one has left */
function tools(
  kept: string | null = null,
  answers: (run: number) => readonly Report[] = () => [],
): ClientTools {
  return {
    createWorker: () => new QuietWorker(answers),
    everySecond: () => () => undefined,
    keeper: { read: () => kept, write: () => undefined },
  };
}

const plan: TrainingPlan = planOf(FIRST);
const leftOver = writeKept({ plan, past: { epoch: 12, growth: [{ epoch: 1, count: 60_000 }] } });

/** A browser that keeps nothing for anybody. */
const forgetful: ClientTools = {
  ...tools(),
  keeper: {
    read: () => null,
    write() {
      throw new Error('denied');
    },
  },
};

const refused = (run: number): readonly Report[] => [
  { kind: 'digits', train: 0, test: 0, trouble: 'The server answered 503.' },
  { kind: 'waiting', run },
];
const failing = (run: number): readonly Report[] => [
  { kind: 'failed', run, message: 'The weights have grown beyond all numbers.' },
];

export const specimens: readonly Specimen<Props>[] = [
  { name: 'nothing trained yet', props: { download, tools: tools() } },
  { name: 'a run is left from before', props: { download, tools: tools(leftOver) } },
  { name: 'a browser that keeps nothing', props: { download, tools: forgetful } },
  { name: 'the digits will not come', props: { download, tools: tools(null, refused) } },
  { name: 'every run fails', props: { download, tools: tools(null, failing) } },
];
