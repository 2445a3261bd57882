/** What the controls of a pass ask of it: a digit through the network at some stage of its training, there and back. */
import type { Explanation, Part } from '@/explain/explain.ts';
import type { Inspector } from '../inspector/inspector.svelte.ts';
import type { GivenDigit } from '../pad/sheet.ts';

/** What the reader chose: `useReader()` will do. */
export interface Chooser {
  readonly digit: GivenDigit;
  readonly source: 'digit' | 'drawing';
  readonly stage: number;
  chooseDigit(digit: GivenDigit): void;
  chooseStage(stage: number): void;
}

/** A figure of one pass: whose it is, what there is to choose from, and its own state. */
export interface Passing<F> {
  readonly reader: Chooser;
  readonly digits: readonly GivenDigit[];
  /** The stages' names, from untrained to trained. */
  readonly stages: readonly string[];
  readonly whole: {
    /** 'explainer network, after 600 mini-batches' */
    readonly networkName: string;
    readonly network: { readonly sizes: readonly number[] };
    /** Of the input and of each layer. */
    readonly pass: { readonly activations: readonly ArrayLike<number>[] };
    readonly explain: (part: Part) => Explanation;
    choose(layer: number, index: number): void;
  };
  readonly figure: F;
}

/** Two rows of numbers of one shape: what is given, and what follows from each, a factor times it. */
export interface Rows {
  /** Slopes along weights follow activations, requests follow weights. */
  readonly rule: 'weights' | 'requests';
  /** The neuron that they are of, and what it is called. */
  readonly layer: number;
  readonly neuron: number;
  readonly name: string;
  readonly layers: readonly number[];
  /** Its error; requests are made with minus that. */
  readonly delta: number;
  readonly given: Float64Array;
  readonly following: Float64Array;
  readonly givenEnd: number;
  readonly followingEnd: number;
  /** The one pointed at. */
  get source(): number;
  set source(source: number | null);
  /** What follows from it, as a part, as a product and in words. */
  readonly part: Part;
  readonly sum: { readonly one: string; readonly other: string; readonly product: string };
  readonly words: string;
  readonly inspector: Inspector;
  choose(layer: number): void;
}
