import type { GivenDigit, Sheet } from '@/digits/sheet.ts';
import type { OwnNetwork } from './own.ts';
import { isRecord } from './record.ts';
import { DEVICE_LIMITS, LINK_LIMITS } from './drawing-text.ts';
import { isStage } from '@/training/stages.ts';
import { type Neuron, type ReaderState, isNeuron, withNeuron } from './state.ts';
import {
  REQUEST_KEYS,
  type Request,
  type WrittenRequest,
  readRequest,
  lacksDrawing,
  writeRequest,
} from './request.ts';

/** Where a store finds what came in with the link or was kept, and a digit that is not at hand. */
export interface Surroundings {
  /** The link's parameters. */
  link(): Readonly<Partial<Record<string, unknown>>>;
  /** What the device kept. */
  recall(): Readonly<Record<string, unknown>>;
  /** Keeps what has changed beside what is kept; a value that is undefined is kept no longer, and guesses are kept one by one. */
  keep(changes: Readonly<Record<string, unknown>>): void;
  /** From now on tells what another page of the site has kept; null where all was forgotten. */
  listen(onchange: (kept: Readonly<Record<string, unknown>> | null) => void): void;
  /** The network of the reader's own that the device keeps; null where there is none, words where what is kept is none. */
  recallOwn(): OwnNetwork | string | null;
  /** Keeps it, or none. @returns why not; null where it is kept */
  keepOwn(own: OwnNetwork | null): Promise<string | null>;
  /** From now on tells when another page of the site has kept another, or none any more. */
  listenForOwn(onchange: (own: OwnNetwork | string | null) => void): void;
  /** The test digit at that place, if there is one: at once where it is at hand, later where it has to be fetched. */
  find(index: number): GivenDigit | undefined | Promise<GivenDigit | undefined>;
}

/** What of a page is the reader's own choice. */
export type Yours = 'network' | 'drawing' | 'digit' | 'neuron' | 'stage';

const MOST_GUESSES = 200;
const MOST_CHARACTERS = 1000;

/** What a reader chose and made, for all figures of a page. */
export class ReaderStore {
  /** What everybody begins with. */
  readonly first: ReaderState;
  state: ReaderState;
  /** The network of the reader's own that is in use everywhere; null for ours. */
  own = $state.raw<OwnNetwork | null>(null);
  /** What the reader must know of it: it is damaged, or could not be kept. Null where all is well. */
  ownTrouble = $state<string | null>(null);
  readonly #surroundings: Surroundings | null;
  #wasRestored = false;
  /** Whether a digit was chosen, or drawn, since the page opened: one that is still being fetched comes too late then. */
  #hasChosen = false;

  /** @param surroundings null for one that neither remembers nor is linked to */
  constructor(first: ReaderState, surroundings: Surroundings | null) {
    this.first = first;
    this.state = $state.raw(first);
    this.#surroundings = surroundings;
  }

