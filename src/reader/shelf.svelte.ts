/** The reader's shelf of runs, as a page has it: what is kept on the device, and what could not be kept and lasts as long as the page. */
import type { EtaSet } from '@/training/etas/eta-set.ts';
import type { EndedRun, RunRecord } from '@/training/runs/record.ts';
import { EMPTY_SHELF, MOST_RUNS, nameRun, nextName, type Shelf } from '@/training/runs/shelf.ts';
import { inTurns, whyNotKept } from './keeping.ts';
import type { ShelfDisk } from './shelf-disk.ts';

/** Why something is not kept on the device, in words for the reader. */
const NOT_KEPT = {
  full: 'This device has no more room: what is on the shelf now lasts as long as this page.',
  denied: 'Your browser lets this site keep nothing: the shelf lasts as long as this page.',
} as const;

export class ReaderShelf {
  /** In the order in which they came; at most MOST_RUNS. */
  runs = $state.raw<readonly RunRecord[]>([]);
  /** The one set of thirty; null where there is none. */
  thirty = $state.raw<EtaSet | null>(null);
  /** A run that waits because the shelf is full: SHELF_FULL asks which to throw away for it. Null where none does. */
  waiting = $state.raw<EndedRun | null>(null);
  /** The run thrown away last, while it may be brought back; null otherwise. */
  thrown = $state.raw<RunRecord | null>(null);
  /** What the reader must know: something lasts only as long as the page. Null where all is kept. */
  trouble = $state<string | null>(null);
  /** Whether what the device kept is here. */
  isRead = $state(false);

  readonly #disk: ShelfDisk;
  /** What could not be kept. */
  #unkept: Shelf = EMPTY_SHELF;
  /** No number below is given again while this page is open. */
  #least = 0;
  #end: (() => void) | null = null;
  /** Changes are made one after the other. */
  readonly #inTurn = inTurns();

  constructor(disk: ShelfDisk) {
    this.#disk = disk;
  }

  /** The letter of the next run: what is being trained is called so already. Another page may be faster; then it gets the next. */
  readonly nextLetter: string = $derived(this.#nextOf(this.runs));

  /** Reads what the device kept, and follows what other pages of the site do to it. @returns ends it */
  begin(): () => void {
    this.#end ??= this.#disk.listen((wasForgotten) => {
      if (wasForgotten) this.#forget();
      else void this.#read();
    });
    void this.#read();
    return () => {
      this.#end?.();
      this.#end = null;
    };
  }

  /**
   * Puts a run on the shelf. Where there is no room it waits, and `throwAway` makes room for it; one that waited before gives way.
   * @returns the run with its letter; null where it waits
   */
  add(run: EndedRun): Promise<RunRecord | null> {
    return this.#inTurn(() => this.#add(run));
  }

  /** Throws a run away, and puts the one that waits in its place. Until the next is thrown away, or `settle`, `undo` brings it back. */
  throwAway(letter: string): Promise<void> {
    return this.#inTurn(async () => {
      const run = this.runs.find((other) => other.letter === letter);
      if (run === undefined) return;
      this.#least = Math.max(this.#least, run.serial + 1);
      await this.#remove(run);
      const { waiting } = this;
      this.waiting = null;
      if (waiting) await this.#add(waiting);
      this.thrown = run;
    });
  }

  /**
   * Brings back the run thrown away last, under its letter where that is free. Where another has come in its place it waits for room.
   * @returns the run as it stands there; null where there is none to bring back, or it waits
   */
  undo(): Promise<RunRecord | null> {
    return this.#inTurn(async () => {
      const { thrown } = this;
      this.thrown = null;
      return thrown && this.#add(thrown);
    });
  }

  /** The run thrown away last cannot be brought back any more. */
  settle(): void {
    this.thrown = null;
  }

  /** The run that waits for room is given up. */
  giveUp(): void {
    this.waiting = null;
  }

  /** Keeps a set of thirty in place of the one before; null throws it away. */
  putThirty(thirty: EtaSet | null): Promise<void> {
    return this.#inTurn(async () => {
      this.#unkept = { ...this.#unkept, thirty: null };
      this.thirty = thirty;
      try {
        await this.#disk.putThirty(thirty);
      } catch (error) {
        this.#unkept = { ...this.#unkept, thirty };
        this.#fail(error);
      }
    });
  }

  async #add(run: EndedRun | RunRecord): Promise<RunRecord | null> {
    if (this.runs.length >= MOST_RUNS) {
      this.waiting = run;
      return null;
    }
    let record: RunRecord | null;
    try {
      record = await this.#disk.add(run, this.#least);
      if (record === null) await this.#take(); // another page has filled it
    } catch (error) {
      this.#fail(error);
      record = nameRun(this.runs, run, this.#least);
      if (record) this.#unkept = { ...this.#unkept, runs: [...this.#unkept.runs, record] };
    }
    if (record === null) {
      this.waiting = run;
      return null;
    }
    this.#show([...this.runs, record]);
    return record;
  }

  async #remove(run: RunRecord): Promise<void> {
    this.runs = this.runs.filter((other) => other !== run);
    const isUnkept = this.#unkept.runs.some(({ serial }) => serial === run.serial);
    this.#unkept = {
      ...this.#unkept,
      runs: this.#unkept.runs.filter(({ serial }) => serial !== run.serial),
    };
    try {
      if (!isUnkept) await this.#disk.remove(run.serial);
    } catch (error) {
      this.#fail(error);
    }
  }

  #forget(): void {
    this.#unkept = EMPTY_SHELF;
    Object.assign(this, { runs: [], thirty: null, waiting: null, thrown: null });
  }

  #read(): Promise<void> {
    return this.#inTurn(() => this.#take());
  }

  /** Takes over what the device keeps, beside what it does not. */
  async #take(): Promise<void> {
    try {
      const kept = await this.#disk.read();
      const unkept: RunRecord[] = [];
      for (const run of this.#unkept.runs) {
        const others = [...kept.runs, ...unkept];
        const isTaken = others.some(
          ({ letter, serial }) => letter === run.letter || serial === run.serial,
        );
        unkept.push(isTaken ? { ...run, ...nextName(others, this.#least) } : run);
      }
      this.#unkept = { ...this.#unkept, runs: unkept };
      this.#show([...kept.runs, ...unkept]);
      this.thirty = this.#unkept.thirty ?? kept.thirty;
    } catch (error) {
      this.#fail(error);
    }
    this.isRead = true;
  }

  #show(runs: readonly RunRecord[]): void {
    // The same run stays the same object, so that nothing is drawn anew for it.
    const isSame = (one: RunRecord, other: RunRecord): boolean =>
      one.serial === other.serial &&
      one.letter === other.letter &&
      one.fingerprint === other.fingerprint;
    this.runs = runs
      .map((run) => this.runs.find((known) => isSame(known, run)) ?? run)
      .sort((one, other) => one.serial - other.serial);
  }

  #nextOf(runs: readonly RunRecord[]): string {
    return nextName(runs, this.#least).letter;
  }

  #fail(error: unknown): void {
    this.trouble = NOT_KEPT[whyNotKept(error)];
  }
}
