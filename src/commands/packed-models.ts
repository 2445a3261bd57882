import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { readCheckpoints, writeCheckpoints } from '../training/checkpoint-file.ts';
import { STAGE_DIGITS } from '../training/stages.ts';
import { MODELS } from './models.ts';

/** The models that pages fetch. */
const PACKED = ['recogniser', 'explainer', 'explainer-b', 'classic'];

/** Gzips them, as NAME.packed beside each, and of the explainer's checkpoints those that figures show. */
export function packModels(folder = MODELS): void {
  const read = (name: string): Uint8Array => readFileSync(path.join(folder, `${name}.safetensors`));
  for (const name of PACKED) pack(path.join(folder, `${name}.packed`), read(name));
  const between = STAGE_DIGITS.slice(1, -1);
  const stages = readCheckpoints(read('explainer-checkpoints'));
  const shown = stages.filter(({ digits }) => between.includes(digits));
  pack(path.join(folder, 'explainer-stages.packed'), writeCheckpoints(shown, 'F16'));
}

function pack(file: string, bytes: Uint8Array): void {
  const packed = gzipSync(bytes, { level: 9 });
  if (existsSync(file) && readFileSync(file).equals(packed)) return;
  writeFileSync(`${file}.${process.pid}`, packed); // two may be at it at once: each puts whole files in place
  renameSync(`${file}.${process.pid}`, file);
}
