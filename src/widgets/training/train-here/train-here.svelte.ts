/** Long because it is the whole of the flagship's state: the plan, the run in training, the thirty, what is kept, and what of it one looks at. */
import { TrainingClient } from '@/training/client.ts';
import { deviceLimits, type DeviceLimits } from '@/training/etas/device-limits.ts';
import { EtaRuns, type EtaState, IDLE, stoppedPlan } from '@/training/etas/eta-runs.ts';
import type { EtaSet } from '@/training/etas/eta-set.ts';
import { cliffOf } from '@/training/etas/etas.ts';
import type { Goal } from '@/training/messages.ts';
import { LIMITS } from '@/training/plan.ts';
import { endedRun } from '@/training/runs/record.ts';
import { rebuild, type SharedNetwork } from '@/training/runs/shared.ts';
import { canGo, initialState, type TrainingState } from '@/training/state.ts';
import { ReaderShelf } from '@/reader/shelf.svelte.ts';
import type { ShelfDisk } from '@/reader/shelf-disk.ts';
import { whole } from '@/reader/codec.ts';
import { type Download, missing } from '../download.ts';
import {
  type Draft,
  draftFaults,
  draftOf,
  FIRST,
  isSameDraft,
  isSamePlan,
  planOf,
} from './plan-draft.ts';
import {
  readDraft,
  readLook,
  readSharedText,
  sharedTextOf,
  writeDraft,
  writeLook,
} from './plan-text.ts';
import { type Choice, type HereTools, type Part, type Slot, UNDO } from './here-tools.ts';
import { OUR_SET, OURS } from './ours.ts';
import { Redrawing } from '@/islands/redrawing.ts';
import { pointAt, type Row, rowOfEta, rowOfRecord, rowOfState } from './rows.ts';

/** The training figure. It knows no page: what it needs of one is lent by `open`. */
export class TrainHere {
  /** What stands in the sentence. */
  draft = $state.raw<Draft>(FIRST);
  /** The run in training, as it was last drawn. */
  run = $state.raw<TrainingState>(initialState(null));
  /** The thirty in training, as they were last drawn. */
  etaState = $state.raw<EtaState>(IDLE);
  /** Null: the newest. */
  choice = $state.raw<Choice | null>(null);
  /** The epoch that is looked at; null for the newest. */
  epoch = $state<number | null>(null);
  /** Which slot of the sentence is open. */
  openSlot = $state<Slot | null>(null);
  /** Whether the weights themselves are shown, and not how they have changed; and which neuron is open. */
  isWhole = $state(false);
  openNeuron = $state<number | null>(null);
  /** The neuron that the cursor is on. */
  cell = $state<number | null>(null);
  /** What a phone shows below the plots. */
  part = $state<Part>('neurons');
  /** Whether it is open: before the script has come, the page can only show it. */
  isReady = $state(false);
  /** A network that a link asks for, until the reader has it trained again; and what came of that. */
  shared = $state.raw<SharedNetwork | null>(null);
  verdict = $state('');
  /** How often it was reset. */
  resets = $state(0);

  readonly shelf: ReaderShelf;
  readonly faults = $derived(draftFaults(this.draft));
  readonly isGood = $derived(Object.keys(this.faults).length === 0);
  readonly isOpen = $derived(canGo(this.run));
  readonly isRunning = $derived(this.run.phase === 'running');
  /** Whether it waits for digits that did not come: it begins with all of them, or not at all. */
  readonly isBlocked = $derived(this.isRunning && this.run.digits.trouble !== null);
  readonly areEtasBusy = $derived(
    this.etaState.phase === 'running' || this.etaState.phase === 'fetching',
  );
  /** Whether the run under way is that of the sentence. */
  readonly isOfDraft = $derived(
    this.isGood && this.run.plan !== null && isSamePlan(this.run.plan, planOf(this.draft)),
  );

  /** The letter that the run in training got on the shelf; null until then. */
  #filed = $state<string | null>(null);
  readonly liveLetter: string = $derived.by(() => {
    const { plan } = this.run;
    const again = this.shelf.runs.find((run) => plan !== null && isSamePlan(run.plan, plan));
    return this.#filed ?? again?.letter ?? this.shelf.nextLetter;
  });

  /** The runs that can be looked at, in the order of their letters; ours alone where there is no other. */
  readonly rows: readonly Row[] = $derived.by(() => {
    const kept = this.shelf.runs.map(rowOfRecord);
    const live = rowOfState(this.liveLetter, this.run);
    const at = kept.findIndex(({ letter }) => letter === live?.letter);
    if (live && at >= 0) kept[at] = { ...live, record: live.end === null ? null : kept[at].record };
    else if (live) kept.push(live);
    return kept.length > 0 ? kept : [OURS];
  });
  readonly isOurs = $derived(this.rows[0] === OURS);

