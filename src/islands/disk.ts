import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * A file of public/, by its address on the site. Only where there is no page: Astro's build and tests in Node, both of which run in the
 * project's root.
 * @throws Error when it is not there, because its maker (see astro.config.mjs) did not run
 */
export async function readPublic(url: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(path.join(process.cwd(), 'public', url)));
}
