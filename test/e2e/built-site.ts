/** What `astro build` left in dist/, for the tests that go over all of it. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import contents from '../../content/chapters.json' with { type: 'json' };

/** DIST=test/.out/mine looks at another build. */
export const dist = process.env['DIST'] ?? path.join(import.meta.dirname, '../../dist');

/** Every file of the site by its address: '/models/models.json', '/recogniser/index.html'. */
export const files: readonly string[] = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)))
  .map((file) => `/${file.replaceAll(path.sep, '/')}`)
  .sort();

const all = files
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace(/\/index\.html$/, '/'));

/** A widget in one of its states: '/workbench/specimens/neurons/SigmoidSlider/0/'. */
const isSpecimen = (page: string): boolean => /^\/workbench\/specimens\/.+/.test(page);

/** Every page by the address that a reader sees: '/', '/recogniser/', '/404.html'; without the pages of specimens. */
export const pages: readonly string[] = all.filter((page) => !isSpecimen(page));

/** The chapters that are written. */
export const chapters: readonly string[] = contents
  .map(({ address }) => address)
  .filter((address) => pages.includes(address));

/** The pages of specimens, which the contract of figures goes over. */
export const specimenPages: readonly string[] = all.filter(isSpecimen);

/** What a page may weigh before the reader does anything, gzipped, in bytes. */
export interface Budget {
  readonly script: number;
  readonly style: number;
  readonly html: number;
  readonly other: number;
}

export function budgetOf(page: string): Budget {
  const isChapter = chapters.includes(page);
  /** The recogniser's own page has its hidden layers, too; the workbench's has the largest figure, which chapter 5 wakes when it is near, at once. */
  const own: Readonly<Record<string, number>> = {
    ...{ '/': 47_000, '/recogniser/': 51_600, '/workbench/training/': 118_000 },
  };
  // A workbench page is one figure with all that a chapter's figures may use, plots among it.
  const hasFigures = isChapter || page.startsWith('/workbench/');
  // The runtime and what restores the reader's state are the same files in all of them: the second page fetches them no more.
  const script = own[page] ?? (hasFigures ? 60_000 : 10_000);
  // A chapter's server HTML holds a still of every figure. The first chapter has the most: so much comes with the third answer of a fresh
  // connection, and more waits for a fourth.
  const still: Readonly<Record<string, number>> = {
    ...{ '/neurons/': 74_300, '/backpropagation/': 62_800, '/looking-inside/': 60_200 },
  };
  const html = still[page] ?? (isChapter ? 60_000 : 40_000);
  // The styles of the site and of the parts of figures, too, are the same files in all of them, and the build cuts them no finer.
  // The recogniser's page has those of its panels, which a reader without script reads, too.
  const style = hasFigures ? 26_200 : page === '/recogniser/' ? 17_400 : 16_700;
  return { script, style, html, other: 200_000 };
}
