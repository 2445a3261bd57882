/**
 * Letters drawn as lines, so that a picture looks the same wherever it is drawn: no machine needs to have the right font.
 * A unit is a seventh of a digit's height; y points down, digits stand from 0 to 7, tails reach 9.
 */

const BOWL = '4.75C3.6 3.4 2.9 2.5 1.8 2.5S0 3.4 0 4.75.7 7 1.8 7 3.6 6.1 3.6 4.75';
const ARCH = 'M0 4.4C0 3.2.7 2.5 1.7 2.5S3.2 3.2 3.2 4.4V7';

/** How wide each sign is, and the line that draws it: the `d` of an SVG path. */
const SIGNS: Readonly<Record<string, readonly [width: number, line: string]>> = {
  ' ': [1.8, ''],
  '0': [4, 'M2 0C.5 0 0 1.6 0 3.5S.5 7 2 7 4 5.4 4 3.5 3.5 0 2 0Z'],
  '1': [4, 'M.7 1.5L2.5 0V7'],
  '2': [4, 'M.1 1.9C.2.7 1 0 2 0 3.2 0 3.9.8 3.9 1.9 3.9 3.7.6 5 0 7H4'],
  '3': [
    4,
    'M.2 1.1C.5.4 1.2 0 2 0 3.1 0 3.8.7 3.8 1.7S3 3.3 1.6 3.3C3.2 3.3 4 4.1 4 5.2S3.2 7 2 7C1 7 .3 6.6 0 5.8',
  ],
  '4': [4, 'M3 7V0L0 4.9H4.1'],
  '5': [4, 'M3.6 0H.7L.4 3.2C.9 2.8 1.4 2.6 2 2.6 3.2 2.6 4 3.5 4 4.8S3.2 7 2 7C1 7 .4 6.6 0 5.9'],
  '6': [4, 'M3.4.1C1.4.5 0 2.3 0 4.8 0 6.2.8 7 2 7S4 6.2 4 4.8 3.2 2.7 2 2.7 0 3.5 0 4.8'],
  '7': [4, 'M0 0H4L1.4 7'],
  '8': [
    4,
    'M2 3.3C.9 3.3.3 2.6.3 1.7S1 0 2 0 3.7.8 3.7 1.7 3.1 3.3 2 3.3C.8 3.3 0 4.1 0 5.1S.8 7 2 7 4 6.2 4 5.1 3.2 3.3 2 3.3Z',
  ],
  '9': [4, 'M.6 6.9C2.6 6.5 4 4.7 4 2.2 4 .8 3.2 0 2 0S0 .8 0 2.2.8 4.3 2 4.3 4 3.5 4 2.2'],
  a: [3.6, `M3.6 2.6V7M3.6 ${BOWL}`],
  b: [3.6, `M0 0V7M3.6 ${BOWL}`],
  c: [3.4, 'M3.4 3.3C3 2.8 2.5 2.5 1.9 2.5.8 2.5 0 3.4 0 4.75S.8 7 1.9 7C2.5 7 3 6.7 3.4 6.2'],
  d: [3.6, `M3.6 0V7M3.6 ${BOWL}`],
  e: [3.6, 'M0 4.7H3.6C3.6 3.4 2.9 2.5 1.8 2.5S0 3.4 0 4.75.8 7 1.9 7C2.6 7 3.1 6.7 3.5 6.1'],
  f: [2.4, 'M2.4.2C1.3-.1.9.6.9 1.6V7M0 2.6H2.2'],
  g: [3.6, `M3.6 2.6V7.2C3.6 8.5 2.9 9 1.8 9 1.1 9 .6 8.9.2 8.5M3.6 ${BOWL}`],
  h: [3.2, `M0 0V7${ARCH}`],
  i: [0.6, 'M.3 2.6V7M.3.5V.6'],
  j: [1.2, 'M.9 2.6V7.6C.9 8.7.5 9.1-.3 9M.9.5V.6'],
  k: [3.2, 'M0 0V7M3 2.6L0 5.2M1.2 4.2L3.2 7'],
  l: [0.6, 'M.3 0V7'],
  m: [
    5.2,
    'M0 2.6V7M0 4.2C0 3.1.6 2.5 1.4 2.5S2.6 3.1 2.6 4.1V7M2.6 4.2C2.6 3.1 3.2 2.5 4 2.5S5.2 3.1 5.2 4.1V7',
  ],
  n: [3.2, `M0 2.6V7${ARCH}`],
  o: [3.6, `M3.6 ${BOWL}`],
  p: [3.6, `M0 2.6V9M3.6 ${BOWL}`],
  q: [3.6, `M3.6 2.6V9M3.6 ${BOWL}`],
  r: [2, 'M0 2.6V7M0 4.6C0 3.2.8 2.4 2 2.6'],
  s: [
    3.2,
    'M3 3.2C2.7 2.7 2.2 2.5 1.6 2.5.7 2.5.2 3 .2 3.6.2 5.2 3.2 4.2 3.2 5.8 3.2 6.5 2.6 7 1.6 7 .9 7 .3 6.7 0 6.2',
  ],
  t: [2.3, 'M.9 1V5.8C.9 6.8 1.4 7.1 2.3 6.9M0 2.6H2.2'],
  u: [3.2, 'M0 2.6V5.2C0 6.3.6 7 1.5 7S3.2 6.3 3.2 5.1M3.2 2.6V7'],
  v: [3.6, 'M0 2.6L1.8 7 3.6 2.6'],
  w: [5.2, 'M0 2.6L1.4 7 2.6 3.4 3.8 7 5.2 2.6'],
  x: [3.2, 'M0 2.6L3.2 7M3.2 2.6L0 7'],
  y: [3.6, 'M0 2.6L1.8 7M3.6 2.6L1.6 7.6C1.2 8.6.8 9.1 0 9'],
  z: [3.2, 'M0 2.6H3.2L0 7H3.2'],
  '.': [0.6, 'M.3 6.9V7'],
  ',': [0.8, 'M.6 6.8L.1 8.2'],
  ':': [0.6, 'M.3 3.2V3.3M.3 6.9V7'],
  '−': [3.2, 'M0 4H3.2'],
  '+': [3.2, 'M0 4H3.2M1.6 2.4V5.6'],
  '=': [3.2, 'M0 3H3.2M0 5H3.2'],
  '%': [
    5.4,
    'M1.2 0C.4 0 0 .6 0 1.6S.4 3.2 1.2 3.2 2.4 2.6 2.4 1.6 2 0 1.2 0ZM4.2 3.8C3.4 3.8 3 4.4 3 5.4S3.4 7 4.2 7 5.4 6.4 5.4 5.4 5 3.8 4.2 3.8ZM4.6 0L.8 7',
  ],
};