  /**
   * Takes up what the link says, and what the device kept where the link says nothing; once, however often it is called. What makes no
   * sense is passed over.
   * @returns when a digit that had to be fetched is there as well, or cannot be had
   */
  async restore(): Promise<void> {
    if (this.#wasRestored || this.#surroundings === null) return;
    this.#wasRestored = true;
    this.#surroundings.listen((kept) => this.#otherPage(kept));
    this.#takeOwn(this.#surroundings.recallOwn());
    this.#surroundings.listenForOwn((own) => this.#takeOwn(own));
    const link = readRequest(this.#surroundings.link(), LINK_LIMITS);
    const kept = this.#surroundings.recall();
    const device = readRequest(kept, DEVICE_LIMITS);
    const strokes = drawingOf(link, device);
    const asked = link.neuron === undefined ? device : link;
    let { neurons } = this.state;
    for (const other of asked.others ?? []) ({ neurons } = withNeuron(neurons, other));
    this.state = {
      ...this.state,
      ...(strokes === undefined
        ? {}
        : {
            lastDrawing: { digit: null, strokes },
            source: 'drawing',
            wanted: (link.drawing === undefined ? device : link).wanted ?? null,
          }),
      ...withNeuron(neurons, asked.neuron ?? this.state.neuron),
      stage: link.stage ?? device.stage ?? this.state.stage,
      guesses: { ...readGuesses(kept['guesses']), ...this.state.guesses },
    };
    for (const index of [link.digit, device.digit]) {
      if (index !== undefined && (await this.#takeDigit(index, this.#surroundings))) return;
    }
  }

  chooseDigit(digit: GivenDigit): void {
    this.#hasChosen = true;
    this.#replace({ digit, source: 'digit' });
  }

  /** @param sheet null to go back to the digit; where another drawing begins, nobody has said yet what it is */
  useDrawing(sheet: Sheet | null): void {
    this.#hasChosen = true;
    if (sheet === null) this.#replace({ source: 'digit' });
    else {
      const wanted = beginsAs(sheet, this.state.lastDrawing) ? this.state.wanted : null;
      this.#replace({ lastDrawing: sheet, source: 'drawing', wanted });
    }
  }

  /** @throws RangeError for a neuron that the explainer network does not have */
  chooseNeuron(neuron: Neuron): void {
    if (!isNeuron(neuron)) {
      throw new RangeError(`No neuron ${neuron.index} in layer ${neuron.layer}.`);
    }
    this.#replace(withNeuron(this.state.neurons, neuron));
  }

  /** @throws RangeError for a stage that there is not */
  chooseStage(stage: number): void {
    if (!isStage(stage)) throw new RangeError(`There is no stage ${stage}.`);
    this.#replace({ stage });
  }

  /** @param digit what the drawing is, 0 to 9 @throws RangeError for anything else */
  want(digit: number): void {
    if (!Number.isInteger(digit) || digit < 0 || digit > 9) {
      throw new RangeError(`A drawing is a 0 to a 9; got ${digit}.`);
    }
    this.#replace({ wanted: digit });
  }

  /** Uses a network of the reader's own everywhere on the site, from now on; null goes back to ours. */
  useNetwork(own: OwnNetwork | null): void {
    this.own = own;
    this.ownTrouble = null;
    void this.#surroundings?.keepOwn(own).then((why) => {
      if (why !== null && this.own === own) this.ownTrouble = why;
    });
  }

  guess(key: string, value: string): void {
    this.#replace({ guesses: { ...this.state.guesses, [key]: value } });
  }

  /** What is not the chapter's example any more, in the order in which one would say it. */
  readonly yours: readonly Yours[] = $derived.by(() => {
    const { digit, source, neurons, stage } = this.state;
    const isOther = (layer: number): boolean => neurons[layer] !== this.first.neurons[layer];
    return [
      ...(this.own === null && this.ownTrouble === null ? [] : (['network'] as const)),
      ...(source === 'drawing' ? (['drawing'] as const) : []),
      ...(source === 'digit' && digit !== this.first.digit ? (['digit'] as const) : []),
      ...(neurons.some((_, layer) => isOther(layer)) ? (['neuron'] as const) : []),
      ...(stage === this.first.stage ? [] : (['stage'] as const)),
    ];
  });

  /** Goes back to what the chapters speak of. What was drawn is not lost, and a guess stays a guess. */
  toExample(): void {
    this.#hasChosen = true;
    if (this.yours.includes('network')) this.useNetwork(null);
    const { digit, neuron, neurons, stage } = this.first;
    this.#replace({ digit, source: 'digit', neuron, neurons, stage });
  }

  toLink(): WrittenRequest {
    return writeRequest(this.state, LINK_LIMITS);
  }

  /** Whether a link leaves out the drawing in use: it is too long for one. */
  get isTooLongForLink(): boolean {
    return lacksDrawing(this.state, LINK_LIMITS);
  }

  #replace(changes: Partial<ReaderState>): void {
    const before = this.state;
    this.state = { ...before, ...changes };
    if (this.#surroundings === null) return;
    const [was, is] = [before, this.state].map((state) => writeRequest(state, DEVICE_LIMITS));
    const written = REQUEST_KEYS.filter((key) => was[key] !== is[key]).map((key) => [key, is[key]]);
    const guessed = Object.entries(this.state.guesses).filter(
      ([key, guess]) => before.guesses[key] !== guess,
    );
    this.#surroundings.keep({
      ...(Object.fromEntries(written) as WrittenRequest),
      ...(guessed.length === 0 ? {} : { guesses: Object.fromEntries(guessed) }),
    });
  }

  #takeOwn(own: OwnNetwork | string | null): void {
    this.own = typeof own === 'string' ? null : own;
    this.ownTrouble = typeof own === 'string' ? own : null;
  }

  /** Another page has kept something: its guesses count here too. What is on show here stays, unless all was forgotten. */
  #otherPage(kept: Readonly<Record<string, unknown>> | null): void {
    this.state =
      kept === null
        ? this.first
        : { ...this.state, guesses: { ...this.state.guesses, ...readGuesses(kept['guesses']) } };
  }

  /** @returns whether there is such a digit */
  async #takeDigit(index: number, surroundings: Surroundings): Promise<boolean> {
    const found = surroundings.find(index);
    // What is at hand is there at once: no figure shows another digit first.
    const digit = found instanceof Promise ? await found.catch(() => undefined) : found;
    if (digit === undefined) return false;
    if (!this.#hasChosen) this.state = { ...this.state, digit };
    return true;
  }
}

/** Whether two drawings begin at the same spot, as one does at each of its strokes; a first one begins as what was said of it before. */
function beginsAs({ strokes }: Sheet, other: Sheet | null): boolean {
  if (other === null) return true;
  const [one, before] = [strokes, other.strokes].map((all) => all.at(0)?.points.slice(0, 2));
  return String(one) === String(before);
}

/** A link that names a digit and no drawing wants the digit to be seen, whatever the device kept. */
function drawingOf(link: Request, device: Request): Request['drawing'] {
  return link.drawing ?? (link.digit === undefined ? device.drawing : undefined);
}

function readGuesses(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {};
  const guesses = Object.entries(value)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .filter(([key, guess]) => key.length <= MOST_CHARACTERS && guess.length <= MOST_CHARACTERS);
  return Object.fromEntries(guesses.slice(0, MOST_GUESSES));
}
