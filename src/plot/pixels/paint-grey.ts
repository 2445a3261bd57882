/**
 * Paints pixels as greys, black for 0 and white for 1, into a picture of as many.
 * @param picture changed: all of it
 */
export function paintGrey(picture: ImageData, pixels: ArrayLike<number>): void {
  for (let i = 0; i < pixels.length; i++) {
    const grey = Math.round(255 * pixels[i]);
    picture.data.set([grey, grey, grey, 255], 4 * i);
  }
}
