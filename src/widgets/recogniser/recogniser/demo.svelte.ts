/** Long because it is all that the panels share: what they speak of, what was said of it, and which network reads. */
import { isBlank, type Sheet } from '@/controls/pad/sheet.ts';
import type { Network } from '@/network/network.ts';
import { ReaderDrawings } from '@/reader/drawings/drawings.svelte.ts';
import { readDrawing, readImage, type Reading } from '@/recogniser/recognise.ts';
import { bestTwo } from '@/recogniser/verdict.ts';
import { counted } from '@/words/counts.ts';
import { messageOf, type NamedNetwork, type RecogniserState } from '../recogniser.svelte.ts';
import type { DemoTools, NetworkKey } from './demo-tools.ts';

/** What unfolds below pad and verdict, one at a time. */
export const PANELS = ['why', 'teach', 'networks', 'drawings'] as const;
export type PanelName = (typeof PANELS)[number];

/** How the panels begin. */
export interface DemoStart {
  /** Bytes of the files of training digits. */
  readonly trainBytes?: number;
  readonly open?: PanelName;
}

/** What the panels speak of: a drawing that has come to rest, and how a network reads it. */
export interface Settled extends Reading {
  readonly sheet: Sheet;
  readonly network: Network;
}

/** What the reader has said of a drawing. */
interface Told {
  readonly kind: 'yes' | 'no';
  /** As it was kept; null where it was not. */
  readonly serial: number | null;
}

const NAMES: Readonly<Record<NetworkKey, string>> = {
  recogniser: 'recogniser network',
  classic: 'classic network',
  explainer: 'explainer network',
  own: 'your own network',
};

/** The state that the panels share: what they speak of, which is open, which network reads, what was said and kept. */
export class Demo {
  readonly recogniser: RecogniserState;
  readonly tools: DemoTools;
  readonly drawings: ReaderDrawings;
  /** Bytes of the files of training digits. */
  readonly trainBytes: number;

  /** On a phone all may be closed. */
  open = $state<PanelName | null>('why');
  /** Null where there is nothing to read, or nothing that reads. */
  settled = $state.raw<Settled | null>(null);
  /** What the drawing was meant to be, 0 to 9; null while nobody has said. */
  meant = $state<number | null>(null);
  /** A line for each panel that has one to say of what is settled. */
  gists = $state.raw<Partial<Record<PanelName, string>>>({});
  /** Why another network did not come; null where it did. */
  networkTrouble = $state<string | null>(null);
  /** Whether the least disc is rubbed out of what is read. */
  isRubbed = $state(false);

  #chosen = $state<NetworkKey | null>(null);
  /** What the steps made of each network, one after the other. */
  #lessons = $state.raw<Partial<Record<NetworkKey, readonly Network[]>>>({});
  /** What was said of a drawing before there was a network to read it. */
  #early: { readonly sheet: Sheet; readonly digit: number } | null = null;
  #told = new WeakMap<Sheet, Told>();
  #tellings = $state(0);
  readonly #states: { [P in PanelName]?: object | undefined } = {};

  constructor(
    recogniser: RecogniserState,
    tools: DemoTools,
    { trainBytes = 0, open = 'why' }: DemoStart = {},
  ) {
    this.recogniser = recogniser;
    this.tools = tools;
    this.trainBytes = trainBytes;
    this.open = open;
    this.drawings = new ReaderDrawings(tools.drawings);
    this.settleNow();
  }

