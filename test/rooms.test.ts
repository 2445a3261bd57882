import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { circles, fullFolders, longFiles } from './tools/limits.ts';
import { domMentions, faultyArrows, homelessFiles } from './tools/rooms.ts';

const root = path.join(import.meta.dirname, '..');

/** Every file below src/ and content/ by its path from the root; only what can import something has its source read. */
const files = new Map(
  ['src', 'content'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => {
        const file = path.join(entry.parentPath, entry.name);
        const name = path.relative(root, file).replaceAll(path.sep, '/');
        return [name, /\.(ts|svelte|astro|mdx)$/.test(name) ? readFileSync(file, 'utf8') : ''];
      }),
  ),
);

it('reads the house', () => {
  expect(files.get('src/network/network.ts')).toContain('createNetwork');
});

it('finds no file outside the rooms', () => {
  expect(homelessFiles(files)).toEqual([]);
});

it('finds no arrow that the house does not allow', () => {
  expect(faultyArrows(files)).toEqual([]);
});

it('finds no mention of the DOM in the rooms of plain computation', () => {
  expect(domMentions(files)).toEqual([]);
});

/**
 * What is larger than the house allows, until each widget has a folder of its own. The list only gets shorter: what is here must be
 * too large, and nothing else may be.
 */
const TOO_LARGE: readonly string[] = [
  'src/widgets/descent/gradient-ball/GradientBall.svelte',
  'src/widgets/descent/roll-downhill/RollDownhill.svelte',
  'src/widgets/neurons/notation-stepper/NotationStepper.svelte',
  'src/widgets/neurons/paint-weights/PaintWeights.svelte',
  'src/widgets/neurons/parts-of-digits/PartsOfDigits.svelte',
  'src/widgets/neurons/pixels-to-inputs/PixelsToInputs.svelte',
  'src/widgets/neurons/sigmoid-slider/SigmoidSlider.svelte',
  'src/widgets/neurons/three-threes/ThreeThrees.svelte',
  'src/widgets/neurons/weight-grid/WeightGrid.svelte',
  'src/widgets/training/training/Training.svelte',
];

it('finds no file and no folder that is too large, but for those that are known', () => {
  expect([...fullFolders(files), ...longFiles(files)]).toEqual(TOO_LARGE);
});

it('finds no circle of files', () => {
  expect(circles(files)).toEqual([]);
});
