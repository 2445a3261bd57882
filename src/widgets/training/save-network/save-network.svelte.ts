import type { Network } from '@/network/network.ts';
import { oneOf } from '@/reader/codec.ts';
import { MODEL_NAMES, type ModelName } from '@/training/recipes.ts';
import {
  FILE_KINDS,
  type FileKind,
  type GivenFile,
  type OpenedNetwork,
  openNetwork,
  writeNetwork,
} from './network-file.ts';

/** A network that can be saved: one of the site's, the reader's own, or the one that was opened last. */
export type Saved = ModelName | 'own' | 'opened';

export interface SaveNetworkStart {
  readonly saved?: ModelName;
  readonly kind?: FileKind;
}

/** What the page lends. */
export interface SaveNetworkTools {
  /** Fetches a network of the site, once. */
  readonly load: (name: ModelName) => Promise<Network>;
  /** The reader's own; null while there is none. */
  readonly own: () => Network | null;
  /** Hands a file to the browser, which keeps it where downloads go. */
  readonly hand: (name: string, bytes: Uint8Array<ArrayBuffer>) => void;
}

/** Saving a network to a file, and opening one. */
export class SaveNetwork {
  readonly #tools: SaveNetworkTools;
  readonly #start: Required<SaveNetworkStart>;

  saved = $state<Saved>('classic');
  kind = $state<FileKind>('safetensors');
  /** The network that was opened last; null before. */
  opened = $state.raw<OpenedNetwork | null>(null);
  /** Why the last file was not opened, or the last not saved; empty where it was. */
  refusal = $state('');
  /** The file that was handed to the browser last, with its size; null before. */
  handed = $state.raw<{ readonly name: string; readonly bytes: number } | null>(null);
  isBusy = $state(false);
  /** Counts what is under way, so that what was overtaken is not heeded. */
  #round = 0;

  constructor(
    tools: SaveNetworkTools,
    { saved = 'classic', kind = 'safetensors' }: SaveNetworkStart = {},
  ) {
    this.#tools = tools;
    this.#start = { saved, kind };
    this.saved = saved;
    this.kind = kind;
  }

  /** The name of the file that would be saved. */
  get fileName(): string {
    const stem =
      this.saved === 'opened'
        ? (this.opened?.fileName.replace(/\.(safetensors|json)$/i, '') ?? 'network')
        : this.saved === 'own'
          ? 'my-network'
          : this.saved;
    return `${stem}.${this.kind}`;
  }
  /** The address of the file, where the site has it as it is; null where it is made in the page. */
  get address(): string | null {
    const isOurs = this.saved !== 'own' && this.saved !== 'opened';
    return isOurs && this.kind === 'safetensors' ? `/models/${this.saved}.safetensors` : null;
  }

  get canReset(): boolean {
    const { saved, kind } = this.#start;
    return (
      this.saved !== saved ||
      this.kind !== kind ||
      this.opened !== null ||
      this.refusal !== '' ||
      this.handed !== null ||
      this.isBusy
    );
  }
  reset(): void {
    this.#round++;
    this.saved = this.#start.saved;
    this.kind = this.#start.kind;
    this.opened = null;
    this.refusal = '';
    this.handed = null;
    this.isBusy = false;
  }

  /** Chooses what to save, and as what. */
  choose(saved: Saved, kind: FileKind = this.kind): void {
    this.saved = saved;
    this.kind = kind;
    this.handed = null;
  }

  /** Makes the file and hands it over. */
  async save(): Promise<void> {
    await this.#do(async () => {
      const { fileName, kind } = this;
      const network = await this.#network();
      return () => {
        const bytes = writeNetwork(network, kind);
        this.#tools.hand(fileName, bytes);
        this.handed = { name: fileName, bytes: bytes.length };
      };
    });
  }

  /** Opens a file. What was open stays where it is refused. */
  async open(file: GivenFile): Promise<void> {
    await this.#do(async () => {
      const opened = await openNetwork(file);
      return () => (this.opened = opened);
    });
  }

  /** Says why what was dropped is not opened. */
  refuse(why: string): void {
    this.#round++;
    this.isBusy = false;
    this.refusal = why;
  }

  toLink(): Record<string, string> {
    const link: Record<string, string> = {};
    const { saved, kind } = this.#start;
    if (this.saved !== saved && this.saved !== 'own' && this.saved !== 'opened')
      link['net'] = this.saved;
    if (this.kind !== kind) link['as'] = this.kind;
    return link;
  }
  fromLink(params: Readonly<Record<string, string | undefined>>): void {
    this.saved = oneOf(params['net'], MODEL_NAMES) ?? this.saved;
    this.kind = oneOf(params['as'], FILE_KINDS) ?? this.kind;
  }

  /** Does something that takes a while; what it brings is heeded unless something else has begun meanwhile. */
  async #do(work: () => Promise<() => void>): Promise<void> {
    const round = ++this.#round;
    this.isBusy = true;
    this.refusal = '';
    try {
      const heed = await work();
      if (round !== this.#round) return;
      heed();
    } catch (error) {
      if (round !== this.#round) return;
      this.refusal = error instanceof Error ? error.message : String(error);
    }
    this.isBusy = false;
  }

  async #network(): Promise<Network> {
    if (this.saved === 'opened' && this.opened) return this.opened.network;
    if (this.saved === 'own') {
      const own = this.#tools.own();
      if (own) return own;
    }
    if (this.saved !== 'own' && this.saved !== 'opened') return this.#tools.load(this.saved);
    throw new Error('That network is not there any more.');
  }
}