  /** What a panel keeps while another is open: made once. */
  stateOf<T extends object>(name: PanelName, make: () => T): T {
    const made = (this.#states[name] as T | undefined) ?? make();
    this.#states[name] = made;
    return made;
  }

  /** Lets go of all that panels keep, workers too. */
  dispose(): void {
    for (const name of PANELS) {
      const state = this.#states[name] as { readonly dispose?: () => void } | undefined;
      state?.dispose?.();
      this.#states[name] = undefined;
    }
  }

  /** Speaks of this drawing from now on. */
  settle(sheet: Sheet, network: Network | null): void {
    const before = this.settled;
    if (before?.sheet === sheet && before.network === network) return;
    // One blank pad is as good as another.
    if (before === null && this.#early === null && isBlank(sheet)) return;
    const early = before?.sheet !== sheet && this.#early?.sheet === sheet ? this.#early : null;
    if (before?.sheet !== sheet) this.meant = early?.digit ?? sheet.digit?.label ?? null;
    this.#early = null;
    this.rubOut(null);
    this.gists = {};
    this.settled =
      network === null || isBlank(sheet) ? null : { sheet, network, ...read(network, sheet) };
    if (early) void this.mean(early.digit);
  }

  /** Reads the drawing without some of its ink; null reads it as it is. @param image (28, 28) row-major, 0 to 1 */
  rubOut(image: Float64Array | null): void {
    const { recogniser, settled } = this;
    if (image === null && !this.isRubbed) return;
    this.isRubbed = image !== null;
    recogniser.instead =
      image && settled ? (sheet) => (sheet === settled.sheet ? image : undefined) : undefined;
    const { sheet, isDrawing } = recogniser.pad.sketch;
    recogniser.read(sheet, isDrawing);
  }

  /** The digit that it scores highest, and the next; of what was read last. */
  get best(): readonly [number, number] | null {
    return this.settled && bestTwo(this.settled.scores);
  }

  /** What to do where there is nothing to speak of. */
  get wanted(): string {
    return this.recogniser.mode === 'picture' ? 'Show it a digit' : 'Draw';
  }

  /** What the reader has said of the drawing; null where they have said nothing. */
  get told(): Told | null {
    return this.#tellings >= 0 && this.settled
      ? (this.#told.get(this.settled.sheet) ?? null)
      : null;
  }

  /** Whether there is a drawing of the reader's to speak of, and not a digit of the set. */
  get isDrawn(): boolean {
    return this.settled !== null && this.settled.sheet.strokes.length > 0;
  }

  /** It is what it scores highest: counted, and kept. */
  async yes(): Promise<void> {
    const { best } = this;
    if (best && this.told === null) await this.#keep('yes', best[0]);
  }

  /** It is not: kept so, and Teach it opens with the next best chosen. */
  async no(): Promise<void> {
    const { best, settled } = this;
    if (best === null || settled === null) return;
    this.meant = settled.verdict.kind === 'no-digit' ? best[0] : best[1];
    this.open = 'teach';
    if (this.told === null && this.isDrawn) await this.#keep('no', null);
  }

  /** What was said of the drawing is taken back, and it is not kept. */
  async takeBack(): Promise<void> {
    const { settled, told } = this;
    if (settled === null || told === null) return;
    this.#tell(settled.sheet, null);
    if (told.serial !== null) await this.drawings.forget(told.serial);
  }

  /** The reader says what the drawing was meant to be, 0 to 9: what was kept of it learns of it. */
  async mean(digit: number): Promise<void> {
    this.meant = digit;
    const { sheet } = this.recogniser.pad.sketch;
    this.#early = this.settled === null && !isBlank(sheet) ? { sheet, digit } : null;
    if (!this.isDrawn) return;
    const { told } = this;
    if (told === null) await this.#keep('no', digit);
    else if (told.kind === 'no' && told.serial !== null)
      await this.drawings.say(told.serial, digit);
  }

  async #keep(kind: Told['kind'], label: number | null): Promise<void> {
    const { settled } = this;
    if (settled === null || !this.isDrawn) return;
    const { sheet, verdict } = settled;
    this.#tell(sheet, { kind, serial: null });
    const said = verdict.kind === 'digit' ? verdict.digit : null;
    const serial = await this.drawings.keep({ strokes: sheet.strokes, label, said });
    this.#tell(sheet, { kind, serial });
  }

  #tell(sheet: Sheet, told: Told | null): void {
    if (told) this.#told.set(sheet, told);
    else this.#told.delete(sheet);
    this.#tellings++;
  }

  /** Which network reads. */
  get key(): NetworkKey {
    return this.#chosen ?? (this.recogniser.own ? 'own' : 'recogniser');
  }

  /** What it is called, without what it was taught. */
  nameOf(key: NetworkKey): string {
    return key === 'own' ? (this.recogniser.own?.name ?? NAMES.own) : NAMES[key];
  }

  /** How many steps the network that reads was taught. */
  get steps(): number {
    return this.stepsOf(this.key);
  }
  stepsOf(key: NetworkKey): number {
    return this.#lessons[key]?.length ?? 0;
  }

  /** A network as it stands, with what it was taught. @throws as the page's fetches do; Error where there is no such network */
  async networkOf(key: NetworkKey): Promise<Network> {
    return this.#lessons[key]?.at(-1) ?? this.#untaught(key);
  }

  async #untaught(key: NetworkKey): Promise<Network> {
    if (key !== 'own') return this.tools.model(key);
    const { own } = this.recogniser;
    if (own === null) throw new Error('You have no network of your own yet.');
    return own.network;
  }

