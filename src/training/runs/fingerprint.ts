/** What tells two networks apart that differ in one bit. */
import type { Network } from '../../network/network.ts';
import { parametersOf } from './parameters.ts';
import { sha256 } from './sha256.ts';

/** SHA-256 of the numbers as they lie in memory, lowest byte first, in 64 hexadecimal digits. */
export function fingerprintOfNumbers(numbers: Float64Array): string {
  return sha256(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
}

/** The fingerprint of a network: of all its weights and biases, `parametersOf`. */
export function fingerprintOf(network: Network): string {
  return fingerprintOfNumbers(parametersOf(network));
}

/** What a fingerprint looks like. */
export const FINGERPRINT = /^[0-9a-f]{64}$/;
