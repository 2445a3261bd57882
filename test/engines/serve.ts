import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface Served {
  readonly type: string;
  readonly body: string | Uint8Array;
}

export interface Site {
  /** `http://127.0.0.1:54321` */
  readonly address: string;
  /** What was asked for in vain, since the last look. */
  missing(): string[];
  close(): void;
}

/** Serves files on a free port of 127.0.0.1. @param find the file at a path, if there is one */
export async function serve(find: (path: string) => Served | undefined): Promise<Site> {
  const missing: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here');
    const file = find(pathname);
    if (file === undefined) missing.push(pathname);
    response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' });
    response.end(file?.body ?? 'not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    missing: () => missing.splice(0),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * The files of a folder, as a host of static files finds them.
 * @param first a function that every page runs before anything else, and before its policy holds
 */
export function filesOf(folder: string, first: () => void): (path: string) => Served | undefined {
  return (address) => {
    const name = address.endsWith('/') ? `${address}index.html` : address;
    const file = path.join(folder, decodeURIComponent(name));
    const isWithin = !path.relative(folder, file).startsWith('..');
    if (!isWithin || !existsSync(file)) return undefined;
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    if (type !== 'text/html') return { type, body: readFileSync(file) };
    const page = readFileSync(file, 'utf8');
    return { type, body: page.replace('<head>', `<head><script>(${String(first)})()</script>`) };
  };
}
