import type { PackedDigits } from '../../digits/packed.ts';
import type { Network } from '../../network/network.ts';
import { type LinkTools, type Loss, WorkerLink } from '../../training/worker-link.ts';
import type { BenchResult } from './measure.ts';
import type { Answers, Scored } from './scored.ts';
import type { Lesion, Summary } from '../lesions.ts';
import type { LesionOrder, TestOrder, TestReport } from './server.ts';

/** Seconds that a worker which has its digits may be silent: plain loops on a slow phone take less for 10,000 digits. */
const PATIENCE = 20;

const LOSSES: Readonly<Record<Loss, string>> = {
  'not started': 'The test cannot begin: the browser did not start its worker.',
  silent: 'The test stopped: its worker does not answer any more.',
  broken: 'The test stopped: its worker broke down.',
};

/** Thrown when a network was not tested; its message is for the reader. */
export class TestError extends Error {
  override readonly name = 'TestError';
}

/** A network tested: its scores, what was measured of them, and how long that took, in seconds. */
export interface Tested {
  readonly scored: Scored;
  readonly answers: Answers;
  readonly result: BenchResult;
  readonly seconds: number;
}

/** How the whole network reads the digits, and how it does with each lesion that was asked for. */
export interface Lesioned {
  readonly whole: Summary;
  readonly lesioned: readonly Summary[];
}

interface Waiting {
  readonly resolve: (report: Answer) => void;
  readonly reject: (error: TestError) => void;
}
/** A report that answers an order. */
type Answer = Exclude<TestReport, { readonly kind: 'digits' | 'failed' }>;

/**
 * The page's side of the test: scores networks on the 10,000 test digits, or reads these without some neurons, in a worker, which fetches them when it is first asked. A worker
 * that was lost is started again when next asked.
 */
export class TestClient {
  readonly #link: WorkerLink<TestOrder | LesionOrder, TestReport>;
  readonly #waiting = new Map<number, Waiting>();
  #digits: PackedDigits | null = null;
  #orders = 0;
  /** For each network that lesions were asked of the key that the worker knows it by. */
  readonly #keys = new WeakMap<Network, number>();

  constructor(tools: LinkTools) {
    this.#link = new WorkerLink(tools, {
      hear: (report) => this.#hear(report),
      lose: (loss) => this.#failAll(LOSSES[loss]),
      patience: PATIENCE,
      isAwaited: () => this.#waiting.size > 0,
    });
  }

  /** The digits that networks are tested on; null until they have come. */
  get digits(): PackedDigits | null {
    return this.#digits;
  }

  /** @throws TestError, as a rejection, with words for the reader; asked again it tries again */
  async test(network: Network): Promise<Tested> {
    const report = await this.#ask((id) => ({ id, network }));
    if (report.kind !== 'scores' || this.#digits === null) throw new TestError(LOSSES.broken);
    const { count, labels } = this.#digits;
    const { scores, answers, result, seconds } = report;
    return { scored: { count, labels, scores }, answers, result, seconds };
  }

  /** How a network reads the digits with each of some lesions. @throws as `test` does */
  async readWithout(network: Network, lesions: readonly Lesion[]): Promise<Lesioned> {
    const key = this.#keys.get(network) ?? ++this.#orders;
    this.#keys.set(network, key);
    const report = await this.#ask((id) => ({ id, network, key, lesions }));
    if (report.kind !== 'lesions') throw new TestError(LOSSES.broken);
    return report;
  }

  #ask(order: (id: number) => TestOrder | LesionOrder): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const id = ++this.#orders;
      this.#waiting.set(id, { resolve, reject });
      if (this.#link.start()) this.#link.post(order(id));
    });
  }

  /** Lets the worker go; who still waits hears nothing more. The digits stay. */
  dispose(): void {
    this.#waiting.clear();
    this.#link.end();
  }

  #hear(report: TestReport): void {
    if (report.kind === 'digits') {
      this.#digits = report.digits;
      return;
    }
    const waiting = this.#waiting.get(report.id);
    this.#waiting.delete(report.id);
    if (report.kind === 'failed') waiting?.reject(new TestError(report.message));
    else waiting?.resolve(report);
  }

  #failAll(message: string): void {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of all) reject(new TestError(message));
  }
}
