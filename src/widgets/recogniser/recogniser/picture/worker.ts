/** The worker that looks at pictures, so that no finger waits for it. The page starts it as a module. */
import { look, type LookOrder, type LookReport, type Pixels, pixelsOf } from './look.ts';

/** A worker's scope, as far as it is wanted: the types that come with the DOM take `self` for a window. */
interface Scope {
  postMessage(message: LookReport): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<LookOrder>) => void): void;
}

const scope: Scope = globalThis;

function canvas(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('There is no canvas.');
  return context;
}

async function take({ id, picture }: LookOrder): Promise<LookReport> {
  let pixels: Pixels;
  if (picture instanceof Blob) {
    if (typeof OffscreenCanvas === 'undefined') return { id, kind: 'no canvas' };
    try {
      pixels = await pixelsOf(picture, canvas);
    } catch {
      return { id, kind: 'unknown' };
    }
  } else pixels = picture;
  return { id, kind: 'seen', seen: look(pixels) };
}

scope.addEventListener('message', ({ data }) => {
  void take(data).then((report) => scope.postMessage(report));
});
