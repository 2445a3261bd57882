/**
 * node src/commands/pack-models.ts: gzips the recogniser for the page, as public/models/recogniser.packed. Few hosts compress
 * safetensors on their own, and an ending of no meaning keeps those that do from doing it twice. The build runs it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { MODELS } from './models.ts';

const model = readFileSync(path.join(MODELS, 'recogniser.safetensors'));
writeFileSync(path.join(MODELS, 'recogniser.packed'), gzipSync(model, { level: 9 }));
