import type { Network } from '@/network/network.ts';
import { readImage } from '@/recogniser/recognise.ts';
import { bestTwo } from '@/recogniser/verdict.ts';
import { messageOf, type NamedNetwork } from '../../recogniser.svelte.ts';
import type { Demo, Settled } from '../demo.svelte.ts';
import { NETWORK_KEYS, type NetworkKey } from '../demo-tools.ts';
import { type Accuracy, accuracyWords, measured, RECORDED } from './accuracy.ts';
import { gistOf } from './networks-words.ts';
import type { Vote } from './vote.ts';

/** The panel's state: what each of the networks makes of the drawing. */
export class NetworksState {
  /** Those that are here; null until the first are. */
  votes = $state.raw<readonly Vote[] | null>(null);
  /** Why one did not come, in words for the reader; null where all did. */
  trouble = $state<string | null>(null);
  /** The reader's own, which may come and go while the panel is open. */
  own: NamedNetwork | null;
  readonly #demo: Demo;
  #round = 0;
  /** The reader's own that was tried last, and how well it did; null while it is tried. */
  #tried: { readonly network: Network; readonly accuracy: Accuracy | null } | null = null;

  constructor(demo: Demo) {
    this.#demo = demo;
    this.own = demo.recogniser.own;
  }

  /** Asks all of them. @param settled null for a blank pad */
  async follow(settled: Settled | null): Promise<void> {
    const demo = this.#demo;
    const round = ++this.#round;
    this.trouble = null;
    const keys = NETWORK_KEYS.filter((key) => key !== 'own' || this.own !== null);
    const asked = await Promise.allSettled(
      keys.map(async (key) => this.#vote(key, await demo.networkOf(key), settled)),
    );
    if (round !== this.#round) return;
    this.votes = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const failed = asked.find((one) => one.status === 'rejected');
    this.trouble = failed ? messageOf(failed.reason) : null;
    if (settled && settled === demo.settled)
      demo.gists = { ...demo.gists, networks: gistOf(this.votes) };
  }

  #vote(key: NetworkKey, network: Network, settled: Settled | null): Vote {
    const name = this.#demo.nameOf(key);
    const { sizes } = network;
    const row = { key, name, sizes, accuracy: this.#accuracyOf(key, network) };
    if (settled === null) return { ...row, scores: null, verdict: { kind: 'blank' }, best: null };
    const { scores, verdict } = readImage(network, settled.image);
    return { ...row, scores, verdict, best: bestTwo(scores)[0] };
  }

  /** Of the site's networks there is a record; one of the reader's own is tried here, and its row says so when that is done. */
  #accuracyOf(key: NetworkKey, network: Network): string {
    if (key !== 'own') return accuracyWords(RECORDED[key], this.#demo.stepsOf(key));
    if (this.#tried?.network !== network) void this.#try(network);
    const accuracy = this.#tried?.accuracy;
    return accuracy ? accuracyWords(accuracy) : '';
  }

  async #try(network: Network): Promise<void> {
    const tried = { network, accuracy: null };
    this.#tried = tried;
    try {
      const accuracy = await measured(network, await this.#demo.tools.thousand());
      if (this.#tried !== tried) return;
      this.#tried = { network, accuracy };
      const words = accuracyWords(accuracy);
      this.votes =
        this.votes &&
        this.votes.map((vote) => (vote.key === 'own' ? { ...vote, accuracy: words } : vote));
    } catch {
      // Without the digits the row says nothing of it, and the next drawing tries again.
      if (this.#tried === tried) this.#tried = null;
    }
  }
}
