import { getContext, onMount, setContext } from 'svelte';
import type { GivenDigit, Sheet } from '@/digits/sheet.ts';
import type { Network } from '@/network/network.ts';
import { keep, listen, recall } from './device.ts';
import type { showExample } from './example.ts';
import { pick, speakForReader } from './link.ts';
import { EXPLAINER_SIZES, explainer, hundred, needs, thousand } from '@/islands/resources.ts';
import { type OwnNetwork, ownName } from './own.ts';
import { keepOwn, listenForOwn, ownFile, recallOwn } from './own-source.ts';
import {
  type FirstState,
  type Neuron,
  type ReaderState,
  type Source,
  firstState,
  imageOf,
  wantedOf,
} from './state.ts';
import { ReaderStore } from './store.svelte.ts';
import { REQUEST_KEYS } from './request.ts';

export type { OwnNetwork } from './own.ts';
export { beginFigure, type FigureState, useFigure } from './figure.ts';
export type { FirstState, Neuron, Source } from './state.ts';

// Whoever uses the reader has these two, and need not ask for them again.
needs(explainer, hundred, ownFile);

const KEY = Symbol('reader');

/**
 * What the reader chose and made, as one component sees it: what everybody begins with until it is mounted, so that it agrees with what
 * the server made; from then on what all figures of the page share.
 */
