/**
 * How far each pixel is from the nearest that is marked, exactly, in time that grows with the number of pixels alone (Felzenszwalb and
 * Huttenlocher, Distance transforms of sampled functions, 2012): squared distances down the columns, then the lower envelope of parabolas
 * along the rows.
 * @param marked (height, width) row-major, 1 where marked
 * @returns pixels, from middle to middle; large where nothing is marked
 */
export function distances(marked: Uint8Array, width: number, height: number): Float64Array {
  const FAR = 1e12;
  const squared = Float64Array.from(marked, (v) => (v === 1 ? 0 : FAR));
  const longer = Math.max(width, height);
  const line = new Float64Array(longer);
  const seats = new Int32Array(longer);
  const bounds = new Float64Array(longer + 1);
  function along(start: number, step: number, count: number): void {
    for (let i = 0; i < count; i++) line[i] = squared[start + i * step];
    let last = 0;
    seats[0] = 0;
    bounds[0] = -Infinity;
    bounds[1] = Infinity;
    for (let i = 1; i < count; i++) {
      let meet = 0;
      for (;;) {
        const seat = seats[last];
        meet = (line[i] + i * i - line[seat] - seat * seat) / (2 * (i - seat));
        if (meet > bounds[last]) break;
        last--;
      }
      last++;
      seats[last] = i;
      bounds[last] = meet;
      bounds[last + 1] = Infinity;
    }
    let at = 0;
    for (let i = 0; i < count; i++) {
      while (bounds[at + 1] < i) at++;
      const off = i - seats[at];
      squared[start + i * step] = off * off + line[seats[at]];
    }
  }
  for (let x = 0; x < width; x++) along(x, width, height);
  for (let y = 0; y < height; y++) along(y * width, 1, width);
  return squared.map((v) => Math.sqrt(v));
}
