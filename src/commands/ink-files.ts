import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PIXELS } from '../digits/mnist.ts';
import type { InkRecord } from '../inside/ink-record.ts';
import { inkCounts } from '../inside/weights.ts';
import { DIGITS } from './digit-files.ts';
import { readMnist } from './mnist-files.ts';

/** Counts in how many of the 60,000 training digits each pixel has ink. */
export function recordInk(): InkRecord {
  const { count, inputs } = readMnist('train');
  return { count, counts: [...inkCounts(inputs, PIXELS)] };
}

/** Writes ink.json, unless it is there: MNIST does not change. */
export function makeInk(folder = DIGITS): void {
  const file = path.join(folder, 'ink.json');
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(recordInk())); // two may be at it at once: each puts a whole file in its place
  renameSync(`${file}.${process.pid}`, file);
}