export class Reader {
  readonly #store: ReaderStore;
  #isMounted = $state(false);
  readonly #now = $derived.by<ReaderState>(() =>
    this.#isMounted ? this.#store.state : this.#store.first,
  );

  /** The digit chosen; in force where `source` is 'digit'. */
  readonly digit: GivenDigit = $derived(this.#now.digit);
  /** What the reader drew, while it is in use; else null. */
  readonly drawing: Sheet | null = $derived(
    this.#now.source === 'drawing' ? this.#now.lastDrawing : null,
  );
  /** What the reader drew last, in use or not: what a pad begins with. */
  readonly lastDrawing: Sheet | null = $derived(this.#now.lastDrawing);
  readonly source: Source = $derived(this.#now.source);
  /** The 784 numbers in force, (28, 28) row-major, 0 to 1. */
  readonly image: Float64Array = $derived(imageOf(this.#now));
  /** The network of the reader's own that is in use everywhere on the site, of whatever sizes; null for ours. */
  readonly own: OwnNetwork | null = $derived.by(() => (this.#isMounted ? this.#store.own : null));
  /** Why the reader's own is not there, or not kept; null where all is well. */
  readonly ownTrouble: string | null = $derived.by(() =>
    this.#isMounted ? this.#store.ownTrouble : null,
  );
  /** Whether the figures run the reader's own. */
  readonly isOwn: boolean = $derived(this.own !== null && fits(this.own.network));
  /** The network that the figures run, 784-16-16-10: the reader's own where it has these sizes, else ours. */
  readonly network: Network = $derived(
    this.own !== null && this.isOwn ? this.own.network : explainer.value,
  );
  /** What `network` is called: 'explainer network', 'your network B'. */
  readonly networkName: string = $derived.by(() => {
    if (this.own === null) return OURS;
    return this.isOwn ? ownName(this.own) : `${OURS} (yours has other sizes)`;
  });
  /** What ours is called in a figure that shows ours whatever the reader uses: it shows how ours came to be, say. */
  readonly oursName: string = $derived(this.own === null ? OURS : `${OURS}, not yours`);
  /** The neuron chosen: layer 1, 2 or 3 (the output), index from 0. */
  readonly neuron: Neuron = $derived(this.#now.neuron);
  /** How far the network of the figures that show it on its way has learned: an index into STAGE_DIGITS and `stages`. */
  readonly stage: number = $derived(this.#now.stage);
  /** What the outputs should say, 0 to 9: the digit's label, or what the reader says of the drawing; null while they have not said. */
  readonly wanted: number | null = $derived(wantedOf(this.#now));
  /** What the reader guessed, by the key of the question. */
  readonly guesses: Readonly<Record<string, string>> = $derived(this.#now.guesses);

  constructor(store: ReaderStore) {
    this.#store = store;
  }

  /** To be called once the component is mounted. */
  mounted(): void {
    void this.#store.restore();
    this.#isMounted = true;
  }

  /** Chooses a digit and puts it in force: with the 256 shades that the hundred have, where it is one of them, for a link finds it there. */
  chooseDigit(digit: GivenDigit): void {
    const fine = hundred.value.find(({ index }) => index === digit.index);
    this.#store.chooseDigit(fine ?? digit);
  }

  /** Puts a drawing in force; null goes back to the digit. */
  useDrawing(sheet: Sheet | null): void {
    this.#store.useDrawing(sheet);
  }

  /** @throws RangeError for a neuron that the network does not have */
  chooseNeuron(neuron: Neuron): void {
    this.#store.chooseNeuron(neuron);
  }

  /** The neuron of a layer, 1 to 3, that was chosen last, by its index; null where none ever was. */
  neuronOf(layer: number): number | null {
    return this.#now.neurons[layer] ?? null;
  }

  /** @throws RangeError for a stage that there is not */
  chooseStage(stage: number): void {
    this.#store.chooseStage(stage);
  }

  /** Says what the drawing is, 0 to 9. */
  want(digit: number): void {
    this.#store.want(digit);
  }

  /** Uses a network of the reader's own everywhere on the site: 784 inputs, 10 outputs. Null goes back to ours. */
  useNetwork(own: OwnNetwork | null): void {
    this.#store.useNetwork(own);
  }

  guess(key: string, value: string): void {
    this.#store.guess(key, value);
  }
}

const OURS = 'explainer network';

function fits({ sizes }: Network): boolean {
  return sizes.join() === EXPLAINER_SIZES.join();
}

/** The page's own. Made when first asked for: what it begins with must have been loaded. */
let ofPage: ReaderStore | undefined;

function storeOfPage(): ReaderStore {
  if (ofPage) return ofPage;
  const store = new ReaderStore(firstState(hundred.value), {
    link: () => pick(new URLSearchParams(location.search), REQUEST_KEYS),
    recall,
    keep,
    listen,
    ...{ recallOwn, keepOwn, listenForOwn },
    find: findDigit,
  });
  // On the server pages are made for everybody, and nobody has chosen.
  if (typeof document !== 'undefined') {
    $effect.root(() => sayExample(store));
  }
  return (ofPage = store);
}

/** Says on the page what is not the chapter's example. What says it comes along once there is something to say. */
function sayExample(store: ReaderStore): void {
  let show = $state.raw<typeof showExample>();
  $effect(() => {
    if (show) show(store);
    else if (store.yours.length > 0) {
      void import('./example.ts').then(
        (file) => (show = file.showExample),
        () => undefined, // tried again with the next change
      );
    }
  });
}

/** Among the hundred at once, among the thousand when they are here, and else among all ten thousand. */
function findDigit(index: number): GivenDigit | Promise<GivenDigit | undefined> {
  const isIt = (digit: GivenDigit): boolean => digit.index === index;
  const near =
    hundred.value.find(isIt) ?? (thousand.isHere ? thousand.value.find(isIt) : undefined);
  return near ?? findFar(index);
}

/** Not even these come along with a page: hardly a reader chooses a digit that only the test bench shows. */
async function findFar(index: number): Promise<GivenDigit | undefined> {
  await thousand.load();
  const near = thousand.value.find((digit) => digit.index === index);
  if (near) return near;
  const { testDigit } = await import('@/islands/test-digit.ts');
  return testDigit(index);
}

/** What the reader chose and made. Called while a component is created. */
export function useReader(): Reader {
  const provided = getContext<ReaderStore | undefined>(KEY);
  const store = provided ?? storeOfPage();
  const reader = new Reader(store);
  onMount(() => {
    if (provided === undefined) {
      speakForReader(
        () => store.toLink(),
        () => store.isTooLongForLink,
      );
    }
    reader.mounted();
  });
  return reader;
}

/**
 * Gives the components below the one that calls this a reader of their own, which begins elsewhere, is kept nowhere and reads no link:
 * for the workbench and for tests.
 * @throws Error when `first` names a digit that is not among the standing ones that are here
 */
export function provideReader(first: Partial<FirstState> = {}): void {
  const digits = thousand.isHere ? [...hundred.value, ...thousand.value] : hundred.value;
  setContext(KEY, new ReaderStore(firstState(digits, first), null));
}
