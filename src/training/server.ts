import { addressOf, type Chunks, type Fetch } from './chunks.ts';
import type { Engine } from './engine.ts';
import type { Goal, Order, Progress, Report } from './messages.ts';
import { readPlan } from './plan.ts';
import { type Point, Run } from './run.ts';
import { Supply } from './supply.ts';

/** What the worker lends to the training. */
export interface ServerTools {
  readonly fetch: Fetch;
  readonly chunks: Chunks;
  /** Where the digits lie, with a slash at its end. */
  readonly folder: string;
  readonly createEngine: () => Promise<Engine>;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** Lets whatever waits have its turn, orders above all. */
  readonly breathe: () => Promise<void>;
  /** @param transfer what need not be copied, since nobody here uses it any more */
  readonly post: (report: Report, transfer: Transferable[]) => void;
}

/**
 * So long it works before it listens for orders, and so often it says how far it is; in milliseconds. A download needs its ear more
 * often: the browser hands it over in many small pieces.
 */
const SPELL = 20;
const SPELL_WHILE_LOADING = 4;
const TELL = 100;

/** The open run, and what it has been told to do. */
interface Job {
  readonly id: number;
  readonly run: Run;
  turn: number;
  /** Whether it has to say so when it comes to rest: at the end of `epoch`, or after so many `steps`. */
  isGoing: boolean;
  epoch: number;
  steps: number;
  /** How many mini-batches it takes at a time. */
  batches: number;
  /** The test under way, and whether the network has been tested as it stands. */
  test: Generator<void, Omit<Point, 'seconds'>> | null;
  isTested: boolean;
  isToldToWait: boolean;
  /** Milliseconds of training: in all, and in this epoch, in which it learned from so many digits. */
  spent: number;
  spentNow: number;
  learnedNow: number;
  toldAt: number;
}

/** The worker's side of the training: takes orders, carries them out a little at a time, and reports. */
export class Server {
  readonly #tools: ServerTools;
  readonly #supply: Supply;
  #engine: Engine | null = null;
  #job: Job | null = null;
  #isWorking = false;
  #orders = Promise.resolve();
  /** Files that were lent, by their addresses, until they are unpacked. */
  readonly #lent = new Map<string, ArrayBuffer>();

