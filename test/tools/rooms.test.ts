import { describe, expect, it } from 'vitest';
import { domMentions, faultyArrows, homelessFiles, type Files } from './rooms.ts';

/** A house of one file, and beside it the widgets that some cases need. */
function house(file: string, source: string): Files {
  return new Map([
    ['src/widgets/neurons/sums.ts', ''],
    ['src/widgets/neurons/sigmoid-slider/SigmoidSlider.svelte', ''],
    ['src/widgets/neurons/sigmoid-slider/sigmoid-slider.svelte.ts', ''],
    ['src/widgets/neurons/weight-grid/WeightGrid.svelte', ''],
    [file, source],
  ]);
}

const svelte = (code: string): string => `<script lang="ts">\n${code}\n</script>\n<p>text</p>`;
const astro = (code: string): string => `---\n${code}\n---\n<p>text</p>`;

describe('faultyArrows lets pass', () => {
  it.each([
    ['src/network/sgd.ts', `import { backprop } from './backprop.ts'`],
    ['src/digits/raster.ts', `import { exp } from '../network/elementary.ts'`],
    ['src/recogniser/recognise.ts', `import { preprocess } from '../digits/preprocess.ts'`],
    ['src/training/client.ts', `new Worker(new URL('./worker.ts', import.meta.url))`],
    ['src/commands/train.ts', `import fs from 'node:fs'; import '../training/plan.ts'`],
    ['src/commands/still.ts', `import { colour } from '../plot/colour.ts'`],
    ['src/controls/DrawingPad.svelte', svelte(`import type { Stroke } from '@/digits/strokes.ts'`)],
    ['src/controls/Inspector.svelte', svelte(`import Bars from '../plot/Bars.svelte'`)],
    ['src/plot/Bars.svelte', svelte(`import { scaleLinear } from 'd3'`)],
    ['src/styles/x.ts', `import type { Network } from '../network/network.ts'`],
    [
      'src/widgets/neurons/weight-grid/WeightGrid.svelte',
      svelte(`import Slider from '@/controls/Slider.svelte'; import '../sums.ts'`),
    ],
    [
      'src/widgets/neurons/sigmoid-slider/SigmoidSlider.svelte',
      svelte(`import { S } from './sigmoid-slider.svelte.ts'; import Part from './Part.svelte'`),
    ],
    ['src/widgets/neurons/weight-grid/x.specimens.ts', `import W from './WeightGrid.svelte'`],
    [
      'src/widgets/neurons/weight-grid/x.specimens.ts',
      `import type { S } from '../../specimen.ts'`,
    ],
    ['src/components/Cite.astro', astro(`import { getCollection } from 'astro:content'`)],
    ['src/pages/index.astro', astro(`import Page from '@/layouts/Page.astro'`)],
    ['src/pages/index.astro', `${astro('')}<script src="/theme.js"></script>`],
    [
      'content/chapters/01-neurons.mdx',
      `import S from '@/widgets/neurons/sigmoid-slider/SigmoidSlider.svelte'\n\n# Text`,
    ],
    ['content/chapters/02-cost.mdx', '```js\nimport x from "@/network/sgd.ts";\n```'],
  ])('%s: %s', (file, source) => {
    expect(faultyArrows(house(file, source))).toEqual([]);
  });
});

