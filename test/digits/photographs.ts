/** Photographs made by script of our own strokes: pencil on ruled, squared and shadowed paper, pen on a card, chalk on a board. */
import type { Grey } from '@/digits/photo.ts';
import { raster } from '@/digits/raster.ts';
import { bounds, type Line, transform } from '@/digits/strokes.ts';
import type { Random } from '@/network/random.ts';

export type Ground = 'ruled' | 'squared' | 'shadowed' | 'card' | 'board';
export const GROUNDS: readonly Ground[] = ['ruled', 'squared', 'shadowed', 'card', 'board'];

/** A photograph of strokes on some ground. @param lines in pad units; none for a ground with nothing on it */
export function photograph(lines: readonly Line[], ground: Ground, random: Random): Grey {
  const width = 800;
  const height = 600;
  const turn = random.between(-10, 10) * (Math.PI / 180);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const size = random.between(0.35, 0.7) * height;
  const box = bounds(lines) ?? { left: 0, right: 1, top: 0, bottom: 1 };
  const scale = size / Math.max(box.right - box.left, box.bottom - box.top);
  const turned = transform(lines, scale, 0, 0).map((line) =>
    line.map((v, i) => (i % 2 === 0 ? cos * v - sin * line[i + 1] : sin * line[i - 1] + cos * v)),
  );
  const at = bounds(turned) ?? { left: 0, right: 0, top: 0, bottom: 0 };
  const dx = width / 2 - (at.left + at.right) / 2 + random.between(-0.1, 0.1) * width;
  const dy = height / 2 - (at.top + at.bottom) / 2 + random.between(-0.08, 0.08) * height;
  const pen = { ruled: 0.045, squared: 0.045, shadowed: 0.045, card: 0.07, board: 0.1 }[ground];
  const ink = raster(transform(turned, 1, dx, dy), width, pen * size, 1.5);
  const light = { ruled: 0.82, squared: 0.8, shadowed: 0.85, card: 0.9, board: 0.2 }[ground];
  /** How light the ink is, as a share of its ground's light; of chalk, in itself. */
  const dark = { ruled: 0.5, squared: 0.5, shadowed: 0.5, card: 0.15, board: 0.85 }[ground];
  const gap = random.between(0.09, 0.14) * height;
  const lean = random.between(-4, 4) * (Math.PI / 180);
  const [leanCos, leanSin] = [Math.cos(lean), Math.sin(lean)];
  const edge = random.between(0.3, 0.7) * width;
  const fall = random.between(0.1, 0.35);
  const values = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      let value = light * (1 - fall * (x / width) * (y / height));
      const across = y * leanCos - x * leanSin + 10 * gap;
      const along = x * leanCos + y * leanSin + 10 * gap;
      const isRule =
        (ground === 'ruled' && across % gap < 2) ||
        (ground === 'squared' && (across % (gap / 2) < 1.7 || along % (gap / 2) < 1.7));
      if (isRule) value *= 0.75;
      if (ground === 'shadowed') {
        const beyond = x + 0.4 * y - edge;
        value *= 1 - 0.45 * Math.min(1, Math.max(0, beyond / 12));
      }
      const much = ink[i] * (ground === 'board' ? 0.75 + 0.25 * random.uniform() : 1);
      value = ground === 'board' ? value + much * (dark - value) : value * (1 - much * (1 - dark));
      values[i] = Math.min(1, Math.max(0, value + 0.02 * random.normal()));
    }
  }
  return { width, height, values };
}
