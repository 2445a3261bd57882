/**
 * Where the network of the reader's own is kept, for pages that hardly ever have one: what reads it comes along only where the device
 * keeps one, and figures wait for it then, so that none shows another network first.
 */
import { Resource } from '@/islands/needs.ts';
import { forgetOne, isKept, listenFor, OWN_NETWORK } from './device.ts';
import type { OwnNetwork } from './own.ts';
import type * as OwnFile from './own-network.ts';

/** A network, words for the reader where what was kept is none, or null where none was. */
type Found = OwnNetwork | string | null;

/** What reads and keeps it; empty where none was kept as the page opened. */
export const ownFile = new Resource('your own network', (): Promise<Partial<typeof OwnFile>> =>
  isKept(OWN_NETWORK) ? import('./own-network.ts') : Promise.resolve({}),
);

/** What was kept as the page opened. @returns null where none was; words for the reader where what was kept is none */
export function recallOwn(): Found {
  return (ownFile.isHere && ownFile.value.findOwn?.()) || null;
}

let newest: OwnNetwork | null = null;

/** Keeps it in place of the one before; null keeps none, at once. @returns why it is not kept, in words for the reader; null where it is, or another came after it */
export async function keepOwn(own: OwnNetwork | null): Promise<string | null> {
  newest = own;
  if (own === null) {
    forgetOne(OWN_NETWORK);
    return null;
  }
  const file = await import('./own-network.ts');
  const why = newest === own ? file.keepOwn(own) : null;
  return why && file.NOT_KEPT[why];
}

/** From now on tells when another page of the site has kept another one, or none any more; and of one kept since this page opened. */
export function listenForOwn(onchange: (own: Found) => void): void {
  const tell = (): void => {
    if (!isKept(OWN_NETWORK)) onchange(null);
    else void import('./own-network.ts').then(({ findOwn }) => onchange(findOwn()));
  };
  if (recallOwn() === null && isKept(OWN_NETWORK)) tell();
  listenFor(OWN_NETWORK, tell);
}
