/**
 * How large a file and a folder of src/ may grow, and that no files import one another in a circle. Pure functions over a map from path
 * to source, as in rooms.ts.
 */
import path from 'node:path';
import { references } from './imports.ts';
import { type Files, resolve } from './rooms.ts';

/** Lines of a file: what one reads without losing the beginning. */
export const MOST_LINES = 450;
/** Files of a folder: what a glance at a listing takes in. */
export const MOST_FILES = 25;

/** Every source file of src/ that is longer than MOST_LINES. */
export function longFiles(files: Files): string[] {
  return ours(files).filter((file) => linesOf(files.get(file) ?? '') > MOST_LINES);
}

/** Every folder of src/ with more than MOST_FILES files directly in it, of whatever kind. */
export function fullFolders(files: Files): string[] {
  const counts = new Map<string, number>();
  for (const file of ours(files)) {
    const folder = path.posix.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].flatMap(([folder, count]) => (count > MOST_FILES ? [folder] : [])).sort();
}

/** Every circle of files that import one another, types included: 'src/a.ts, src/b.ts', in the order of their names. */
export function circles(files: Files): string[] {
  const imports = new Map(
    ours(files).map((file) => [
      file,
      references(file, files.get(file) ?? '').flatMap(({ to }) => {
        const target = to === undefined ? undefined : resolve(file, to);
        return target !== undefined && files.has(target) ? [target] : [];
      }),
    ]),
  );
  const reached = new Map([...imports.keys()].map((file) => [file, reach(file, imports)]));
  const found = [...reached].flatMap(([file, far]) =>
    far.has(file)
      ? [
          [...far]
            .filter((other) => reached.get(other)?.has(file))
            .sort()
            .join(', '),
        ]
      : [],
  );
  return [...new Set(found)].sort();
}

/** All files that a file imports, or that those import, and so on. Itself is among them where it stands in a circle. */
function reach(file: string, imports: ReadonlyMap<string, readonly string[]>): Set<string> {
  const far = new Set<string>();
  const next = [...(imports.get(file) ?? [])];
  for (let target = next.pop(); target !== undefined; target = next.pop()) {
    if (far.has(target)) continue;
    far.add(target);
    next.push(...(imports.get(target) ?? []));
  }
  return far;
}

const ours = (files: Files): string[] =>
  [...files.keys()].filter((file) => file.startsWith('src/')).sort();

/** The lines of a text, a last empty one not counted. */
const linesOf = (source: string): number => source.replace(/\n$/, '').split('\n').length;
