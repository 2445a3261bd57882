import type { GivenDigit } from './pad/sheet.ts';

/** What was chosen before, the latest first; one of each label. */
export class StripMemory {
  seen = $state.raw<readonly GivenDigit[]>([]);

  /** @param begun with: what everybody sees at first keeps its place, so that a page opened by a link shows it, too */
  constructor(begun: readonly GivenDigit[] = []) {
    this.seen = begun;
  }
}

const memories = new WeakMap<readonly GivenDigit[], StripMemory>();

/** The memory that all strips of these digits on a page share: a digit fetched in one figure is there in the others. */
export function memoryOf(
  digits: readonly GivenDigit[],
  begun: readonly GivenDigit[] = [],
): StripMemory {
  const memory = memories.get(digits) ?? new StripMemory(begun);
  memories.set(digits, memory);
  return memory;
}

/** A strip with one digit of each label: which of them it shows, and which comes next. */
export class DigitStrip {
  readonly #digits: () => readonly GivenDigit[];
  readonly #chosen: () => GivenDigit;
  readonly #memory: () => StripMemory;
  /** What was chosen when the page was made, before anything was restored: the chapters' example, where all figures share the digit. */
  readonly #begin: GivenDigit;

  /** @param digits what there is to choose from @param chosen the one in force, which may be of another set */
  constructor(
    digits: () => readonly GivenDigit[],
    chosen: () => GivenDigit,
    memory?: () => StripMemory,
  ) {
    this.#digits = digits;
    this.#chosen = chosen;
    this.#begin = chosen();
    const own = new StripMemory();
    this.#memory = memory ?? ((): StripMemory => own);
  }

  /** One for each label that there is, in order: the chosen one, else the one chosen last, else the figure's own first, else the set's. */
  get tiles(): readonly GivenDigit[] {
    const candidates = [this.#chosen(), ...this.#memory().seen, this.#begin, ...this.#digits()];
    return candidates
      .filter(({ label }, i) => candidates.findIndex((other) => other.label === label) === i)
      .sort((a, b) => a.label - b.label);
  }

  /** The next digit of the set with the chosen one's label; after the last comes the first. The chosen one itself if there is no other. */
  get another(): GivenDigit {
    const chosen = this.#chosen();
    const alike = this.#digits().filter(({ label }) => label === chosen.label);
    const at = alike.findIndex(({ index }) => index === chosen.index);
    return alike.length === 0 ? chosen : alike[(at + 1) % alike.length];
  }

  /** Keeps a digit for its label's place, so that coming back to the label brings it back. */
  keep(digit: GivenDigit): void {
    const memory = this.#memory();
    memory.seen = [digit, ...memory.seen.filter(({ label }) => label !== digit.label)];
  }
}