  /** Lets a network read. */
  async choose(key: NetworkKey): Promise<void> {
    this.networkTrouble = null;
    try {
      await this.#lend(key);
    } catch (error) {
      this.networkTrouble = messageOf(error);
    }
  }

  /** The network that reads is this one from now on: one step further. */
  teach(network: Network): void {
    const { key } = this;
    this.#lessons = { ...this.#lessons, [key]: [...(this.#lessons[key] ?? []), network] };
    this.#chosen = key;
    this.recogniser.lent = this.#named(key, network);
    this.settleNow();
  }

  /** Takes the last step back: the network before it reads again, the very same. */
  async undoStep(): Promise<void> {
    const { key } = this;
    this.#lessons = { ...this.#lessons, [key]: this.#lessons[key]?.slice(0, -1) ?? [] };
    await this.choose(key);
  }

  /** Keeps the network that reads as the reader's own. @returns why it is not kept; null where it is */
  async keepAsOwn(): Promise<string | null> {
    const { network } = this.recogniser;
    if (network === null) return null;
    const { key } = this;
    const why = await this.tools.keepOwn(network);
    if (why !== null) return why;
    this.#lessons = { ...this.#lessons, [key]: [], own: [] };
    await this.recogniser.load();
    this.#chosen = null;
    this.recogniser.lent = null;
    return null;
  }

  /** The network in use on the site is another one: what was taught of it before goes with it. */
  followOwn(own: NamedNetwork | null): void {
    if (this.#lastOwn === own) return;
    this.#lastOwn = own;
    this.#lessons = { ...this.#lessons, own: [] };
    if (this.#chosen === 'own') {
      this.#chosen = null;
      this.recogniser.lent = null;
    }
  }
  #lastOwn: NamedNetwork | null = null;

  async #lend(key: NetworkKey): Promise<void> {
    const network = await this.networkOf(key);
    const isInUse = key === (this.recogniser.own ? 'own' : 'recogniser');
    this.#chosen = isInUse && this.stepsOf(key) === 0 ? null : key;
    this.recogniser.lent = this.#chosen === null ? null : this.#named(key, network);
    this.settleNow();
  }

  /** Another network reads the same drawing: nothing need come to rest first. */
  settleNow(): void {
    const { sheet, isDrawing } = this.recogniser.pad.sketch;
    if (!isDrawing) this.settle(sheet, this.recogniser.network);
  }

  #named(key: NetworkKey, network: Network): NamedNetwork {
    const steps = this.stepsOf(key);
    const name = this.nameOf(key);
    return {
      network,
      name: steps === 0 ? name : `${name}, taught ${counted(steps, 'step')}`,
    };
  }
}

function read(network: Network, sheet: Sheet): Reading {
  const image = sheet.picture ?? sheet.digit?.pixels;
  return image ? readImage(network, image) : readDrawing(network, sheet.strokes);
}
