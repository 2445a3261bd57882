/**
 * Where the network of the reader's own is kept, for pages that hardly ever have one: what reads it comes along only where the device
 * keeps one, and figures wait for it then, so that none shows another network first.
 */
import { Resource } from '@/islands/needs.ts';
import { forgetOne, isKept, listenFor, OWN_NETWORK } from './device.ts';
import type { NotKept, OwnNetwork } from './own.ts';
import type * as OwnFile from './own-network.ts';

/** What reads and keeps it; empty where none was kept as the page opened. */
export const ownFile = new Resource('your own network', (): Promise<Partial<typeof OwnFile>> =>
  isKept(OWN_NETWORK) ? import('./own-network.ts') : Promise.resolve({}),
);

/** @returns null where none is kept; 'damaged' for what is none */
export function recallOwn(): OwnNetwork | 'damaged' | null {
  return (ownFile.isHere && ownFile.value.recallOwn?.()) || null;
}

let newest: OwnNetwork | null = null;

/** Keeps it in place of the one before; null keeps none, at once. @returns why it is not kept; null where it is, or another came after it */
export async function keepOwn(own: OwnNetwork | null): Promise<NotKept | null> {
  newest = own;
  if (own === null) {
    forgetOne(OWN_NETWORK);
    return null;
  }
  const file = await import('./own-network.ts');
  return newest === own ? file.keepOwn(own) : null;
}

/** From now on tells when another page of the site has kept another one, or none any more; and of one kept since this page opened. */
export function listenForOwn(onchange: (own: OwnNetwork | 'damaged' | null) => void): void {
  const tell = (): void => {
    if (!isKept(OWN_NETWORK)) onchange(null);
    else void import('./own-network.ts').then((file) => onchange(file.recallOwn()));
  };
  if (recallOwn() === null && isKept(OWN_NETWORK)) tell();
  listenFor(OWN_NETWORK, tell);
}
