import { untrack } from 'svelte';
import { picture } from '@/digits/packed.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import { TestClient, type Tested } from '@/inside/bench/client.ts';
import { fullestCell, hitsIn } from '@/inside/bench/confusion.ts';
import { type BenchResult, type Reading, readingsIn } from '@/inside/bench/measure.ts';
import { type RecordedNetwork, SHOWN } from '@/inside/bench/record.ts';
import type { Bench } from '@/islands/bench.ts';
import type { Network } from '@/network/network.ts';
import { oneOf, whole } from '@/reader/codec.ts';
import { MODEL_NAMES, type ModelName } from '@/training/recipes.ts';
import type { LinkTools } from '@/training/worker-link.ts';

/** A network that can be put on the bench: one of the site's, or the reader's own. */
export type Subject = ModelName | 'own';

/** Bands of the figure; a phone shows one at a time. */
export const PARTS = ['mistakes', 'not-sure', 'trust', 'test'] as const;
export type Part = (typeof PARTS)[number];

/** A network of the reader's, by the name they know it by. */
export interface Own {
  readonly name: string;
  readonly network: Network;
}

/** Where it begins. */
export interface TestBenchStart {
  readonly subject?: ModelName;
  /** The cell of the matrix that is open, label * 10 + answer; the one with the most mistakes if left out. */
  readonly cell?: number;
  /** In hundredths. */
  readonly threshold?: number;
  readonly part?: Part;
}

/** What the page lends. */
export interface TestBenchTools {
  readonly link: LinkTools;
  readonly bench: Bench;
  /** Fetches a network of the site, once. */
  readonly load: (name: ModelName) => Promise<Network>;
  /** The reader's own; null while there is none. */
  readonly own: () => Own | null;
}

/** A network scored here on all digits. */
interface Live {
  readonly subject: Subject;
  readonly network: Network;
  readonly tested: Tested;
}

const FIRST_THRESHOLD = 60;

/** The test bench: which network is on it, what was measured of it, and what is looked at. */
export class TestBench {
  readonly #tools: TestBenchTools;
  readonly #start: Required<Omit<TestBenchStart, 'cell'>> & { readonly cell: number | null };
  readonly #client: TestClient;

  /** Whose numbers are shown. */
  subject = $state<Subject>('classic');
  #cell = $state<number | null>(null);
  #chosen = $state<number | null>(null);
  /** Below this score it says "not sure": in hundredths, 0 to 99. */
  threshold = $state(FIRST_THRESHOLD);
  part = $state<Part>('mistakes');
  /** Whether a phone shows the digits of the cell that come after the first three rows, in their place. */
  isRest = $state(false);
  /** The network that is on its way onto the bench; null while none is. */
  awaited = $state<Subject | null>(null);
  /** Why the last test came to nothing, for the reader; empty where it did not. */
  trouble = $state('');
  #live = $state.raw<Live | null>(null);
  #hasDigits = $state(false);
  /** Counts tests, so that one that was overtaken is not heeded. */
  #round = 0;

