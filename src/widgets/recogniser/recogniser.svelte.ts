import { Pad } from '@/controls/pad/pad.svelte.ts';
import { BLANK, type GivenDigit, type Sheet, isBlank } from '@/controls/pad/sheet.ts';
import { applyErasers } from '@/digits/eraser.ts';
import type { Network } from '@/network/network.ts';
import { readDrawing, readImage } from '@/recogniser/recognise.ts';
import type { Still } from './still.ts';
import { type View, viewOf } from './view.ts';
import { type Phrase, brief, headline, plain, reason } from './words.ts';

/** Where the network and the real digits come from. Each may fail, with a message for the reader, and be asked again. */
export interface Sources {
  network(): Promise<Network>;
  /** Digits of the MNIST test set, in the order in which to give them. */
  digits(): Promise<readonly GivenDigit[]>;
  /** A network of the reader's own, in use instead; left out where none can be. */
  readonly own?: OwnSource;
}

/** A network of the reader's own: 784 inputs, 10 outputs, and what it is called. */
export interface NamedNetwork {
  readonly network: Network;
  readonly name: string;
}

export interface OwnSource {
  /** The one in use on the site; null where there is none. `trouble` says why the one that was kept cannot be used. */
  recall(): Promise<{ readonly own: NamedNetwork | null; readonly trouble: string | null }>;
  /** Goes back to ours, on all pages. */
  giveUp(): void;
  /** From now on tells when another page of the site has changed it. @returns ends it */
  listen(onchange: () => void): () => void;
}

/** What the widget says. */
export interface Answer {
  readonly headline: string;
  readonly reason: Phrase;
  /** Both in one line. */
  readonly brief: Phrase;
}

/** What is read: one digit, a row of them, or a picture. */
export const MODES = ['one', 'several', 'picture'] as const;
export type Mode = (typeof MODES)[number];

/** What a mode shows of what it has in hand: the page below speaks of that. */
export interface Lent {
  /** Holds the one digit that is read. */
  readonly pad: Pad;
  /** Null where it is that of the one digit. */
  readonly answer: Answer | null;
}

/** The recogniser's state: the pad, the network once it is there, and what it read last. */
export class RecogniserState {
  /** Where one digit is drawn. */
  readonly one: Pad;
  mode = $state<Mode>('one');
  /** What each mode shows; of one digit it is the pad itself. */
  #shown = $state.raw<Partial<Record<Mode, Lent>>>({});
  /** What is in use on the site: the reader's own or ours; null until it is here. */
  #inUse = $state.raw<Network | null>(null);
  /** Another that reads in its place, here and for as long as the page lasts; null where none does. */
  lent = $state.raw<NamedNetwork | null>(null);
  /** What is read in place of a sheet: (28, 28) row-major, 0 to 1; undefined where that is read itself. */
  instead: ((sheet: Sheet) => Float64Array | undefined) | undefined;
  /** The reader's own, where that is the network in use; null where it is ours. */
  own = $state.raw<NamedNetwork | null>(null);
  /** Why the reader's own is not used, though there is one; null otherwise. */
  ownTrouble = $state<string | null>(null);
  /** Why the network did not load; null while it may yet, or has. */
  modelTrouble = $state<string | null>(null);
  /** Why there is no real digit to give; null otherwise. */
  digitsTrouble = $state<string | null>(null);
  /** What the network made of the pad; null for a blank pad, and until there is a network. */
  view = $state.raw<View | null>(null);
  digits = $state.raw<readonly GivenDigit[]>([]);
  /** The answer as a listener should hear it; set when the pen is up, and empty until the reader has done something. */
  spoken = $state('');

  readonly #sources: Sources;
  readonly #first: Sheet;
  readonly #still: Still | null;
  #given = 0;
  #wasTouched = false;
  /** Counts how often the network was asked for: an answer that is overtaken is not heard. */
  #asked = 0;

