/**
 * Cuts the typefaces down to what the site sets: the letters that occur in its sources, and the weights that its styles ask for. Half of
 * their bytes go, and with them the longest wait before a page on a slow line stands as it was drawn. The build runs it before
 * anything else: node src/commands/make-fonts.ts
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';

const root = path.join(import.meta.dirname, '../..');
const made = path.join(root, 'src/styles/fonts');
const require = createRequire(import.meta.url);

/** [family, file, weights]: the lightest and the boldest that the styles name. */
const FONTS: readonly [family: string, file: string, weights: { min: number; max: number }][] = [
  ['newsreader', 'newsreader-latin-opsz-normal', { min: 400, max: 650 }],
  ['newsreader', 'newsreader-latin-wght-italic', { min: 400, max: 650 }],
  ['instrument-sans', 'instrument-sans-latin-wght-normal', { min: 400, max: 700 }],
  ['spline-sans-mono', 'spline-sans-mono-latin-wght-normal', { min: 400, max: 700 }],
];

/** Every character that the sources hold, and all of ASCII. The rest of Latin-1 would be a quarter of the bytes. */
function characters(): string {
  const found = new Set<string>();
  for (let code = 0x20; code <= 0x7e; code++) found.add(String.fromCharCode(code));
  for (const folder of ['src', 'content']) {
    for (const entry of readdirSync(path.join(root, folder), {
      recursive: true,
      withFileTypes: true,
    })) {
      if (!entry.isFile() || !/\.(ts|svelte|astro|mdx?|json|yaml)$/.test(entry.name)) continue;
      for (const letter of readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
        found.add(letter);
    }
  }
  return [...found].sort().join('');
}

mkdirSync(made, { recursive: true });
const text = characters();
for (const [family, file, wght] of FONTS) {
  const whole = readFileSync(require.resolve(`@fontsource-variable/${family}/files/${file}.woff2`));
  const cut = await subsetFont(whole, text, { targetFormat: 'woff2', variationAxes: { wght } });
  writeFileSync(path.join(made, `${file}.woff2`), cut);
  console.log(`src/styles/fonts/${file}.woff2: ${whole.length} bytes cut to ${cut.length}`);
}
