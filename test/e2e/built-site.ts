/** What `astro build` left in dist/, for the tests that go over all of it. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

const dist = path.join(import.meta.dirname, '../../dist');

/** Every file of the site by its address: '/models/models.json', '/recogniser/index.html'. */
export const files: readonly string[] = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)))
  .map((file) => `/${file.replaceAll(path.sep, '/')}`)
  .sort();

/** Every page by the address that a reader sees: '/', '/recogniser/', '/404.html'. */
export const pages: readonly string[] = files
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace(/\/index\.html$/, '/'));

/** What a page may weigh before the reader does anything, gzipped, in bytes. */
export interface Budget {
  readonly script: number;
  readonly style: number;
  readonly html: number;
  readonly other: number;
}

export function budgetOf(page: string): Budget {
  const withWidgets = page === '/' || page === '/recogniser/' || page.startsWith('/workbench/');
  return { script: withWidgets ? 45_000 : 10_000, style: 15_000, html: 40_000, other: 200_000 };
}