  constructor(sources: Sources, still: Still | null = null, first: Sheet = BLANK) {
    this.#sources = sources;
    this.#still = still;
    this.#first = still ? { digit: still.digit, strokes: [] } : first;
    this.one = new Pad(applyErasers, this.#first);
    this.view = still?.view ?? null;
  }

  /** What is read lies on it. */
  get pad(): Pad {
    return this.#shown[this.mode]?.pad ?? this.one;
  }

  /** From now on a mode shows this. */
  show(mode: Exclude<Mode, 'one'>, shown: Lent): void {
    this.#shown = { ...this.#shown, [mode]: shown };
  }

  get answer(): Answer {
    if (this.modelTrouble !== null) {
      const why: Phrase = [this.modelTrouble, ' What you draw stays here.'];
      const title = 'The network did not load.';
      return { headline: title, reason: why, brief: [title, ' ', ...why] };
    }
    const shown = this.#shown[this.mode]?.answer;
    if (shown) return shown;
    if (this.view === null && !this.pad.sketch.isBlank) {
      const why: Phrase = [
        'The network is on its way. It reads your drawing as soon as it is here.',
      ];
      return { headline: 'One moment.', reason: why, brief: why };
    }
    const verdict = this.view?.verdict ?? { kind: 'blank' };
    const scores = this.view?.scores ?? new Float64Array(10);
    return {
      headline: headline(verdict),
      reason: reason(verdict, scores),
      brief: brief(verdict, scores),
    };
  }

  /** The network that reads; null until it is here. */
  get network(): Network | null {
    return this.lent?.network ?? this.#inUse;
  }

  /** Whether the pad still shows what it showed at the start. */
  get isUntouched(): boolean {
    return this.pad.sketch.sheet === this.#first;
  }

  /** Asks for the network, again if need be. */
  async load(): Promise<void> {
    if (this.modelTrouble !== null) this.spoken = '';
    this.modelTrouble = null;
    const asked = ++this.#asked;
    try {
      const { own, trouble } = (await this.#sources.own?.recall()) ?? { own: null, trouble: null };
      const network = own?.network ?? (await this.#sources.network());
      if (asked !== this.#asked) return;
      this.#inUse = network;
      Object.assign(this, { own, ownTrouble: trouble });
    } catch (error) {
      if (asked !== this.#asked) return;
      this.modelTrouble = messageOf(error);
      this.spoken = plain(this.answer.brief);
    }
  }

  /** Goes back from the reader's own network to ours, here and everywhere. */
  backToOurs(): void {
    this.#sources.own?.giveUp();
    this.lent = null;
    void this.load();
  }

  /** From now on uses what other pages of the site use. @returns ends it */
  follow(): () => void {
    return this.#sources.own?.listen(() => void this.load()) ?? (() => undefined);
  }

  /** Asks again for what did not come: the browser is online again. */
  tryAgain(): void {
    if (this.modelTrouble !== null) void this.load();
    if (this.digitsTrouble !== null) void this.#fetchDigits();
  }

  /** Reads what is on the pad. While the pen is down nothing is said aloud. */
  read(sheet: Sheet, isDrawing: boolean): void {
    this.#wasTouched ||= sheet !== this.#first;
    this.view = this.#look(sheet);
    if (isDrawing) return;
    if (this.#wasTouched) this.spoken = plain(this.answer.brief);
    if (this.view?.verdict.kind === 'unsure') void this.#fetchDigits();
  }

  /** Puts the next real digit on the pad. */
  async give(): Promise<void> {
    await this.#fetchDigits();
    if (this.digits.length === 0) return;
    this.one.sketch.give(this.digits[this.#given % this.digits.length]);
    this.#given++;
  }

  /** A real digit with the label asked for, where the sample has come. */
  exampleOf(label: number): GivenDigit | undefined {
    return this.digits.find((digit) => digit.label === label);
  }

  #look(sheet: Sheet): View | null {
    if (isBlank(sheet)) return null;
    if (this.network === null) return sheet === this.#first ? (this.#still?.view ?? null) : null;
    const image = this.instead?.(sheet) ?? sheet.picture ?? sheet.digit?.pixels;
    const reading = image
      ? readImage(this.network, image)
      : readDrawing(this.network, sheet.strokes);
    return viewOf(this.network, reading);
  }

  async #fetchDigits(): Promise<void> {
    this.digitsTrouble = null;
    if (this.digits.length > 0) return;
    try {
      this.digits = await this.#sources.digits();
    } catch (error) {
      this.digitsTrouble = messageOf(error);
    }
  }
}

/** What went wrong, for the reader. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong.';
}
