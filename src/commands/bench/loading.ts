import { gzipSync } from 'node:zlib';
import { PIXELS, sliceDigits } from '../../digits/mnist.ts';
import { inflate, packDigits, unpackDigits } from '../../digits/packed.ts';
import { type ModelFormat, readModel, writeJson, writeSafetensors } from '../../network/files.ts';
import { openModel } from '../models.ts';
import { readMnist } from '../mnist-files.ts';
import type { Task } from './measure.ts';

/** A kind of file; a run turns the bytes of one into what the page works with. */
export interface Loading extends Task {
  readonly format: string;
}

const SAFETENSORS: readonly ModelFormat[] = ['F32', 'F16', 'I8'];
/** As many digits as the larger of the page's samples has, at as many bits. */
const SAMPLE = 1000;
const BITS = 4;

/** The classic model in every format, and a sample of digits. Files are made beforehand; reading them from disk is not timed. */
export function loadings(): Loading[] {
  const network = openModel('classic');
  const models = [
    ...SAFETENSORS.map((format) => ({
      format: `safetensors ${format}`,
      bytes: writeSafetensors(network, format),
    })),
    { format: 'JSON', bytes: new TextEncoder().encode(writeJson(network)) },
  ];
  const digits = sliceDigits(readMnist('test'), 0, SAMPLE);
  const indices = Uint32Array.from({ length: SAMPLE }, (_, i) => i);
  const packed = new Uint8Array(gzipSync(packDigits({ ...digits, indices }, BITS)));
  return [
    ...models.map(({ format, bytes }) => ({
      format,
      run() {
        const { sizes } = readModel(bytes);
        if (sizes[0] !== PIXELS) throw new Error(`${format} does not come back as it was.`);
      },
    })),
    {
      format: `${SAMPLE} packed digits`,
      async run() {
        const { count } = unpackDigits(await inflate(packed));
        if (count !== SAMPLE) throw new Error('Packed digits do not come back as they were.');
      },
    },
  ];
}
