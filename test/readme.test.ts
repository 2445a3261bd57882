import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { MODELS, readModels } from '../src/commands/models.ts';
import { MODEL_NAMES } from '../src/training/recipes.ts';

const readme = readFileSync(path.join(import.meta.dirname, '../README.md'), 'utf8');
/** The same with tables unpadded. */
const tight = readme.replaceAll(/ +/g, ' ');
const models = readModels(MODELS);

describe('the README', () => {
  it.each(MODEL_NAMES)('says of the %s network what models.json says', (name) => {
    const entry = models[name];
    if (!entry) throw new Error(`models.json says nothing of ${name}.`);
    const row = [
      name,
      entry.sizes.join('-'),
      entry.parameters.toLocaleString('en-GB'),
      `${(100 * entry.mnist.accuracy).toFixed(2)}%`,
      entry.strokes ? `${(100 * entry.strokes.accuracy).toFixed(2)}%` : '',
    ];
    expect(tight).toContain(`| ${row.join(' | ')} |`.replaceAll(/ +/g, ' '));
  });

  it('names only scripts that there are', () => {
    const named = [...readme.matchAll(/npm run ([a-z:0-9-]+)/g)].map(([, script]) => script);
    expect(named.length).toBeGreaterThan(5);
    for (const script of named) expect(Object.keys(packageJson.scripts)).toContain(script);
  });

  it('shows a picture that is there', () => {
    const [, picture] = /!\[[^\]]+\]\(([^)]+)\)/.exec(readme) ?? [];
    expect(readFileSync(path.join(import.meta.dirname, '..', picture)).length).toBeGreaterThan(
      10_000,
    );
  });
});
