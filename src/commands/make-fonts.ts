/**
 * Cuts the typefaces down to what the site sets: the letters that occur in its sources, and the weights that its styles ask for. Half of
 * their bytes go, and with them the longest wait before a page on a slow line stands as it was drawn. The build runs it before
 * anything else: node src/commands/make-fonts.ts
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';
import { mathsLetters } from '../markdown/maths-letters.ts';

const root = path.join(import.meta.dirname, '../..');
const made = path.join(root, 'src/styles/fonts');
const require = createRequire(import.meta.url);

type Axes = Readonly<Record<string, { min: number; max: number }>>;
/** [family, file, axes]: from the lightest weight to the boldest that the styles name, and no drawing for smaller type than there is. */
const FONTS: readonly [family: string, file: string, axes: Axes][] = [
  [
    'newsreader',
    'newsreader-latin-opsz-normal',
    { wght: { min: 400, max: 650 }, opsz: { min: 18, max: 72 } },
  ],
  ['newsreader', 'newsreader-latin-wght-italic', { wght: { min: 400, max: 650 } }],
  ['instrument-sans', 'instrument-sans-latin-wght-normal', { wght: { min: 400, max: 700 } }],
  ['spline-sans-mono', 'spline-sans-mono-latin-wght-normal', { wght: { min: 400, max: 700 } }],
];

/** All sources in a folder of the project. */
function textsIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte|astro|mdx?|json|yaml)$/.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
}

/** Every character that the sources hold, and all of ASCII. The rest of Latin-1 would be a quarter of the bytes. */
function characters(): string {
  const found = new Set<string>();
  for (let code = 0x20; code <= 0x7e; code++) found.add(String.fromCharCode(code));
  for (const text of [...textsIn('src'), ...textsIn('content')]) {
    for (const letter of text) found.add(letter);
  }
  return [...found].sort().join('');
}

async function cut(source: string, letters: string, variationAxes: Axes = {}): Promise<void> {
  const whole = readFileSync(source);
  const part = await subsetFont(whole, letters, { targetFormat: 'woff2', variationAxes });
  writeFileSync(path.join(made, path.basename(source)), part);
  console.log(
    `src/styles/fonts/${path.basename(source)}: ${whole.length} bytes cut to ${part.length}`,
  );
}

mkdirSync(made, { recursive: true });
const text = characters();
for (const [family, file, axes] of FONTS) {
  await cut(require.resolve(`@fontsource-variable/${family}/files/${file}.woff2`), text, axes);
}

// KaTeX's: its styles are led to these by astro.config.mjs.
const maths = mathsLetters(textsIn('content'));
const katex = path.join(path.dirname(require.resolve('katex/package.json')), 'dist/fonts');
for (const file of readdirSync(katex)) {
  if (file.endsWith('.woff2')) await cut(path.join(katex, file), maths);
}