describe('faultyArrows names', () => {
  it.each([
    ['a static import', 'src/network/sgd.ts', `import { a } from '../digits/mnist.ts'`],
    ['an import for its effects', 'src/digits/a.ts', `import '../recogniser/load.ts'`],
    ['a re-export', 'src/digits/a.ts', `export * from '../training/plan.ts'`],
    ['a dynamic import', 'src/kernel/a.ts', `const a = await import('../digits/mnist.ts')`],
    ['a computed import', 'src/commands/a.ts', 'await import(`../${name}.ts`)'],
    ['a glob', 'src/pages/a.ts', `import.meta.glob(['./*.ts', '/src/network/*.ts'])`],
    ['a worker', 'src/recogniser/a.ts', `new URL('../training/worker.ts', import.meta.url)`],
    ['a type import', 'src/digits/a.ts', `import type { Run } from '../training/plan.ts'`],
    ['a type in brackets', 'src/descent/a.ts', `let a: import('../digits/mnist.ts').Digits`],
    ['an inline type', 'src/plot/a.ts', `import { type Network } from '../network/network.ts'`],
    ['a package in a pure room', 'src/digits/a.ts', `import { readFileSync } from 'node:fs'`],
    ['Svelte in a pure room', 'src/training/a.ts', `import { tick } from 'svelte'`],
    ['d3 in a pure room', 'src/descent/a.ts', `import { contours } from 'd3'`],
    ['a file outside', 'src/recogniser/a.ts', `import m from '../../public/models/models.json'`],
    [
      'the network in a plot',
      'src/plot/A.svelte',
      svelte(`import { exp } from '@/network/elementary.ts'`),
    ],
    [
      'a reader in a control',
      'src/controls/A.svelte',
      svelte(`import type { R } from '../reader/r.ts'`),
    ],
    [
      'lazy markup',
      'src/plot/A.svelte',
      `{#await import('../widgets/neurons/B.svelte') then B}<B />{/await}`,
    ],
    [
      'a page with a network',
      'src/pages/a.astro',
      astro(`import { exp } from '@/network/elementary.ts'`),
    ],
    ['a script of a page', 'src/pages/a.astro', `<script>import '@/training/client.ts'</script>`],
    ['a script by address', 'src/pages/a.astro', `<script src="../training/client.ts"></script>`],
    [
      'content in a widget',
      'src/widgets/cost/A.svelte',
      svelte(`import { getEntry } from 'astro:content'`),
    ],
    ['a component in a command', 'src/commands/a.ts', `import '../plot/Bars.svelte'`],
    [
      'a sibling widget',
      'src/widgets/neurons/weight-grid/A.svelte',
      svelte(`import '../sigmoid-slider/SigmoidSlider.svelte'`),
    ],
    [
      "another widget's state",
      'src/widgets/neurons/weight-grid/a.ts',
      `import '../sigmoid-slider/sigmoid-slider.svelte.ts'`,
    ],
    ['another chapter', 'src/widgets/cost/one/a.ts', `import { a } from '../../neurons/sums.ts'`],
    ['a way down', 'src/widgets/neurons/sums.ts', `import './sigmoid-slider/marks.ts'`],
    [
      'a chapter that calls training',
      'content/chapters/a.mdx',
      `import {\n  a\n} from '@/training/plan.ts'\n`,
    ],
  ])('%s', (_, file, source) => {
    const faults = faultyArrows(house(file, source));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(file);
  });

  it('the file, what it imports and what it may call', () => {
    expect(faultyArrows(house('src/digits/a.ts', `import '../training/plan.ts'`))).toEqual([
      'src/digits/a.ts imports ../training/plan.ts, but digits may call only network',
    ]);
  });
});

describe('homelessFiles', () => {
  it('names a file in a folder that the house does not have', () => {
    expect(homelessFiles(house('src/utils/strings.ts', ''))).toEqual([
      'src/utils/strings.ts stands in no room of the house',
    ]);
    expect(homelessFiles(house('src/helpers.ts', ''))).toHaveLength(1);
  });

  it('knows the rooms and the files that Astro wants at the top', () => {
    expect(homelessFiles(house('src/env.d.ts', ''))).toEqual([]);
    expect(homelessFiles(house('src/markdown/katex.ts', ''))).toEqual([]);
  });
});

describe('domMentions', () => {
  it('names a value or a type of the DOM in a room of plain computation', () => {
    const source = 'export const ink = (c: CanvasRenderingContext2D) => document.title';
    expect(domMentions(house('src/digits/a.ts', source))).toEqual([
      'src/digits/a.ts mentions CanvasRenderingContext2D, but digits knows no DOM',
      'src/digits/a.ts mentions document, but digits knows no DOM',
    ]);
    expect(domMentions(house('src/recogniser/a.ts', 'let a: HTMLCanvasElement'))).toHaveLength(1);
  });

  it('lets pass members, comments and strings of that name, and rooms that draw', () => {
    const source = `// window\nexport const f = { document: 1, a: 'window' }; f.document`;
    expect(domMentions(house('src/digits/a.ts', source))).toEqual([]);
    expect(domMentions(house('src/plot/a.ts', 'document.title'))).toEqual([]);
  });
});
