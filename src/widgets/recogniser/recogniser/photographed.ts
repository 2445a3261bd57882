/** The mode "A picture" with a picture in it, for specimens: drawn as a photograph, and looked at as the page's worker looks. */
import { raster } from '@/digits/raster.ts';
import type { Drawing } from '@/digits/strokes.ts';
import type { WorkerLike } from '@/training/worker-link.ts';
import { type AnyMode, modeOf } from './mode-file.ts';
import { look, type LookReport, type Pixels } from './picture/look.ts';
import PicturePlace from './picture/PicturePlace.svelte';
import PictureTools from './picture/PictureTools.svelte';
import { PictureState } from './picture/picture.svelte.ts';

/** Pixels along the photograph's side. */
const SIDE = 160;

/** Strokes in pencil on a paper that the light falls on from the left. */
function photograph(strokes: Drawing): Pixels {
  const lines = strokes.map(({ points }) => points.map((v) => SIDE * v));
  const data = new Uint8ClampedArray(4 * SIDE * SIDE);
  raster(lines, SIDE, 0.04 * SIDE).forEach((ink, i) => {
    const light = 235 - (70 * (i % SIDE)) / SIDE;
    const grey = light * (1 - 0.6 * ink);
    data.set([grey, grey, grey - 8, 255], 4 * i);
  });
  return { width: SIDE, height: SIDE, data };
}

/** Looks on the page itself, one turn after it is asked; no file is opened. */
function stillEye(photo: Pixels): WorkerLike {
  const worker = new EventTarget();
  return Object.assign(worker, {
    postMessage: ({ id }: { id: number }) => {
      const data: LookReport = { id, kind: 'seen', seen: look(photo) };
      setTimeout(() => worker.dispatchEvent(new MessageEvent('message', { data })));
    },
    terminate: () => undefined,
  });
}

/** @param strokes what was photographed; a file comes after the mode, as on the page, and not where a page is made */
export const photographed = (strokes: Drawing): AnyMode =>
  modeOf<PictureState>({
    begin(recogniser) {
      const photo = photograph(strokes);
      const link = { createWorker: () => stillEye(photo), everySecond: () => () => undefined };
      const state = new PictureState(recogniser, { link, open: () => Promise.resolve(photo) });
      if (!import.meta.env.SSR) setTimeout(() => state.take(new Blob()));
      return state;
    },
    Place: PicturePlace,
    Tools: PictureTools,
    how: 'its ink, centred by its weight',
  });
