/**
 * node src/commands/make-sample.ts: writes public/digits/sample-100.digits, ten of each digit, the first of MNIST's test set, with
 * the licence note that must travel with them. The build runs it before anything else.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { PIXELS } from '../digits/mnist.ts';
import { packDigits } from '../digits/packed.ts';
import { readMnist } from './mnist-files.ts';

const EACH = 10;
const LICENCE = `The digits in this folder come from MNIST, by Yann LeCun, Corinna Cortes and Christopher J. C. Burges, who made it from
handwriting collected by NIST. MNIST is licensed under CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/), and so
are these copies: a sample, packed for the page, and some digits as pictures.
`;

const folder = path.join(import.meta.dirname, '../../public/digits');
const digits = readMnist('test');

const taken = new Array<number>(10).fill(0);
const chosen: number[] = [];
for (let i = 0; chosen.length < 10 * EACH; i++) {
  const label = digits.labels[i];
  if (taken[label] === EACH) continue;
  taken[label] += 1;
  chosen.push(i);
}
const inputs = new Uint8Array(chosen.length * PIXELS);
chosen.forEach((i, n) =>
  inputs.set(digits.inputs.subarray(i * PIXELS, (i + 1) * PIXELS), n * PIXELS),
);
const sample = {
  count: chosen.length,
  inputs,
  full: digits.full,
  labels: Uint8Array.from(chosen, (i) => digits.labels[i]),
  indices: Uint16Array.from(chosen),
};
mkdirSync(folder, { recursive: true });
writeFileSync(
  path.join(folder, 'sample-100.digits'),
  gzipSync(packDigits(sample, 8), { level: 9 }),
);
writeFileSync(path.join(folder, 'LICENCE.txt'), LICENCE);