  constructor(tools: ServerTools) {
    this.#tools = tools;
    this.#supply = new Supply({
      fetch: (url, options) => {
        const bytes = this.#lent.get(url);
        if (bytes === undefined) return tools.fetch(url, options);
        this.#lent.delete(url);
        return Promise.resolve(new Response(bytes));
      },
      chunks: tools.chunks,
      folder: tools.folder,
      take: (set, digits) => this.#engine?.add(set, digits),
      tell: () => {
        this.#tellDigits();
        void this.#work();
      },
    });
  }

  /** Takes an order. They are carried out one after the other; a ping is answered at once. */
  take(order: Order): void {
    if (order.kind === 'ping') this.#post({ kind: 'alive' });
    else this.#orders = this.#orders.then(() => this.#carryOut(order));
  }

  async #carryOut(order: Exclude<Order, { kind: 'ping' }>): Promise<void> {
    const job = this.#job;
    switch (order.kind) {
      case 'start':
        this.#close();
        await this.#open(order);
        break;
      case 'go':
        if (job?.id === order.run) this.#go(job, order.goal, order.turn);
        break;
      case 'pause':
        if (job?.id === order.run) Object.assign(job, { turn: order.turn, steps: 0 });
        break;
      case 'stop':
        this.#close();
        this.#supply.stop();
        break;
      case 'lend':
        this.#lent.set(addressOf(this.#tools.folder, order.name), order.bytes);
        break;
      case 'load':
        if (job) this.#supply.load(job.run.plan.count);
    }
    void this.#work();
  }

  async #open(order: Order & { kind: 'start' }): Promise<void> {
    try {
      if (!this.#engine) {
        this.#engine = await this.#tools.createEngine();
        this.#post({ kind: 'engine', name: this.#engine.name });
      }
      const plan = readPlan(order.plan);
      const run = new Run(plan, this.#engine, order.from ?? undefined);
      this.#job = {
        ...{ id: order.run, run, turn: 0, isGoing: false, epoch: 0, steps: 0, batches: 1 },
        ...{ test: null, isTested: run.epoch > 0, isToldToWait: false },
        ...{ spent: 1000 * order.seconds, spentNow: 0, learnedNow: 0, toldAt: 0 },
      };
      this.#supply.load(plan.count);
      this.#tellDigits();
    } catch (error) {
      this.#post({ kind: 'failed', run: order.run, message: messageOf(error) });
    }
  }

  #close(): void {
    this.#job?.run.close();
    this.#job = null;
  }

  #go(job: Job, goal: Goal, turn: number): void {
    job.turn = turn;
    job.isGoing = true;
    job.isToldToWait = false;
    job.steps = goal === 'step' ? 1 : Infinity;
    if (goal === 'epoch') job.epoch = job.run.epoch + 1;
    else job.epoch = typeof goal === 'object' ? goal.epoch : job.run.plan.epochs;
  }

  /** Works until there is nothing to do for now. */
  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    while (this.#doSpell()) await this.#tools.breathe();
    this.#isWorking = false;
  }

  /** @returns whether there is more to do */
  #doSpell(): boolean {
    if (this.#supply.isUnpacking) return false; // tell() comes when it is done
    const end = this.#tools.now() + (this.#supply.isLoading ? SPELL_WHILE_LOADING : SPELL);
    try {
      while (this.#job && this.#doSome(this.#job)) if (this.#tools.now() >= end) return true;
    } catch (error) {
      if (this.#job) this.#post({ kind: 'failed', run: this.#job.id, message: messageOf(error) });
      this.#close();
    }
    return false;
  }

  /** Does a little of the job: a portion of a test, or some mini-batches. @returns whether there is more to do */
  #doSome(job: Job): boolean {
    const { run } = job;
    const rests = run.isDone || job.steps === 0 || (run.step === 0 && run.epoch >= job.epoch);
    if (!job.isTested && run.canBeTested && (rests || run.step === 0)) {
      this.#test(job);
      return true;
    }
    if (rests) {
      if (job.isGoing) {
        this.#post({ kind: 'rest', run: job.id, turn: job.turn, isDone: run.isDone });
      }
      job.isGoing = false;
      return false;
    }
    if (run.isWaiting) {
      if (!job.isToldToWait) this.#post({ kind: 'waiting', run: job.id });
      job.isToldToWait = true;
      return false;
    }
    this.#learn(job);
    return true;
  }

  #test(job: Job): void {
    const { run } = job;
    job.test ??= run.test();
    const portion = job.test.next();
    if (!portion.done) return;
    job.test = null;
    job.isTested = true;
    const checkpoint = run.step === 0 ? run.checkpoint : null;
    const numbers = checkpoint?.network.layers.flatMap(({ weights, biases }) => [weights, biases]);
    this.#post(
      {
        ...{ kind: 'measured', run: job.id, progress: this.#progressOf(job), checkpoint },
        point: { ...portion.value, seconds: job.spent / 1000 },
      },
      numbers?.map(({ buffer }) => buffer),
    );
  }

  #learn(job: Job): void {
    const { run } = job;
    if (run.step === 0) job.spentNow = job.learnedNow = 0;
    job.test = null;
    job.isTested = job.isToldToWait = false;
    const most = Math.min(job.batches, job.steps);
    const begun = this.#tools.now();
    job.learnedNow += run.learn(most);
    const now = this.#tools.now();
    job.spent += now - begun;
    job.spentNow += now - begun;
    job.steps -= most;
    const spell = this.#supply.isLoading ? SPELL_WHILE_LOADING : SPELL;
    if (now - begun < spell / 2) job.batches = Math.min(2 * job.batches, run.plan.count);
    else if (now - begun > 2 * spell) job.batches = Math.ceil(job.batches / 2);
    if (run.step === 0 || now - job.toldAt < TELL) return;
    job.toldAt = now;
    this.#post({ kind: 'progress', run: job.id, progress: this.#progressOf(job) });
  }

  #progressOf({ run, spent, spentNow, learnedNow }: Job): Progress {
    return {
      ...{ epoch: run.epoch, step: run.step, count: run.count, seconds: spent / 1000 },
      pace: spentNow > 0 ? (1000 * learnedNow) / spentNow : 0,
    };
  }

  #tellDigits(): void {
    const train = this.#engine?.count('train') ?? 0;
    const test = this.#engine?.count('test') ?? 0;
    this.#post({ kind: 'digits', train, test, trouble: this.#supply.trouble });
  }

  #post(report: Report, transfer: Transferable[] = []): void {
    this.#tools.post(report, transfer);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong.';
}
