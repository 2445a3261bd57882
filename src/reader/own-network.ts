/**
 * The network that the reader trained and uses everywhere on the site: kept on the device with its weights, so that it is there at once
 * on every page. In localStorage, as text: that answers within the frame in which a figure comes alive, so that none shows another
 * network first, and it tells other pages of the site of a change. The largest that can be trained here, 784-300-300-300-10, takes
 * 2.3 million of the five million characters that browsers grant; 784-30-10 takes 127,000.
 */
import { FINGERPRINT } from '@/training/runs/fingerprint.ts';
import { networkFrom, packParameters } from '@/training/runs/parameters.ts';
import { OWN_NETWORK } from './device.ts';
import type { OwnNetwork } from './own.ts';
import { isRecord } from './record.ts';
import { type NotKept, whyNotKept } from './keeping.ts';

/** What is said where what was kept is no network. */
export const OWN_DAMAGED =
  'The network that you kept is damaged and cannot be used: figures show ours. Its run may still be on the shelf.';

/** What is said then: it is in use all the same. */
export const NOT_KEPT: Readonly<Record<NotKept, string>> = {
  full: 'There is no more room on this device for your network: it is in use until you leave this page.',
  denied:
    'Your browser lets this site keep nothing: your network is in use until you leave this page.',
};

/** Sizes, letters and text far beyond ours are not ours. */
const MOST_SIZES = 8;
const MOST_NEURONS = 1000;
const MOST_TEXT = 1000;

/** @returns null where none is kept; 'damaged' for what is none. Never throws. */
export function recallOwn(): OwnNetwork | 'damaged' | null {
  try {
    return readOwn(localStorage.getItem(OWN_NETWORK));
  } catch {
    return null; // denied
  }
}

/** As `recallOwn`, with words for the reader instead of 'damaged'. */
export function findOwn(): OwnNetwork | string | null {
  const found = recallOwn();
  return found === 'damaged' ? OWN_DAMAGED : found;
}

/** Keeps it in place of the one before, or keeps none. @returns why not; null where it is kept */
export function keepOwn(own: OwnNetwork | null): NotKept | null {
  try {
    if (own === null) localStorage.removeItem(OWN_NETWORK);
    else localStorage.setItem(OWN_NETWORK, writeOwn(own));
    return null;
  } catch (error) {
    return whyNotKept(error);
  }
}

export function writeOwn({ letter, isTaught, network, fingerprint, text }: OwnNetwork): string {
  const numbers = packParameters(network);
  const bits = 8 * numbers.BYTES_PER_ELEMENT;
  const words = base64(new Uint8Array(numbers.buffer));
  const came = { letter, ...(isTaught === true ? { isTaught } : {}) };
  return JSON.stringify({ ...came, sizes: network.sizes, bits, fingerprint, text, numbers: words });
}

export function readOwn(kept: string | null): OwnNetwork | 'damaged' | null {
  if (kept === null) return null;
  try {
    return fromRecord(JSON.parse(kept)) ?? 'damaged';
  } catch {
    return 'damaged';
  }
}

function fromRecord(value: unknown): OwnNetwork | null {
  if (!isRecord(value)) return null;
  const { letter, isTaught, sizes, bits, fingerprint, text, numbers } = value;
  if (letter !== null && !isText(letter, /^[A-Z]$/)) return null;
  if (!isText(fingerprint, FINGERPRINT)) return null;
  if (text !== null && (typeof text !== 'string' || text.length > MOST_TEXT)) return null;
  if (!areSizes(sizes) || typeof numbers !== 'string' || (bits !== 32 && bits !== 64)) return null;
  const { buffer } = bytesOf(numbers);
  if (buffer.byteLength % (bits / 8) !== 0) return null;
  const network = networkFrom(
    sizes,
    bits === 32 ? new Float32Array(buffer) : new Float64Array(buffer),
  );
  const came = { letter, ...(isTaught === true ? { isTaught } : {}) };
  return network && { ...came, network, fingerprint, text };
}

function isText(value: unknown, form: RegExp): value is string {
  return typeof value === 'string' && form.test(value);
}

function areSizes(value: unknown): value is number[] {
  if (!Array.isArray(value) || value.length < 2 || value.length > MOST_SIZES) return false;
  const isSize = (n: unknown): boolean =>
    Number.isInteger(n) && Number(n) >= 1 && Number(n) <= MOST_NEURONS;
  return value.every(isSize) && value[0] === 784 && value.at(-1) === 10;
}

/** Bytes a call: more arguments than that, and some engines give up. */
const AT_ONCE = 0x8000;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  }
  return btoa(binary);
}

/** @throws DOMException for what is no base64 */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
