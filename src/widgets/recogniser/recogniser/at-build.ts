import { readFile, stat } from 'node:fs/promises';
import { breathing } from '@/islands/in-pieces.ts';
import { readSample } from '@/islands/sample.ts';
import { readModel } from '@/network/files.ts';
import { readImage } from '@/recogniser/recognise.ts';
import { CHUNKS } from '@/training/chunks.ts';
import { type PackedStill, unpackStill } from '../still.ts';
import { type Alike, alikeIn, type Why, workingOut } from './why/why.svelte.ts';

/** What the panels show before any script runs. */
export interface ShownWhy {
  readonly why: Why;
  readonly alike: Alike;
  /** Bytes of the files of training digits. */
  readonly trainBytes: number;
}

/** Works out why the digit of a still is read as it is. @param publicDir the site's own files */
export async function readWhy(publicDir: URL, still: PackedStill): Promise<ShownWhy> {
  const read = async (file: string): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await readFile(new URL(file, publicDir)));
  const network = readModel(await read('models/recogniser.safetensors'));
  const sample = await readSample(await read('digits/sample-1000.digits'));
  const { digit } = unpackStill(still);
  const reading = readImage(network, digit.pixels);
  const why = await breathing(workingOut({ sheet: { digit, strokes: [] }, network, ...reading }));
  const sizes = await Promise.all(
    CHUNKS.train.map(({ name }) => stat(new URL(`digits/${name}.digits`, publicDir))),
  );
  const trainBytes = sizes.reduce((sum, { size }) => sum + size, 0);
  return { why, alike: alikeIn(digit.pixels, sample, digit), trainBytes };
}
