import sharp from 'sharp';
import { type Display, type Output, whole } from './notebook-file.ts';

const SVG = 'image/svg+xml';
const PNG = 'image/png';

/** Pixels of a PNG for each of the SVG's own: sharp on dense screens, and still small. */
const DENSITY = 2;

/** Values of 255 that an edge may be lighter or darker by: processors round the last bit of a slanted line differently. */
const TOLERANCE = 2;

/**
 * Two pictures are alike when, shrunk to GRID x GRID, no pixel differs by more than LIKENESS of 255. Other letters, or another
 * version of matplotlib, come to 30; one digit among ten that is another one, to 60; another colour, to 100.
 */
const GRID = 16;
const LIKENESS = 45;

/** Adds a PNG to every output that has an SVG, since some viewers show no SVG. */
export function withPngs(outputs: readonly Output[]): Promise<Output[]> {
  return Promise.all(
    outputs.map(async (output) => {
      const lacking =
        output.output_type !== 'stream' && SVG in output.data && !(PNG in output.data);
      return lacking ? withPng(output) : output;
    }),
  );
}

async function withPng(output: Display): Promise<Display> {
  const svg = Buffer.from(whole(output.data[SVG]));
  const drawn = await sharp(svg, { density: 72 * DENSITY })
    .removeAlpha()
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  const size = { width: drawn.info.width / DENSITY, height: drawn.info.height / DENSITY };
  return {
    ...output,
    data: { ...output.data, [PNG]: drawn.data.toString('base64') },
    metadata: { ...output.metadata, [PNG]: size },
  };
}

/** Whether two PNG files, in base64, hold the same picture. Files may differ where pixels do not: compressors vary. */
export async function samePixels(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all(
    [one, other].map((file) =>
      sharp(Buffer.from(file, 'base64')).ensureAlpha().raw().toBuffer({ resolveWithObject: true }),
    ),
  );
  return (
    a.info.width === b.info.width &&
    a.info.height === b.info.height &&
    isWithin(TOLERANCE, a.data, b.data)
  );
}

/** Whether two PNG files, in base64, show the same at a glance, and in nearly the same shape. */
export async function alike(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all(
    [one, other].map(async (file) => {
      const picture = sharp(Buffer.from(file, 'base64')).flatten({ background: 'white' });
      const { width, height } = await picture.metadata();
      const data = await picture.resize(GRID, GRID, { fit: 'fill' }).removeAlpha().raw().toBuffer();
      return { shape: width / height, data };
    }),
  );
  return Math.abs(a.shape / b.shape - 1) < 0.05 && isWithin(LIKENESS, a.data, b.data);
}

function isWithin(tolerance: number, a: Uint8Array, b: Uint8Array): boolean {
  return a.every((v, i) => Math.abs(v - b[i]) <= tolerance);
}
