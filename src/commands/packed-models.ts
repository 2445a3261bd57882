import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { MODELS } from './models.ts';

/** The models that pages fetch. */
const PACKED = ['recogniser', 'explainer'];

/** Gzips them, as NAME.packed beside each. */
export function packModels(folder = MODELS): void {
  for (const name of PACKED) {
    const packed = gzipSync(readFileSync(path.join(folder, `${name}.safetensors`)), { level: 9 });
    const file = path.join(folder, `${name}.packed`);
    if (existsSync(file) && readFileSync(file).equals(packed)) continue;
    writeFileSync(`${file}.${process.pid}`, packed); // two may be at it at once: each puts whole files in place
    renameSync(`${file}.${process.pid}`, file);
  }
}
