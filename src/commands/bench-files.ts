import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { PIXELS, SIDE } from '../digits/mnist.ts';
import { packDigits, type PackedDigits, unpackDigits } from '../digits/packed.ts';
import { measureBench, readingsIn } from '../inside/bench/measure.ts';
import { type BenchRecord, namedIn, type RecordedNetwork, SHOWN } from '../inside/bench/record.ts';
import { fullestCell } from '../inside/bench/confusion.ts';
import { kernelScorer } from '../inside/bench/create-scorer.ts';
import { type Answers, answersOf } from '../inside/bench/scored.ts';
import { sharedMistakes } from '../inside/bench/test-set.ts';
import { startKernel } from '../kernel/kernel.ts';
import { CHUNKS } from '../training/chunks.ts';
import { MODEL_NAMES, type ModelName } from '../training/recipes.ts';
import { DIGITS, makeDigits } from './digit-files.ts';
import { readKernel } from './kernel-file.ts';
import { MODELS, openModel } from './models.ts';
import { encodePng } from './png.ts';

/** The 10,000 test digits as the page fetches them. */
export function readTestDigits(): PackedDigits {
  makeDigits();
  return unpackDigits(gunzipSync(readFileSync(testFile)));
}

const testFile = path.join(DIGITS, `${CHUNKS.test.name}.digits`);

/** Measures our networks on the page's own test digits, by the kernel. */
export async function recordBench(digits: PackedDigits): Promise<BenchRecord> {
  const score = kernelScorer(await startKernel(readKernel()), digits);
  const { count, labels } = digits;
  const networks: RecordedNetwork[] = [];
  const answersBy = new Map<ModelName, Answers>();
  for (const name of MODEL_NAMES) {
    const network = openModel(name);
    const scored = { count, labels, scores: score(network) };
    const answers = answersOf(scored);
    const result = measureBench(scored, answers);
    const cell = fullestCell(result.confusion);
    const readings = readingsIn(scored, answers, cell).slice(0, SHOWN);
    networks.push({ name, sizes: network.sizes, result, cell, readings });
    answersBy.set(name, answers);
  }
  const [one, other] = [answersBy.get('explainer'), answersBy.get('explainer-b')];
  if (!one || !other) throw new Error('Both explainer networks are measured.');
  const twins = sharedMistakes(one, other, labels);
  return { bytes: statSync(testFile).size, networks, twins };
}

/** Whether the record was written after all that it is made from last changed. */
function isFresh(file: string): boolean {
  if (!existsSync(file)) return false;
  const inside = path.join(import.meta.dirname, '../inside/bench');
  const sources = [
    testFile,
    import.meta.filename,
    ...readdirSync(inside).map((name) => path.join(inside, name)),
    ...MODEL_NAMES.map((name) => path.join(MODELS, `${name}.safetensors`)),
  ];
  const made = statSync(file).mtimeMs;
  return sources.every((source) => statSync(source).mtimeMs < made);
}

/** The digits at these places, as a set of their own. */
function pick(digits: PackedDigits, places: readonly number[]): PackedDigits {
  const inputs = new Uint8Array(places.length * PIXELS);
  places.forEach((place, i) =>
    inputs.set(digits.inputs.subarray(place * PIXELS, (place + 1) * PIXELS), i * PIXELS),
  );
  const labels = Uint8Array.from(places, (place) => digits.labels[place]);
  return {
    count: places.length,
    inputs,
    full: digits.full,
    labels,
    indices: Uint32Array.from(places),
  };
}

/** The digits one below another, in a picture for where no script paints them. */
function column({ inputs, count, full }: PackedDigits): Uint8Array {
  return encodePng(
    inputs.map((ink) => Math.round((255 * ink) / full)),
    SIDE,
    SIDE * count,
  );
}

/**
 * Writes what the test bench shows before the 10,000 digits are here, unless it is there and newer than its sources: bench.json, what our
 * networks reach; bench.digits, the digits that it names; bench.png, the same as a picture, one below another.
 */
export async function makeBench(folder = DIGITS): Promise<void> {
  const last = path.join(folder, 'bench.json');
  const digits = readTestDigits();
  if (isFresh(last)) return;
  const record = await recordBench(digits);
  const named = pick(digits, namedIn(record));
  const packed = gzipSync(packDigits(named, 4), { level: 9, memLevel: constants.Z_MAX_MEMLEVEL });
  const files: [string, Uint8Array | string][] = [
    ['bench.digits', packed],
    ['bench.png', column(named)],
    ['bench.json', JSON.stringify(record)],
  ];
  for (const [name, contents] of files) {
    const file = path.join(folder, name);
    writeFileSync(`${file}.${process.pid}`, contents); // two may be at it at once: each puts whole files in their places
    renameSync(`${file}.${process.pid}`, file);
  }
}
