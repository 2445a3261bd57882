import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const network = path.join(root, 'src/network');

/**
 * A number that src/network takes long to work out, and always works out alike. It is kept in .cache/, which is not committed,
 * until the network's sources or the asking one change; a fresh clone works it out itself.
 * @param asking the path of the test that asks
 */
export function remembered(what: string, asking: string, work: () => number): number {
  const sources = readdirSync(network).filter((name) => name.endsWith('.ts'));
  const hash = createHash('sha256');
  for (const file of [asking, ...sources.sort().map((name) => path.join(network, name))]) {
    hash.update(path.basename(file)).update(readFileSync(file));
  }
  const name = `${what}-${hash.digest('hex').slice(0, 16)}`.replaceAll(/\W+/g, '-');
  const file = path.join(root, '.cache/network', `${name}.json`);
  if (existsSync(file)) {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof kept === 'number') return kept;
  }
  const number = work();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(number));
  return number;
}
