/** How long it takes to try ten values of each knob, at a speed that was measured. Powers of ten throughout: the numbers themselves fit nowhere. */
import { thousands } from '@/words/numbers.ts';

/** Values tried of each knob. */
export const VALUES = 10;
const SECONDS_A_YEAR = 365.25 * 24 * 3600;
/** The age of the universe, some 13.8 thousand million years. */
const AGE_OF_ALL = 13.8e9 * SECONDS_A_YEAR;

/**
 * Milliseconds that an engine takes for an epoch, from the table that `npm run bench` prints and the README keeps.
 * @param size '784-16-16-10'
 * @throws Error where the table has no such number
 */
export function epochTime(readme: string, engine: string, size: string): number {
  const rows = readme
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const column = rows
    .find((row) => row.includes(`${size}, ms an epoch`))
    ?.indexOf(`${size}, ms an epoch`);
  const ms = Number(rows.find((row) => row[1] === engine)?.[column ?? -1]);
  if (!(ms > 0)) throw new Error(`The README has no time of an epoch for ${engine} at ${size}.`);
  return ms;
}

/** How many knobs one could have tried in all the time that there has been. @param rate tries a second */
export function knobsInAllTime(rate: number): number {
  return Math.floor(Math.log10(rate * AGE_OF_ALL));
}

/** So long as words, from the power of ten of its seconds: '57 seconds', '18 years', or a power of ten of years. */
export function durationWords(power: number): string | { readonly years: number } {
  if (power > Math.log10(SECONDS_A_YEAR) + 6) {
    return { years: Math.floor(power - Math.log10(SECONDS_A_YEAR)) };
  }
  const seconds = 10 ** power;
  const units: readonly (readonly [number, string])[] = [
    [SECONDS_A_YEAR, 'year'],
    [24 * 3600, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
    [1, 'second'],
  ];
  const [size, name] = units.find(([size]) => seconds >= 1.5 * size) ?? [1, 'second'];
  const count = seconds / size;
  const shown = count < 10 ? String(Number(count.toPrecision(2))) : thousands(Math.round(count));
  return `${shown} ${name}${shown === '1' ? '' : 's'}`;
}

/** 10 to the power of a number of knobs, written out where it fits. */
export function triesWords(knobs: number): string | null {
  return knobs <= 6 ? thousands(VALUES ** knobs) : null;
}
