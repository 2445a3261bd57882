/**
 * The state of the figure of lesions, whole in one file: what is taken out, on which network, counted on which digits, and what was
 * guessed. Counting itself is `inside/lesions.ts` on a thousand digits, and the worker of `inside/bench` on all ten thousand.
 */
import type { TestClient } from '@/inside/bench/client.ts';
import { hitsIn, recallOf } from '@/inside/bench/confusion.ts';
import { type HeldAt, movedAnswers, readWithout, type Summary } from '@/inside/lesions.ts';
import type { Inside } from '@/islands/inside.ts';
import type { Network } from '@/network/network.ts';
import { oneOf, whole } from '@/reader/codec.ts';
import { type Chooser, lookedAt, worstOf } from '../looked-at.svelte.ts';
import { type All, countAll, lostBy, singleKey } from './count-all.ts';
import { type Cut, CUTS, cutNetwork, readCut } from './cut-weights.ts';
import { type Deed, type Done, keyOf, OURS, type Subject, WAYS } from './deeds.ts';

/** How many answers one has to choose from. */
const CHOICES = 4;

/** Where it begins. */
export interface LesionStart {
  /** Hidden layer, from 0. */
  readonly layer?: number;
  /** Those that are out, from 0; none if left out. */
  readonly out?: readonly number[];
  readonly at?: HeldAt;
  readonly cut?: Cut;
}

/** A network of the reader's, by the name they know it by. */
export interface Own {
  readonly name: string;
  readonly network: Network;
}

/** What the page lends. */
export interface LesionTools {
  /** What there is to see inside the explainer, and inside the classic network. Must stay the same. */
  readonly ours: Inside;
  readonly classic: Inside;
  readonly insideOf: (network: Network) => Promise<Inside>;
  /** The reader's own where its neurons can be shown; else null. */
  readonly own: () => Own | null;
  readonly reader: Chooser;
  readonly client: Pick<TestClient, 'readWithout' | 'test' | 'dispose'>;
}

/** A digit that was guessed to lose most without a neuron. */
interface Guess {
  readonly layer: number;
  readonly neuron: number;
  readonly at: HeldAt;
  readonly digit: number;
}

/** A network with neurons taken out, or weights, and how it reads then. */
export class LesionFigure {
  readonly #tools: LesionTools;
  readonly #start: Required<LesionStart>;

  #subject = $state<Subject>('explainer');
  #inside = $state.raw<Inside>() as Inside;
  /** What was counted on all digits of the network on show; null while a thousand count. */
  #all = $state.raw<All | null>(null);
  /** Whether all digits are to count. */
  #wantsAll = $state(false);
  #layer = $state(0);
  /** In a network whose neurons are not the reader's to choose. */
  #neuron = $state(0);
  #out = $state.raw<readonly number[]>([]);
  #past = $state.raw<readonly (readonly number[])[]>([]);
  #future = $state.raw<readonly (readonly number[])[]>([]);
  #at = $state<HeldAt>('zero');
  #cut = $state<Cut>('none');
  #guess = $state.raw<Guess | null>(null);
  /** What is on show; null while nothing is done. */
  #done = $state.raw<Done | null>(null);
  /** The cell of the matrix that is pointed at, label * 10 + answer; null while none is. */
  cell = $state<number | null>(null);
  /** What it waits for, for the reader; empty while it waits for nothing. */
  waiting = $state('');
  /** Why something did not come, for the reader; empty where all is well. */
  trouble = $state('');
  /** Counts what was begun, so that what was overtaken is not heeded. */
  #round = 0;

  constructor(tools: LesionTools, start: LesionStart = {}) {
    this.#tools = tools;
    const { layer = 0, out = [], at = 'zero', cut = 'none' } = start;
    this.#start = { layer, out, at, cut };
    this.#begin();
  }

