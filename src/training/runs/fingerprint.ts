/** What tells two networks apart that differ in one bit. */
import type { Network } from '../../network/network.ts';
import { parametersOf } from './parameters.ts';

/** SHA-256 of the numbers as they lie in memory, lowest byte first, in 64 hexadecimal digits. */
export async function sha256(numbers: Float64Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', numbers));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The fingerprint of a network: of all its weights and biases, `parametersOf`. */
export function fingerprintOf(network: Network): Promise<string> {
  return sha256(parametersOf(network));
}

/** What a fingerprint looks like. */
export const FINGERPRINT = /^[0-9a-f]{64}$/;