/** Room between two signs. */
const GAP = 1.5;

/**
 * A line of text as SVG, in the colour `currentColor`.
 * @param text of small letters, digits and a few signs
 * @param height of a digit, in pixels
 * @param anchor where x lies; y is the foot of the letters
 * @throws RangeError for a sign that we have no line for
 */
export function letters(
  text: string,
  x: number,
  y: number,
  height: number,
  anchor: 'start' | 'middle' | 'end' = 'start',
): string {
  const unit = height / 7;
  let width = 0;
  const drawn = Array.from(text, (sign) => {
    const known = SIGNS[sign];
    if (!known) throw new RangeError(`No letter for '${sign}' in '${text}'.`);
    const left = width;
    width += known[0] + GAP;
    return known[1] === '' ? '' : `<path transform="translate(${round(left)})" d="${known[1]}"/>`;
  });
  const share = { start: 0, middle: 0.5, end: 1 }[anchor];
  const left = x - share * (width - GAP) * unit;
  const place = `translate(${round(left)} ${round(y - height)}) scale(${round(unit)})`;
  return `<g transform="${place}" fill="none" stroke="currentColor" stroke-width=".85" stroke-linecap="round" stroke-linejoin="round">${drawn.join('')}</g>`;
}

/** Enough digits for a picture, and no more. */
export function round(v: number): number {
  return Math.round(v * 100) / 100;
}
