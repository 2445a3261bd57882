import { SliceClient } from '../../descent/client.ts';
import type { Box, Point } from '../../descent/field.ts';
import { placeIn, planeThrough } from '../../descent/plane.ts';
import { createNetwork, type Network } from '../../network/network.ts';
import { createRandom } from '../../network/random.ts';
import { EXPLAINER_SIZES, explainer, explainerB, thousand } from '../../reader/standing.ts';

/** Digits that the mean cost is over: every second of the thousand, so some fifty of each. */
const DIGITS = 500;
/** The seed of the explainer network's recipe. */
const SEED = 1;

/** The explainer network before it learned anything: the very numbers that its training began with. */
export function untrained(): Network {
  return createNetwork(EXPLAINER_SIZES, 'scaled', createRandom(SEED));
}

let places: (Point & { readonly name: string })[] | undefined;

/** Where the three networks lie in the slice; they must be here. */
export function slicePlaces(): readonly (Point & { readonly name: string })[] {
  if (places === undefined) {
    const start = untrained();
    const plane = planeThrough(explainer.value, explainerB.value, start);
    places = [
      { name: 'trained A', ...placeIn(plane, explainer.value) },
      { name: 'trained B', ...placeIn(plane, explainerB.value) },
      { name: 'untrained', ...placeIn(plane, start) },
    ];
  }
  return places;
}

/** What a slice is measured on. */
export function sliceOrder(box: Box) {
  const digits = thousand.value.filter((_, i) => i % 2 === 0).slice(0, DIGITS);
  const pixels = new Float64Array(digits.length * 784);
  digits.forEach((digit, i) => pixels.set(digit.pixels, i * 784));
  return {
    networks: [explainer.value, explainerB.value, untrained()] as const,
    pixels,
    labels: Uint8Array.from(digits, ({ label }) => label),
    box,
  };
}

/**
 * Measures the slice in a worker of the page.
 * @param changed called when anything has come
 * @throws an error with a message for the reader when a download fails
 */
export async function measureInPage(box: Box, changed: () => void): Promise<SliceClient> {
  await Promise.all([explainer.load(), explainerB.load(), thousand.load()]);
  return new SliceClient(sliceOrder(box), {
    createWorker: () =>
      new Worker(new URL('../../descent/worker.ts', import.meta.url), { type: 'module' }),
    everySecond(call) {
      const timer = setInterval(call, 1000);
      return () => clearInterval(timer);
    },
    changed,
  });
}
