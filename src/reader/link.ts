/**
 * Links that carry the reader's digit, neurons, stage of training and drawing, and what the figure itself says of its state (`toLink`). What a
 * figure does not put there begins as it does for everybody.
 *
 *     /neurons/?digit=412&neuron=1.4&sigmoid-slider.w=3#sigmoid-slider
 *
 * A figure has the attribute `data-figure` and an id; its own parameters have the id and a dot before them. Only links that someone
 * copied carry state: the address bar is left alone. "Copy link to this" imports this file when it is pressed, and asks `linkTo`.
 */
import { REQUEST_KEYS, type WrittenRequest } from './request.ts';

export type Params = Readonly<Record<string, string>>;

/** Parameters of a figure that are handed on, and how long their values may be: more is nonsense. */
const MOST_PARAMS = 20;
const MOST_CHARACTERS = 2000;

/** Says what the reader's state is; there once a figure that uses it has come alive. */
let reader: (() => WrittenRequest) | undefined;
/** Says whether the reader's drawing is left out of that. */
let isDrawingLeftOut: () => boolean = () => false;
/** Widgets that have come alive, by their figure's id. */
const figures = new Map<string, Set<() => Params>>();

/** From now on links carry what this says. @param leavesOut whether a drawing is in use that is too long for them */
export function speakForReader(
  toLink: () => WrittenRequest,
  leavesOut: () => boolean = () => false,
): void {
  reader = toLink;
  isDrawingLeftOut = leavesOut;
}

/** Whether links lack the drawing that is in use: the digit before it goes in its place. */
export function lacksDrawing(): boolean {
  return isDrawingLeftOut();
}

/** From now on links to a figure carry what this says too. @returns what ends that */
export function speakForFigure(id: string, toLink: () => Params): () => void {
  const voices = figures.get(id) ?? new Set();
  figures.set(id, voices.add(toLink));
  return () => voices.delete(toLink);
}

/**
 * The address that leads to a figure, with what it says of its state now. What has not come alive yet is still as the link said that led here, and stays in it.
 * @param figureId the id of the figure, without '#'
 */
export function linkTo(figureId: string): string {
  const url = new URL(location.href);
  const came = new URLSearchParams(location.search);
  url.search = '';
  url.hash = figureId;
  const shared: Params = reader?.() ?? pick(came, REQUEST_KEYS);
  const voices = [...(figures.get(figureId) ?? [])];
  const own = voices.length > 0 ? voices.map((voice) => voice()) : [figureParams(came, figureId)];
  for (const [key, value] of Object.entries(shared)) url.searchParams.set(key, value);
  for (const params of own) {
    for (const [key, value] of Object.entries(params)) {
      url.searchParams.set(`${figureId}.${key}`, value);
    }
  }
  return url.href;
}

/** What an address says of one figure, the id before each key taken off. */
export function figureParams(params: URLSearchParams, figureId: string): Params {
  const prefix = `${figureId}.`;
  const own = [...params]
    .filter(([key, value]) => key.startsWith(prefix) && value.length <= MOST_CHARACTERS)
    .slice(0, MOST_PARAMS)
    .map(([key, value]): [string, string] => [key.slice(prefix.length), value]);
  return Object.fromEntries(own);
}

/** Some parameters of an address, as they are. */
export function pick<K extends string>(
  params: URLSearchParams,
  keys: readonly K[],
): Partial<Record<K, string>> {
  const picked: Partial<Record<K, string>> = {};
  for (const key of keys) {
    const value = params.get(key);
    if (value !== null && value.length <= MOST_CHARACTERS) picked[key] = value;
  }
  return picked;
}