  get subject(): Subject {
    return this.#subject;
  }
  get own(): Own | null {
    return this.#tools.own();
  }
  /** The network as it is on show: with its weights cut, where they are. */
  readonly network: Network = $derived.by(() => cutNetwork(this.#inside.network, this.cut));
  get sizes(): readonly number[] {
    return this.#inside.network.sizes;
  }
  /** How many hidden layers there are. */
  get depth(): number {
    return this.#inside.losses.length;
  }
  /** Hidden layer, from 0. */
  get layer(): number {
    return this.#layer;
  }
  /** How many neurons the layer has. */
  get count(): number {
    return this.#inside.network.layers[this.layer].nOut;
  }
  /** The neuron that is looked at, from 0: where the network has those that the reader chooses from, the same in all figures. */
  get neuron(): number {
    if (!this.#isShared) return Math.min(this.#neuron, this.count - 1);
    return lookedAt(this.#tools.reader, this.layer, this.#inside.losses[this.layer].zero);
  }
  get #isShared(): boolean {
    return this.#inside.network.sizes.join() === this.#tools.ours.network.sizes.join();
  }
  /** Those that are out, in order, from 0. */
  get out(): readonly number[] {
    return this.#out;
  }
  isOut(j: number): boolean {
    return this.#out.includes(j);
  }
  get at(): HeldAt {
    return this.#at;
  }
  get cut(): Cut {
    return this.#cut;
  }

  /** How many digits are counted on: a thousand, or ten thousand. */
  get digits(): number {
    return this.#all?.count ?? this.#inside.digits.length;
  }
  get hasAll(): boolean {
    return this.#all !== null;
  }
  /** How many digits of all are lost when neuron j alone is out, 0 to 1; below 0 where some are won. */
  lossOf(j: number, at: HeldAt = this.at): number {
    return (this.#all ?? this.#inside).losses[this.layer][at][j];
  }
  get before(): Summary {
    return this.#all?.whole ?? this.#inside.whole;
  }
  /** What was done and what came of it; null while all is in its place. */
  get done(): Done | null {
    return this.#done;
  }
  /** Whether something is on its way: a network, digits, or a count. */
  get isBusy(): boolean {
    return this.waiting !== '' || keyOf(this.#deed) !== keyOf(this.#done?.deed ?? null);
  }
  /** (10, 10) row-major: answers after less answers before. */
  readonly moved: Int32Array = $derived.by(() =>
    this.done ? movedAnswers(this.before, this.done.after) : new Int32Array(100),
  );

  /** How it reads when the neuron that is looked at is out alone. */
  readonly alone: Summary = $derived.by(() => {
    const { layer, neuron, at } = this;
    const known = this.#all?.known.get(singleKey(layer, at, neuron));
    return known ?? readWithout(this.#inside.activity, { layer, neurons: [neuron], at });
  });
  /** The digits to choose from: the one that loses most without the neuron, and those that excite it most. Rising. */
  readonly choices: readonly number[] = $derived.by(() => {
    const lost = lostBy(this.before, this.alone);
    const worst = lost.indexOf(Math.max(...lost));
    const { zs, nOut } = this.#inside.activity.layers[this.layer];
    const { labels } = this.#inside.activity;
    const sums = new Float64Array(10);
    labels.forEach((label, i) => (sums[label] += zs[i * nOut + this.neuron]));
    const byZ = [...sums.keys()].sort((one, other) => sums[other] - sums[one]);
    const others = byZ.filter((digit) => digit !== worst).slice(0, CHOICES - 1);
    return [worst, ...others].sort((one, other) => one - other);
  });
  /** The digit that was guessed to lose most without the neuron that is looked at; null where none was. */
  get guess(): number | null {
    const { layer, neuron, at } = this;
    const made = this.#guess;
    const holds = made?.layer === layer && made.neuron === neuron && made.at === at;
    return holds ? made.digit : null;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }
  get canReset(): boolean {
    const { layer, out, at, cut } = this.#start;
    return (
      this.subject !== 'explainer' ||
      this.layer !== layer ||
      this.#out.join() !== out.join() ||
      this.#at !== at ||
      this.#cut !== cut ||
      this.canUndo ||
      this.canRedo ||
      this.#guess !== null ||
      this.#wantsAll ||
      this.cell !== null ||
      this.waiting !== '' ||
      this.trouble !== ''
    );
  }
  reset(): void {
    this.#begin();
  }
  #begin(): void {
    this.#round++;
    const { layer, out, at, cut } = this.#start;
    this.#subject = 'explainer';
    this.#inside = this.#tools.ours;
    this.#all = null;
    this.#wantsAll = false;
    this.#layer = layer;
    this.#neuron = 0;
    this.#out = out;
    this.#at = at;
    this.#cut = cut;
    this.#forget();
    this.waiting = '';
    this.trouble = '';
    this.cell = null;
    this.#see();
  }
  /** Nothing to undo, and nothing guessed. */
  #forget(): void {
    this.#past = [];
    this.#future = [];
    this.#guess = null;
  }

  /** Puts another network there, whole: at once where it is ours and a thousand digits count. Else what was there stays until it has come. */
  async put(subject: Subject): Promise<void> {
    if (subject === 'own' || this.#wantsAll) return this.#turnTo(subject, this.#wantsAll);
    this.#round++;
    this.waiting = '';
    this.trouble = '';
    this.#show(subject, this.#ourInside(subject), null);
  }
  /** Counts on all test digits from now on; they are fetched where they are not here. */
  countAll(): Promise<void> {
    return this.#turnTo(this.subject, true);
  }
  async #turnTo(subject: Subject, wantsAll: boolean): Promise<void> {
    const round = ++this.#round;
    this.trouble = '';
    this.waiting = wantsAll && !this.hasAll ? 'The digits are on their way.' : 'It is on its way.';
    try {
      const own = this.own?.network;
      const isOwn = subject === 'own' && own !== undefined;
      const inside = isOwn ? await this.#tools.insideOf(own) : this.#ourInside(subject);
      const all = wantsAll ? await countAll(this.#tools.client, inside.network) : null;
      if (round !== this.#round) return;
      this.#show(subject, inside, all);
    } catch (error) {
      if (round !== this.#round) return;
      this.trouble = error instanceof Error ? error.message : String(error);
    }
    this.waiting = '';
  }
  #ourInside(subject: Subject): Inside {
    return subject === 'classic' ? this.#tools.classic : this.#tools.ours;
  }
  #show(subject: Subject, inside: Inside, all: All | null): void {
    if (inside !== this.#inside) {
      this.#layer = 0;
      this.#neuron = worstOf(inside.losses[0].zero);
      this.#out = [];
      this.#forget();
    }
    this.#subject = subject;
    this.#inside = inside;
    this.#all = all;
    this.#wantsAll = all !== null;
    this.#see();
  }

  /** Lets the worker go. */
  dispose(): void {
    this.#round++;
    this.#tools.client.dispose();
  }

  /** Goes to another hidden layer, with all of its neurons in place. Any other does nothing. */
  choose(layer: number): void {
    if (layer === this.#layer || this.#inside.losses[layer] === undefined) return;
    this.#layer = layer;
    this.#neuron = worstOf(this.#inside.losses[layer].zero);
    this.#out = [];
    this.#forget();
    this.#see();
  }
  /** Looks at a neuron of the layer. Any other does nothing. */
  look(j: number): void {
    if (!this.#has(j)) return;
    if (this.#isShared) this.#tools.reader.chooseNeuron({ layer: this.layer + 1, index: j });
    else this.#neuron = j;
  }
  hold(at: HeldAt): void {
    this.#at = at;
    this.#see();
  }
  /** Takes a neuron out, or puts it back. */
  toggle(j: number = this.neuron): void {
    if (!this.#has(j)) return;
    this.#guess = null;
    this.#take(this.isOut(j) ? this.#out.filter((other) => other !== j) : [...this.#out, j]);
  }
  /** Puts all back. */
  putBack(): void {
    this.#guess = null;
    this.#take([]);
  }
  /** Guesses which digit loses most without the neuron that is looked at, and takes it out alone. */
  predict(digit: number): void {
    const { layer, neuron, at } = this;
    this.#take([neuron]);
    this.#guess = { layer, neuron, at, digit };
  }
  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#future = [...this.#future, this.#out];
    this.#past = this.#past.slice(0, -1);
    this.#return(before);
  }
  redo(): void {
    const next = this.#future.at(-1);
    if (next === undefined) return;
    this.#past = [...this.#past, this.#out];
    this.#future = this.#future.slice(0, -1);
    this.#return(next);
  }
  #return(out: readonly number[]): void {
    this.#guess = null;
    this.#cut = 'none';
    this.#out = out;
    this.#see();
  }
  #take(out: readonly number[]): void {
    const next = [...out].sort((one, other) => one - other);
    this.#cut = 'none';
    if (next.join() !== this.#out.join()) {
      this.#past = [...this.#past, this.#out];
      this.#future = [];
      this.#out = next;
    }
    this.#see();
  }
  /** Cuts weights of layer 1 down, with all neurons in their places. */
  cutWeights(cut: Cut): void {
    if (this.#out.length > 0) this.#take([]);
    this.#guess = null;
    this.#cut = cut;
    this.#see();
  }

  /** What is to be on show now. */
  get #deed(): Deed | null {
    if (this.#cut !== 'none') return { kind: 'weights', cut: this.#cut };
    const { layer, out: neurons, at } = this;
    return neurons.length === 0 ? null : { kind: 'neurons', layer, neurons, at };
  }
  /** Shows what follows from what is done: at once on a thousand digits; on all of them as soon as the worker has counted. */
  #see(): void {
    const deed = this.#deed;
    const all = this.#all;
    if (deed === null) this.#done = null;
    else if (all === null) this.#done = { deed, after: this.#ofThousand(deed) };
    else {
      const key = keyOf(deed);
      const known = all.known.get(key);
      if (known) this.#done = { deed, after: known };
      else void this.#ask(deed, all, key);
    }
  }
  #ofThousand(deed: Deed): Summary {
    if (deed.kind === 'neurons') return readWithout(this.#inside.activity, deed);
    return readCut(this.network, this.#inside.digits);
  }
  async #ask(deed: Deed, all: All, key: string): Promise<void> {
    const { client } = this.#tools;
    try {
      if (deed.kind === 'neurons') {
        const { lesioned } = await client.readWithout(all.network, [deed]);
        all.known.set(key, lesioned[0]);
      } else {
        const { result } = await client.test(cutNetwork(all.network, deed.cut));
        const confusion = Uint32Array.from(result.confusion);
        const accuracy = hitsIn(confusion) / result.count;
        all.known.set(key, { accuracy, recall: recallOf(confusion), confusion });
      }
      const now = this.#deed;
      if (all === this.#all && now !== null && keyOf(now) === key) this.#see();
    } catch (error) {
      if (all !== this.#all) return;
      // A thousand digits are always here.
      this.#all = null;
      this.#wantsAll = false;
      this.trouble = error instanceof Error ? error.message : String(error);
      this.#see();
    }
  }

  toLink(): Record<string, string> {
    const { layer, out, at, cut } = this.#start;
    const link: Record<string, string> = {};
    const isOther = this.subject === 'classic';
    const isMoved = isOther || this.layer !== layer;
    if (isOther) link['net'] = this.subject;
    if (isMoved) link['l'] = String(this.layer + 1);
    if (isMoved || this.#out.join() !== out.join()) {
      link['out'] = this.#out.length === 0 ? '0' : this.#out.map((j) => j + 1).join('-');
    }
    if (isOther) link['n'] = String(this.neuron + 1);
    if (this.#at !== at) link['at'] = this.#at;
    if (this.#cut !== cut) link['cut'] = this.#cut;
    return link;
  }
  fromLink(params: Readonly<Record<string, string | undefined>>): void {
    void this.put(oneOf(params['net'], OURS) ?? this.subject);
    this.#at = oneOf(params['at'], WAYS) ?? this.#at;
    this.choose((whole(params['l'], 1, this.depth) ?? this.layer + 1) - 1);
    if (!this.#isShared) this.look((whole(params['n'], 1, this.count) ?? this.neuron + 1) - 1);
    const named = params['out']?.split('-').map((one) => whole(one, 0, this.count));
    if (named && !named.includes(null)) {
      const out = named.map((j) => (j ?? 0) - 1).filter((j) => this.#has(j));
      this.#out = out.filter((j, i) => out.indexOf(j) === i).sort((one, other) => one - other);
    }
    this.#cut = oneOf(params['cut'], CUTS) ?? this.#cut;
    if (this.#cut !== 'none') this.#out = [];
    this.#see();
  }

  #has(j: number): boolean {
    return Number.isInteger(j) && j >= 0 && j < this.count;
  }
}
