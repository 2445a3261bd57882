import { everySecond } from '@/islands/every-second.ts';
import { SliceClient } from '@/islands/slice-client.ts';
import type { Box, Point } from '@/descent/field.ts';
import { placeIn, type Plane, planeThrough } from '@/descent/plane.ts';
import { createNetwork, type Network } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import { SLICE_DIGITS } from './landscapes.ts';
import { EXPLAINER_SIZES, explainer, explainerB, thousand } from '@/islands/resources.ts';

/** The seed of the explainer network's recipe. */
const SEED = 1;

let beginning: Network | undefined;
/** The explainer network before it learned anything: the very numbers that its training began with. */
export function untrained(): Network {
  beginning ??= createNetwork(EXPLAINER_SIZES, 'scaled', createRandom(SEED));
  return beginning;
}

let ofSlice: Plane | undefined;
/** The plane of the slice, through the three networks; they must be here. */
function slicePlane(): Plane {
  ofSlice ??= planeThrough(explainer.value, explainerB.value, untrained());
  return ofSlice;
}

let places: (Point & { readonly name: string })[] | undefined;
/** Where the three networks lie in the slice; they must be here. */
export function slicePlaces(): readonly (Point & { readonly name: string })[] {
  const plane = slicePlane();
  places ??= [
    { name: 'trained A', ...placeIn(plane, explainer.value) },
    { name: 'trained B', ...placeIn(plane, explainerB.value) },
    { name: 'untrained', ...placeIn(plane, untrained()) },
  ];
  return places;
}

/** What a slice is measured on. */
export function sliceOrder(box: Box) {
  const digits = thousand.value.filter((_, i) => i % 2 === 0).slice(0, SLICE_DIGITS);
  const pixels = new Float64Array(digits.length * 784);
  digits.forEach((digit, i) => pixels.set(digit.pixels, i * 784));
  return {
    networks: [explainer.value, explainerB.value, untrained()] as const,
    pixels,
    labels: Uint8Array.from(digits, ({ label }) => label),
    box,
  };
}

/** The page's own slice, for all who look at it: what has been measured stays. */
let ofPage: Promise<SliceClient> | null = null;
const watchers = new Set<(client: SliceClient) => void>();

/** Lets the page do what it has to. */
const pause = (): Promise<void> => new Promise((done) => setTimeout(done));

async function open(box: Box): Promise<SliceClient> {
  await pause();
  await Promise.all([explainer.load(), explainerB.load(), thousand.load()]);
  // Each of these takes about as long as a frame: the page draws in between.
  for (const prepare of [untrained, slicePlane, slicePlaces]) {
    await pause();
    prepare();
  }
  await pause();
  const order = sliceOrder(box);
  await pause();
  let isWarm = false;
  const tell = (): void => {
    for (const watcher of watchers) watcher(client);
  };
  const client = new SliceClient(order, {
    createWorker: () =>
      new Worker(new URL('../../../descent/worker.ts', import.meta.url), { type: 'module' }),
    everySecond,
    changed: () => {
      if (client.slice === null || isWarm) tell();
      else {
        // The first gradient over all its digits takes several frames, those after it one: it is nobody's to wait for.
        isWarm = true;
        client.slice.at(0, 0);
        setTimeout(tell);
      }
    },
  });
  return client;
}

/**
 * Measures the slice in a worker of the page, or goes on with that: called again after trouble it tries again.
 * @throws an error with a message for the reader when a download fails
 */
export async function measureInPage(box: Box): Promise<void> {
  ofPage ??= open(box);
  let client: SliceClient;
  try {
    client = await ofPage;
  } catch (error) {
    ofPage = null;
    throw error;
  }
  if (watchers.size === 0) return; // left meanwhile
  client.start();
  for (const watcher of watchers) watcher(client);
}

/** Calls with the slice whenever more of it has come. @returns ends that; when nobody looks any more, the worker ends too */
export function watchSlice(watcher: (client: SliceClient) => void): () => void {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    ofPage
      ?.then((client) => {
        if (watchers.size === 0) client.stop();
      })
      .catch(() => undefined); // who asked for it has been told
  };
}
