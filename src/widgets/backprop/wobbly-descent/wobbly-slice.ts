import { everySecond } from '@/islands/every-second.ts';
import { SliceClient } from '@/islands/slice-client.ts';
import type { Box, Field, Point } from '@/descent/field.ts';
import { placeIn, planeThrough } from '@/descent/plane.ts';
import { Slice, sliceParts } from '@/descent/slice.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import { stages } from '@/islands/stages.ts';
import { explainer, explainerB, thousand } from '@/islands/resources.ts';

/** The part of the plane that is shown: square, with all three networks inside. */
export const BOX: Box = { x: [-15, 57.8], y: [-30, 42.8] };
/** Contours of the cost. */
export const LEVELS: readonly number[] = [
  0.05, 0.07, 0.1, 0.14, 0.2, 0.28, 0.4, 0.56, 0.8, 1.1, 1.5, 2,
];

/** Three in ten of the thousand: 300 digits, which are all there is here. */
export function sliceDigits(): GivenDigit[] {
  return thousand.value.filter((_, i) => i % 10 < 3);
}

/** The networks that the plane goes through: trained, trained from another start, and untrained. */
const networks = () => [explainer.value, explainerB.value, stages.value[0]] as const;

function order() {
  const digits = sliceDigits();
  const pixels = new Float64Array(digits.length * 784);
  digits.forEach((digit, i) => pixels.set(digit.pixels, i * 784));
  return {
    networks: networks(),
    pixels,
    labels: Uint8Array.from(digits, ({ label }) => label),
    box: BOX,
  };
}

let made: { readonly slice: Slice; readonly places: readonly (Point & { name: string })[] } | null =
  null;

/** The slice itself, exact at any point, and where the three networks lie in it; made once. All that it stands on must be here. */
export function theSlice() {
  if (made === null) {
    const plane = planeThrough(...networks());
    const { pixels, labels } = order();
    const [a, b, start] = networks();
    made = {
      slice: new Slice(sliceParts(plane, pixels, labels)),
      places: [
        { name: 'trained A', ...placeIn(plane, a) },
        { name: 'trained B', ...placeIn(plane, b) },
        { name: 'untrained', ...placeIn(plane, start) },
      ],
    };
  }
  return made;
}

/** The map as far as it has been measured: what came to one figure is there for the next at once. */
let known: { readonly side: number; readonly map: Field } | null = null;

/** The finest map that has been measured on this page so far, and its nodes along a side. */
export const knownMap = (): typeof known => known;

/** Keeps a map that is finer than the one known. */
export function keepMap(side: number, map: Field): void {
  if (side > (known?.side ?? 0)) known = { side, map };
}

/** Measures the map of the slice in a worker of the page. @param changed called when more of it has come */
export function measureMap(changed: () => void): SliceClient {
  return new SliceClient(order(), {
    createWorker: () =>
      new Worker(new URL('../../../descent/worker.ts', import.meta.url), { type: 'module' }),
    everySecond,
    changed,
  });
}
