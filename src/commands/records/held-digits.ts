import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PIXELS } from '../../digits/mnist.ts';
import { inflate, type PackedDigits, unpackDigits } from '../../digits/packed.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { CHUNKS } from '../../training/chunks.ts';
import type { HeldDigits } from '../../training/recorded/by-epoch.ts';
import { DIGITS, makeDigits } from '../digit-files.ts';

/** A file of digits as the page fetches it. */
export async function readPacked(name: string): Promise<PackedDigits> {
  const file = path.join(DIGITS, `${name}.digits`);
  return unpackDigits(await inflate(new Uint8Array(readFileSync(file))));
}

/** All that the page trains and tests on, in the kernel's memory, in the order in which it comes there. */
export async function holdDigits(kernel: Kernel): Promise<HeldDigits> {
  makeDigits();
  const test = kernel.hold(await readPacked(CHUNKS.test.name), PIXELS);
  const [first, ...others] = CHUNKS.train;
  const train = kernel.hold(await readPacked(first.name), PIXELS);
  for (const { name } of others) train.add(await readPacked(name));
  return { train, test };
}
