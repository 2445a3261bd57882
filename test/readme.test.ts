import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import chapters from '../content/chapters.json' with { type: 'json' };
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

  it('says which chapters are written', () => {
    const numbers = (written: boolean): number[] =>
      chapters.filter((chapter) => chapter.written === written).map(({ number }) => number);
    const [here, coming] = [numbers(true), numbers(false)];
    expect(readme).toContain(`chapters ${here[0]} to ${here.at(-1)} are here`);
    const says = readme.replaceAll('\n', ' ');
    if (coming.length === 0) expect(says).not.toMatch(/on (?:their|its) way/);
    else expect(says).toContain(`chapters ${coming[0]} to ${coming.at(-1)} are on their way`);
  });

  it('names every room of src, and no other', () => {
    const [, layout] = /^## Layout\n+```\n([^`]+)```/m.exec(readme) ?? [];
    const named = [...layout.matchAll(/\bsrc\/([a-z]+)\//g)].map(([, room]) => room);
    const rooms = readdirSync(path.join(import.meta.dirname, '../src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(named.sort()).toEqual(rooms.sort());
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