  /** The thirty that are shown; null where none were trained. */
  readonly set: Omit<EtaSet, 'engine'> | null = $derived.by(() => {
    const { plan, etas, runs, seconds } = this.etaState;
    if (plan !== null) return { plan, etas, runs, seconds };
    return this.shelf.thirty ?? (this.isOurs ? OUR_SET : null);
  });
  readonly cliff = $derived(
    cliffOf(this.set?.runs.map((run) => run?.points.at(-1)?.test.accuracy ?? null) ?? []),
  );

  /** The run that is looked at. */
  readonly row: Row = $derived.by(() => {
    const { choice, rows, set } = this;
    const eta = choice?.kind === 'eta' ? set?.runs[choice.index] : null;
    if (set && eta) return rowOfEta(set, eta, set === OUR_SET);
    const live = this.run.plan === null ? null : this.liveLetter;
    const wanted = choice?.kind === 'run' ? choice.letter : live;
    return rows.find(({ letter }) => letter === wanted) ?? rows[rows.length - 1];
  });
  /** Where on its curve. */
  readonly point = $derived(pointAt(this.row.points, this.epoch));
  /** Whether the run that is looked at is the one that the page trains or has just trained: its network on its way is here. */
  readonly isLive = $derived(
    this.run.plan !== null && this.row.letter === this.liveLetter && this.row.standing !== 'thirty',
  );

  /** Whether the run that is looked at has the plan of the sentence, and was trained here. */
  readonly isOfRow = $derived(
    this.isGood && this.row.standing === 'kept' && isSamePlan(this.row.plan, planOf(this.draft)),
  );

  readonly #download: Download;
  #client: TrainingClient | null = null;
  #etas: EtaRuns | null = null;
  #limits: (count: number) => DeviceLimits = (count) => ({ workers: 1, count, words: null });
  /** What has come since the last drawing. */
  #next: TrainingState | null = null;
  #nextEtas: EtaState | null = null;
  readonly #redrawing = new Redrawing(() => this.#draw());
  #undo: ReturnType<typeof setTimeout> | null = null;
  /** Whether a link has said what the sentence says. */
  #isLinked = false;
  /** The runs that have been put on the shelf, by their numbers. */
  #done = 0;

  constructor(download: Download, disk: ShelfDisk) {
    this.#download = download;
    this.shelf = new ReaderShelf(disk);
  }

