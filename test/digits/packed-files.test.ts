import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { DIGITS, makeDigits } from '../../src/commands/digit-files.ts';
import { readMnist } from '../../src/commands/mnist-files.ts';
import type { Digits } from '../../src/digits/mnist.ts';
import { type PackedDigits, unpackDigits } from '../../src/digits/packed.ts';
import { CHUNKS, TRAIN_COUNT } from '../../src/training/chunks.ts';

beforeAll(() => makeDigits(), 120_000);

const bytesOf = (name: string): Buffer => readFileSync(path.join(DIGITS, `${name}.digits`));
const read = (name: string): PackedDigits => unpackDigits(gunzipSync(bytesOf(name)));

/** Digits of a file that are not those of MNIST at the places it names, rounded to its steps. */
function strangers({ inputs, labels, indices, full }: PackedDigits, mnist: Digits): number[] {
  const rounded = Uint8Array.from({ length: 256 }, (_, ink) => Math.round((ink * full) / 255));
  const found: number[] = [];
  indices.forEach((place, i) => {
    let isSame = labels[i] === mnist.labels[place];
    for (let k = 0; k < 784; k++) {
      if (inputs[784 * i + k] !== rounded[mnist.inputs[784 * place + k]]) isSame = false;
    }
    if (!isSame) found.push(i);
  });
  return found;
}

/** The ink of all of them, in pixels of black. */
function ink({ inputs, full }: PackedDigits): number {
  let sum = 0;
  for (const value of inputs) sum += value;
  return sum / full;
}

/** How many there are of each digit. */
function perDigit({ labels }: { labels: Uint8Array }): number[] {
  return Array.from({ length: 10 }, (_, digit) => labels.filter((label) => label === digit).length);
}

describe('the digits to learn from', () => {
  it('are the 60,000 of MNIST, each once, in four shades', () => {
    const mnist = readMnist('train');
    const places: number[] = [];
    for (const { name, count } of CHUNKS.train) {
      const chunk = read(name);
      expect(chunk).toMatchObject({ count, full: 3 });
      expect(strangers(chunk, mnist)).toEqual([]);
      places.push(...chunk.indices);
    }
    expect(places.sort((one, other) => one - other)).toEqual(
      Array.from({ length: TRAIN_COUNT }, (_, i) => i),
    );
  });

  it('come in chunks of at most 1.1 MB, and 3.3 MB in all', () => {
    const sizes = CHUNKS.train.map(({ name }) => bytesOf(name).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1_100_000);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(3_300_000);
  });

  it('begin with a fair sample: as much of each digit, and of ink, as all have', () => {
    const mnist = readMnist('train');
    const first = read(CHUNKS.train[0].name);
    const all = perDigit(mnist);
    perDigit(first).forEach((count, digit) => {
      expect(Math.abs((3 * count) / all[digit] - 1)).toBeLessThan(0.05);
    });
    const ofAll = CHUNKS.train.reduce((sum, { name }) => sum + ink(read(name)), 0);
    expect(Math.abs((3 * ink(first)) / ofAll - 1)).toBeLessThan(0.01);
  });
});

describe('the digits to test on and to look at', () => {
  it.each<[name: string, count: number, full: number, each: number | undefined]>([
    [CHUNKS.test.name, 10_000, 15, undefined],
    ['sample-1000', 1000, 15, 100],
    ['sample-100', 100, 255, 10],
  ])('%s: %i of MNIST, black being %i', (name, count, full, each) => {
    const packed = read(name);
    expect(packed).toMatchObject({ count, full });
    expect(strangers(packed, readMnist('test'))).toEqual([]);
    expect(new Set(packed.indices).size).toBe(count);
    if (each !== undefined) expect(perDigit(packed)).toEqual(new Array(10).fill(each));
  });

  it('take no more than 900 kB, and the samples 110 kB', () => {
    expect(bytesOf(CHUNKS.test.name).length).toBeLessThanOrEqual(900_000);
    expect(bytesOf('sample-1000').length + bytesOf('sample-100').length).toBeLessThanOrEqual(
      110_000,
    );
  });

  it('bring their licence with them', () => {
    expect(readFileSync(path.join(DIGITS, 'LICENCE.txt'), 'utf8')).toContain('CC BY-SA 3.0');
  });
});