  constructor(tools: TestBenchTools, start: TestBenchStart = {}) {
    this.#tools = tools;
    this.#client = new TestClient(tools.link);
    this.#start = {
      subject: start.subject ?? 'classic',
      cell: start.cell ?? null,
      threshold: start.threshold ?? FIRST_THRESHOLD,
      part: start.part ?? 'mistakes',
    };
    this.#begin();
  }

  /** Bytes of the file of all digits. */
  get bytes(): number {
    return this.#tools.bench.record.bytes;
  }
  /** Whether all 10,000 digits are here. */
  get hasDigits(): boolean {
    return this.#hasDigits;
  }
  /** What it waits for, in words; empty where it waits for nothing. */
  get waiting(): string {
    if (this.awaited === null) return '';
    return this.#hasDigits ? 'It is being tested.' : 'The digits are on their way.';
  }
  get own(): Own | null {
    return this.#tools.own();
  }

  /** What was measured when the site was made of the network on show; undefined for the reader's own. */
  get #recorded(): RecordedNetwork | undefined {
    return this.#tools.bench.record.networks.find(({ name }) => name === this.subject);
  }
  get result(): BenchResult {
    return (
      this.#shownLive?.tested.result ??
      (this.#recorded ?? this.#tools.bench.record.networks[0]).result
    );
  }
  /** Layers of the network on show. */
  get sizes(): readonly number[] {
    return (this.#shownLive?.network ?? this.#recorded ?? this.#tools.bench.record.networks[0])
      .sizes;
  }
  get #shownLive(): Live | null {
    return this.#live?.subject === this.subject ? this.#live : null;
  }
  /** Seconds that the test of the network on show took here; null where it was measured when the site was made. */
  get seconds(): number | null {
    return this.#shownLive?.tested.seconds ?? null;
  }

  /** The cell that is open, label * 10 + answer. */
  get cell(): number {
    return this.#cell ?? this.fullest;
  }
  /** The cell with the most mistakes of the network on show. */
  get fullest(): number {
    return fullestCell(this.result.confusion);
  }
  /** How many digits lie in the open cell. */
  get inCell(): number {
    return this.result.confusion[this.cell];
  }

  /** The digits of the open cell, SHOWN at most; null where they have not come yet. */
  readonly readings: readonly Reading[] | null = $derived.by(() => {
    const live = this.#shownLive;
    if (this.inCell === 0) return [];
    if (live) {
      const { scored, answers } = live.tested;
      return readingsIn(scored, answers, this.cell).slice(0, SHOWN);
    }
    return this.#recorded?.cell === this.cell ? this.#recorded.readings : null;
  });
  /** The digit of the sheet that is looked at. */
  get chosen(): Reading | null {
    const { readings } = this;
    return readings?.find(({ index }) => index === this.#chosen) ?? readings?.[0] ?? null;
  }

  /** How many are answered at the threshold, and how many of those rightly. */
  get answered(): { readonly answered: number; readonly right: number } {
    const { answered, right } = this.result;
    return { answered: answered[this.threshold], right: right[this.threshold] };
  }
  /** Whether it would be held back: its network says "not sure" of it. */
  isHeld({ top }: Reading): boolean {
    return top < this.threshold / 100;
  }
  get mistakes(): number {
    return this.result.count - hitsIn(this.result.confusion);
  }

  /** Whether anything has changed that Reset would take back. */
  get canReset(): boolean {
    const { subject, threshold, part, cell } = this.#start;
    return (
      this.subject !== subject ||
      this.threshold !== threshold ||
      this.part !== part ||
      this.#cell !== cell ||
      this.#chosen !== null ||
      this.isRest ||
      this.awaited !== null ||
      this.trouble !== ''
    );
  }

  /** Back to its first state. Digits that have come stay. */
  reset(): void {
    this.#round++;
    this.awaited = null;
    this.trouble = '';
    this.#live = null;
    this.#begin();
  }

  #begin(): void {
    const { subject, cell, threshold, part } = this.#start;
    this.subject = subject;
    this.#cell = cell;
    this.#chosen = null;
    this.threshold = threshold;
    this.part = part;
    this.isRest = false;
  }

  /** Opens a cell of the matrix; where the digits are here, its own come at once. Any number else does nothing. */
  open(cell: number): void {
    if (!Number.isInteger(cell) || cell < 0 || cell >= 100 || cell === this.cell) return;
    this.#cell = cell;
    this.#chosen = null;
    this.isRest = false;
    if (this.readings === null && this.#hasDigits && this.awaited === null) void this.test();
  }

  /** Looks at a digit of the sheet, by its place in the set. */
  choose(index: number): void {
    if (this.chosen?.index !== index) this.#chosen = index;
  }

  /** Puts a network on the bench. The reader's own appears once it was tested; until then what was there stays. */
  put(subject: Subject): void {
    this.trouble = '';
    if (subject !== 'own') this.#show(subject);
    if (subject === 'own' || this.#hasDigits) void this.test(subject);
    else this.#giveUp();
  }

  /** The reader's own is another one now, or none: where it is on the bench, it is tested anew, or gives way to ours. */
  follow(own: Own | null): void {
    if (this.subject !== 'own' || this.#live?.network === own?.network) return;
    if (own === null) this.#show(this.#start.subject);
    else if (untrack(() => this.awaited) === null) void this.test('own');
  }

  /** Fetches the digits, where they are not here, and tests a network on them; the one on show if left out. */
  async test(subject: Subject = this.subject): Promise<void> {
    const round = ++this.#round;
    this.trouble = '';
    this.awaited = subject;
    try {
      const network = await this.#networkOf(subject);
      const tested = await this.#client.test(network);
      this.#hasDigits = true;
      if (round !== this.#round) return;
      this.#live = { subject, network, tested };
      this.#show(subject);
    } catch (error) {
      if (round !== this.#round) return;
      this.trouble = error instanceof Error ? error.message : String(error);
    }
    this.awaited = null;
  }

  /** A digit of the set with its picture, where it is here. */
  digitAt({ index, label }: Pick<Reading, 'index' | 'label'>): GivenDigit | undefined {
    const { digits } = this.#client;
    if (digits) return { index, label, pixels: picture(digits, index) };
    return this.#tools.bench.digits.find((digit) => digit.index === index);
  }
  /** Where a digit stands in /digits/bench.png; -1 where it does not. */
  placeInPicture({ index }: Pick<Reading, 'index'>): number {
    return this.#tools.bench.digits.findIndex((digit) => digit.index === index);
  }
  get picturesCount(): number {
    return this.#tools.bench.digits.length;
  }

  /** Lets the worker go. */
  dispose(): void {
    this.#round++;
    this.#client.dispose();
  }

  toLink(): Record<string, string> {
    const link: Record<string, string> = {};
    const { subject, cell, threshold, part } = this.#start;
    if (this.subject !== subject && this.subject !== 'own') link['net'] = this.subject;
    if (this.#cell !== cell) link['cell'] = String(this.cell);
    if (this.#chosen !== null) link['digit'] = String(this.#chosen);
    if (this.threshold !== threshold) link['t'] = String(this.threshold);
    if (this.part !== part) link['part'] = this.part;
    return link;
  }
  fromLink(params: Readonly<Record<string, string | undefined>>): void {
    this.subject = oneOf(params['net'], MODEL_NAMES) ?? this.subject;
    this.#cell = whole(params['cell'], 0, 99) ?? this.#cell;
    this.#chosen = whole(params['digit'], 0, this.result.count - 1);
    this.threshold = whole(params['t'], 0, 99) ?? this.threshold;
    this.part = oneOf(params['part'], PARTS) ?? this.part;
  }

  #show(subject: Subject): void {
    if (subject === this.subject) return;
    this.subject = subject;
    this.#cell = null;
    this.#chosen = null;
    this.isRest = false;
  }

  /** What was awaited is not wanted any more. */
  #giveUp(): void {
    this.#round++;
    this.awaited = null;
  }

  async #networkOf(subject: Subject): Promise<Network> {
    if (subject !== 'own') return this.#tools.load(subject);
    const own = this.#tools.own();
    if (own === null) throw new Error('There is no network of your own yet.');
    return own.network;
  }
}