  /** Goes to work. @returns ends it */
  open(tools: HereTools): () => void {
    const client = new TrainingClient(tools.client);
    this.#client = client;
    this.#limits = (count) => deviceLimits(tools.device(), count);
    const etas = new EtaRuns({ ...tools.etas, workers: this.#limits(this.draft.count).workers });
    this.#etas = etas;
    this.run = client.state;
    client.watch((state) => this.#hear(state));
    etas.watch((state) => this.#hearEtas(state));
    const endShelf = this.shelf.begin();
    this.isReady = true;
    return () => {
      client.dispose();
      etas.dispose();
      endShelf();
      this.#redrawing.end();
      if (this.#undo !== null) clearTimeout(this.#undo);
      this.#client = this.#etas = null;
      this.isReady = false;
    };
  }

  /** While it is off screen it trains on, but nothing is drawn. */
  get isSeen(): boolean {
    return this.#redrawing.isSeen;
  }
  set isSeen(isSeen: boolean) {
    this.#redrawing.isSeen = isSeen;
  }

  /** Bytes that the run of the sentence would fetch. */
  get missing(): number {
    return missing(this.#download, this.isGood ? this.draft.count : 1, this.run.digits);
  }
  /** How many digits each of the thirty learns from on this device, and what to say of that. */
  get limits(): DeviceLimits {
    return this.#limits(this.draft.count);
  }
  /** Whether a run is left from a page before, cut short. */
  get canBringBack(): boolean {
    const { kept, phase } = this.run;
    return phase === 'idle' && kept !== null && kept.past.epoch < kept.plan.epochs;
  }

  /** What the device kept is here: where nothing was chosen yet, the sentence says the plan of the newest run. */
  arrive(): void {
    const { shared } = this;
    const known = this.shelf.runs.find(
      ({ fingerprint }) => shared !== null && fingerprint.startsWith(shared.fingerprint),
    );
    if (known) {
      this.shared = null;
      this.choice = { kind: 'run', letter: known.letter };
    } else if (!this.#isLinked && this.choice === null && this.run.plan === null) {
      const written = writeDraft(this.draft); // before it came
      this.draft = readDraft({ ...writeDraft(this.#firstDraft), ...written });
      if (Object.keys(written).length > 0) this.#show();
    }
  }

  /** Writes into a slot. What is typed counts once it is `settled`. */
  write(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
  }

  /** A slot was filled: another plan ends the run, and the run that has this plan is shown, where there is one. */
  settle(): void {
    if (!this.isGood) return;
    if (this.isOpen && !this.isOfDraft) this.#client?.cancel();
    this.#show();
  }

  /** The slot opens, or closes where it was open. Training rests meanwhile. */
  toggle(slot: Slot): void {
    this.openSlot = this.openSlot === slot ? null : slot;
    if (this.openSlot !== null && this.isRunning) this.#client?.pause();
  }

  /** The large button: begins, pauses, goes on, or asks for the digits again. */
  press(): void {
    this.openSlot = null;
    if (this.isBlocked) this.#client?.retry();
    else if (this.isRunning) this.#client?.pause();
    else if (this.isOpen && this.isOfDraft) this.#client?.resume();
    else this.#start('end');
  }

  /** One mini-batch or one epoch, of the run at hand or of a new one. */
  advance(goal: 'step' | 'epoch'): void {
    if (this.isRunning) return;
    if (!this.isOpen || !this.isOfDraft) this.#start(goal);
    else if (goal === 'step') this.#client?.step();
    else this.#client?.epoch();
    this.epoch = null;
  }

  /** Trains the run again that a page before this one has left, as far as it had come. */
  bringBack(): void {
    if (!this.canBringBack || this.areEtasBusy) return;
    if (this.run.kept) this.draft = draftOf(this.run.kept.plan);
    this.#begin();
    this.#client?.bringBack();
  }

  /** Begins the thirty by the sentence, stops them, or goes on with them. */
  pressEtas(): void {
    if (this.areEtasBusy) this.#etas?.stop();
    else if (this.canEtasGoOn) this.#etas?.goOn(this.shelf.thirty);
    else if (this.isGood && !this.isRunning) {
      this.choice = this.choice?.kind === 'eta' ? null : this.choice;
      this.#etas?.start({ ...planOf(this.draft), count: this.limits.count });
    }
  }

  /** Whether thirty that were stopped, here or by leaving the page, are those of the sentence. */
  get canEtasGoOn(): boolean {
    const plan = stoppedPlan(this.etaState, this.shelf.thirty);
    if (plan === null || !this.isGood) return false;
    return isSamePlan({ ...planOf(this.draft), eta: plan.eta, count: this.limits.count }, plan);
  }

  /** Looks at a run. While none is under way, the sentence says its plan. */
  choose(letter: string): void {
    this.choice = { kind: 'run', letter };
    this.#follow();
  }

  /** Looks at one of the thirty; at the run of that very plan, where there is one. */
  chooseEta(index: number): void {
    const run = this.set?.runs[index];
    if (!this.set || !run) return;
    const plan = { ...this.set.plan, eta: run.eta };
    const row = this.rows.find((one) => isSamePlan(one.plan, plan) && one.end?.kind === 'done');
    this.choice = row?.letter ? { kind: 'run', letter: row.letter } : { kind: 'eta', index };
    this.#follow();
  }

  /** Looks back. */
  lookAt(epoch: number): void {
    const last = this.row.points.at(-1)?.at ?? 0;
    this.epoch = epoch >= last ? null : Math.max(0, epoch);
  }

  throwAway(letter: string): void {
    const isLive = letter === this.liveLetter && !this.isOpen;
    void this.shelf.throwAway(letter).then(() => {
      if (isLive) this.#client?.reset();
      this.choice = null;
      this.#follow();
    });
    if (this.#undo !== null) clearTimeout(this.#undo);
    this.#undo = setTimeout(() => this.shelf.settle(), UNDO);
  }

  /** Throws the thirty away. */
  throwThirtyAway(): void {
    this.#etas?.reset();
    this.choice = null;
    void this.shelf.putThirty(null);
    this.#follow();
  }

  undo(): void {
    if (this.#undo !== null) clearTimeout(this.#undo);
    void this.shelf.undo().then((record) => {
      if (record) this.choose(record.letter);
    });
  }

  get canReset(): boolean {
    const { choice, epoch, openSlot, run, shared } = this;
    const isOther = !isSameDraft(this.draft, this.#firstDraft);
    const isAtWork = run.plan !== null || this.etaState.plan !== null;
    const isElsewhere = this.isWhole || this.part !== 'neurons' || this.verdict !== '';
    const looked = [choice, epoch, openSlot, shared, this.openNeuron, this.cell];
    return isOther || isAtWork || isElsewhere || looked.some((one) => one !== null);
  }

  /** Ends what is under way and shows what a fresh page would. What is on the shelf stays there. */
  reset(): void {
    this.#client?.reset();
    this.#etas?.reset();
    this.shelf.settle();
    this.shelf.giveUp();
    this.#filed = null;
    this.choice = this.epoch = this.openSlot = this.shared = null;
    this.openNeuron = this.cell = null;
    this.isWhole = false;
    this.part = 'neurons';
    this.verdict = '';
    this.draft = this.#firstDraft;
    this.resets++;
  }

  get #firstDraft(): Draft {
    const last = this.shelf.runs.at(-1);
    return last ? draftOf(last.plan) : FIRST;
  }

  toLink(): Record<string, string> {
    const net = this.isOfRow && this.row.record ? sharedTextOf(this.row.record) : null;
    return { ...(net === null ? writeDraft(this.draft) : { net }), ...writeLook(this) };
  }

  /** Anybody may have written it: what does not fit is left out. */
  fromLink(params: Readonly<Record<string, string | undefined>>): void {
    const shared = params['net'] === undefined ? null : readSharedText(params['net']);
    if (typeof shared === 'string') this.verdict = shared;
    else this.shared = shared;
    this.#isLinked = true;
    this.draft = this.shared ? draftOf(this.shared.plan) : readDraft(params);
    this.#show();
    const at = whole(params['at'], 0, LIMITS.epochs);
    if (at !== null) this.lookAt(at);
    Object.assign(this, readLook(params));
  }

  #start(goal: Goal): void {
    if (!this.isGood || this.areEtasBusy || this.#client === null) return;
    if (this.isOpen) this.#client.cancel();
    this.#begin();
    const plan = planOf(this.draft);
    const { shared } = this;
    if (goal === 'end' && shared && isSamePlan(shared.plan, plan)) {
      void this.#rebuild(this.#client, shared);
    } else this.#client.start(plan, goal);
  }

  #begin(): void {
    this.#filed = null;
    this.choice = this.epoch = null;
    this.verdict = '';
  }

  /** Shows the run that has the plan of the sentence, where there is one. */
  #show(): void {
    const plan = planOf(this.draft);
    const row = this.rows.find((one) => isSamePlan(one.plan, plan));
    const index = this.set?.etas.indexOf(plan.eta) ?? -1;
    const isOfSet = this.set !== null && isSamePlan({ ...this.set.plan, eta: plan.eta }, plan);
    if (row?.letter) this.choice = { kind: 'run', letter: row.letter };
    else if (isOfSet && this.set?.runs[index]) this.choice = { kind: 'eta', index };
    else return;
    this.epoch = null;
  }

  #follow(): void {
    const last = this.row.points.at(-1)?.at ?? 0;
    if (this.epoch !== null && this.epoch >= last) this.epoch = null;
    if (!this.isOpen) this.draft = draftOf(this.row.plan);
  }

  #hear(state: TrainingState): void {
    this.#next = state;
    const isOver =
      state.phase === 'done' || state.phase === 'cancelled' || state.phase === 'failed';
    if (isOver && state.run > this.#done) {
      this.#done = state.run;
      void this.#file(state);
    }
    this.#redrawing.ask(state.phase !== this.run.phase || state.run !== this.run.run);
  }

  #hearEtas(state: EtaState): void {
    const before = this.#nextEtas ?? this.etaState;
    this.#nextEtas = state;
    // Each is kept as it comes: whoever leaves the page loses those under way alone.
    if (state.done > before.done && before.phase !== 'idle' && this.#etas?.set) {
      void this.shelf.putThirty(this.#etas.set);
    }
    this.#redrawing.ask(state.phase !== this.etaState.phase);
  }

  /** Takes over what has come of both. */
  #draw(): void {
    if (this.#next) this.run = this.#next;
    if (this.#nextEtas) this.etaState = this.#nextEtas;
    this.#next = this.#nextEtas = null;
  }

  /** Puts a run that is over on the shelf; one that came out the same again is there already. */
  async #file(state: TrainingState): Promise<void> {
    const ended = endedRun(state);
    if (ended === null) return;
    const same = this.shelf.runs.find(({ fingerprint }) => fingerprint === ended.fingerprint);
    const record = same ?? (await this.shelf.add(ended));
    if (record && state.run === this.run.run) this.#filed = record.letter;
  }

  /** Trains the network of a link again, and says whether it is the same. */
  async #rebuild(client: TrainingClient, shared: SharedNetwork): Promise<void> {
    const { kind, words } = await rebuild(client, shared);
    if (this.shared !== shared) return;
    if (kind !== 'stopped') this.shared = null;
    this.verdict = words;
  }
}
