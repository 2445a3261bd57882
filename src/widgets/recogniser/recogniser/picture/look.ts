import { findInk, type FoundInk, greyOf, LOOKED_AT } from '@/digits/photo.ts';
import { preprocessPicture } from '@/digits/preprocess.ts';

/** What the worker is asked: to look at a picture file, or at pixels where it cannot open files. */
export interface LookOrder {
  readonly id: number;
  readonly picture: Blob | Pixels;
}

/** A picture, small enough to be looked at; red, green, blue and opacity, 0 to 255, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** What was seen in it. */
export interface Seen {
  readonly photo: Pixels;
  /** Null where there is no digit to be found. */
  readonly found: (Pick<FoundInk, 'ink' | 'box'> & { readonly image: Float64Array }) | null;
}

export type LookReport =
  | { readonly id: number; readonly kind: 'seen'; readonly seen: Seen }
  /** The file is no picture that the browser knows. */
  | { readonly id: number; readonly kind: 'unknown' }
  /** This worker has no canvas: the page must hand it pixels. */
  | { readonly id: number; readonly kind: 'no canvas' };

/** A canvas of either kind, as far as it is wanted. */
interface Context {
  imageSmoothingQuality: 'low' | 'medium' | 'high';
  drawImage(image: ImageBitmap, x: number, y: number, width: number, height: number): void;
  getImageData(x: number, y: number, width: number, height: number): ImageData;
}

/**
 * Opens a picture file, turned as its camera was held, and makes it small enough to be looked at.
 * @throws DOMException where it is no picture
 */
export async function pixelsOf(
  file: Blob,
  canvas: (width: number, height: number) => Context,
): Promise<Pixels> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LOOKED_AT / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas(width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

/** Looks for a digit. */
export function look(photo: Pixels): Seen {
  const ink = findInk(greyOf(photo.data, photo.width, photo.height));
  if (ink === null) return { photo, found: null };
  const { picture, side } = ink.digit;
  const image = preprocessPicture(picture, side, side);
  return { photo, found: { ink: ink.ink, box: ink.box, image } };
}
