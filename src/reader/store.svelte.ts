import type { GivenDigit, Sheet } from '@/digits/sheet.ts';
import { isRecord } from './device.ts';
import { DEVICE_LIMITS, LINK_LIMITS } from './drawing-text.ts';
import { isStage } from '@/training/stages.ts';
import { type Neuron, type ReaderState, isNeuron, withNeuron } from './state.ts';
import { type Wishes, type WrittenWishes, readWishes, writeWishes } from './wishes.ts';

/** Where a store finds what came in with the link or was kept, and a digit that is not at hand. */
export interface Surroundings {
  /** The link's parameters. */
  link(): Readonly<Partial<Record<string, unknown>>>;
  /** What the device kept. */
  recall(): Readonly<Record<string, unknown>>;
  keep(kept: Readonly<Record<string, unknown>>): void;
  /** The test digit at that place, if it is one of the standing ones: at once where it is at hand, later where it has to be fetched. */
  find(index: number): GivenDigit | undefined | Promise<GivenDigit | undefined>;
}

const MOST_GUESSES = 200;
const MOST_CHARACTERS = 1000;

/** What a reader chose and made, for all figures of a page. */
export class ReaderStore {
  /** What everybody begins with. */
  readonly first: ReaderState;
  state: ReaderState;
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
    const link = readWishes(this.#surroundings.link(), LINK_LIMITS);
    const kept = this.#surroundings.recall();
    const device = readWishes(kept, DEVICE_LIMITS);
    const strokes = drawingOf(link, device);
    this.state = {
      ...this.state,
      ...(strokes === undefined
        ? {}
        : { lastDrawing: { digit: null, strokes }, source: 'drawing' }),
      ...withNeuron(this.state.neurons, link.neuron ?? device.neuron ?? this.state.neuron),
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

  /** @param sheet null to go back to the digit */
  useDrawing(sheet: Sheet | null): void {
    this.#hasChosen = true;
    this.#replace(sheet === null ? { source: 'digit' } : { lastDrawing: sheet, source: 'drawing' });
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
  wish(digit: number): void {
    if (!Number.isInteger(digit) || digit < 0 || digit > 9) {
      throw new RangeError(`A drawing is a 0 to a 9; got ${digit}.`);
    }
    this.#replace({ wanted: digit });
  }

  guess(key: string, value: string): void {
    this.#replace({ guesses: { ...this.state.guesses, [key]: value } });
  }

  toLink(): WrittenWishes {
    return writeWishes(this.state, LINK_LIMITS);
  }

  #replace(changes: Partial<ReaderState>): void {
    this.state = { ...this.state, ...changes };
    const wishes = writeWishes(this.state, DEVICE_LIMITS);
    this.#surroundings?.keep({ ...wishes, guesses: this.state.guesses });
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

/** A link that names a digit and no drawing wants the digit to be seen, whatever the device kept. */
function drawingOf(link: Wishes, device: Wishes): Wishes['drawing'] {
  return link.drawing ?? (link.digit === undefined ? device.drawing : undefined);
}

function readGuesses(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {};
  const guesses = Object.entries(value)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .filter(([key, guess]) => key.length <= MOST_CHARACTERS && guess.length <= MOST_CHARACTERS);
  return Object.fromEntries(guesses.slice(0, MOST_GUESSES));
}
