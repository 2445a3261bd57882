import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PIXELS } from '../digits/mnist.ts';
import { recallOf } from '../inside/bench/confusion.ts';
import { costs } from '../network/cost.ts';
import { readModel } from '../network/files.ts';
import type { Network } from '../network/network.ts';
import { evaluate } from '../network/sgd.ts';
import { MODEL_NAMES, type ModelName, recipes } from '../training/recipes.ts';
import { fromFile } from './command-line.ts';
import { readMnist } from './mnist-files.ts';

/** Where the models that we ship live. */
export const MODELS = path.join(import.meta.dirname, '../../public/models');

/** What models.json says of one model: how it was made, and what was measured on the file itself. */
export interface ModelEntry {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly sizes: readonly number[];
  readonly parameters: number;
  readonly recipe: unknown;
  /** On MNIST's 10,000 test digits: shares, 0 to 1. */
  readonly mnist: { readonly accuracy: number; readonly perDigit: readonly number[] };
  /** Its training from the start on, in a file of its own; `digits` says after how many digits each network was kept. */
  readonly checkpoints?: {
    readonly file: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly digits: readonly number[];
  };
  /** On real pen strokes by writers that it was not tuned on, where that was measured. */
  readonly strokes?: PenAccuracy;
}

/** Shares, 0 to 1. */
export interface PenAccuracy {
  readonly digits: number;
  readonly writers: number;
  readonly accuracy: number;
  readonly writerMean: number;
}

export type Models = Partial<Record<ModelName, ModelEntry>>;

export function isModelName(name: string): name is ModelName {
  return (MODEL_NAMES as readonly string[]).includes(name);
}

/** @param folder that holds the models and models.json */
export function readModels(folder: string): Models {
  const file = path.join(folder, 'models.json');
  if (!existsSync(file)) return {};
  return fromFile(file, (bytes) => JSON.parse(bytes.toString('utf8')) as Models);
}

/** Writes models.json, in the order of the recipes. */
export function writeModels(folder: string, models: Models): void {
  const ordered = MODEL_NAMES.flatMap((name) => (models[name] ? [[name, models[name]]] : []));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'models.json'),
    `${JSON.stringify(Object.fromEntries(ordered), null, 2)}\n`,
  );
}

/**
 * The network of a shipped model.
 * @throws Error that names the file, where it is missing, is no model, or reads no digits
 */
export function openModel(name: ModelName, folder = MODELS): Network {
  return fromFile(path.join(folder, `${name}.safetensors`), (bytes) => {
    const network = readModel(bytes);
    const { sizes } = network;
    if (sizes[0] !== PIXELS || sizes.at(-1) !== 10) {
      throw new Error(`expected ${PIXELS} inputs and 10 outputs; found ${sizes.join('-')}.`);
    }
    return network;
  });
}

/** How a model does on MNIST's test set. */
export function testOnMnist(name: ModelName, network: Network): ModelEntry['mnist'] {
  const result = evaluate(network, readMnist('test'), costs[recipes[name].cost]);
  return { accuracy: result.accuracy, perDigit: recallOf(result.confusion) };
}
