/** The stages of the tests: what each runs, what it waits for, and how it counts. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { playwrightCounts, vitestCounts, type Counts } from './counts.ts';

export interface Stage {
  readonly title: string;
  /** Command lines, one after the other; programs come from node_modules/.bin. Their words hold no spaces. */
  readonly commands: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Stages whose work this one stands on: it begins after them, and does not run where one of them failed. */
  readonly needs?: readonly string[];
  /** How many processors it keeps busy. */
  readonly processors: 1 | 2;
  /** Reads the report that the stage leaves; without it, the stage counts as one test. */
  readonly counts?: (report: unknown) => Counts;
  /** The report is test/.out/NAME.json, by the stage's own name unless this is another. */
  readonly report?: string;
}

const root = path.join(import.meta.dirname, '../..');
const PLAYWRIGHT = 'playwright test --config test/playwright.config.ts';
const WORKBENCH = 'test/.out/workbench';

/** Of every day, in the order in which they begin. Long ones come early, so that none is left alone at the end. */
export const DAILY: Readonly<Record<string, Stage>> = {
  find: {
    title: 'Find the browsers and Python, or install them',
    commands: ['node test/tools/browsers.ts', 'node test/tools/python.ts'],
    processors: 1,
  },
  sync: {
    title: 'Write down the types of the content',
    commands: ['astro sync'],
    processors: 1,
  },
  types: {
    title: 'Types, in Astro, Svelte and TypeScript',
    commands: ['astro check', 'svelte-check --fail-on-warnings'],
    needs: ['sync'],
    processors: 1,
  },
  lint: {
    title: 'Lint, with ESLint and Prettier',
    commands: [
      'eslint --config test/eslint.config.mjs --max-warnings 0 .',
      'prettier --check --log-level warn .',
    ],
    needs: ['sync'],
    processors: 1,
  },
  build: { title: 'Build the site', commands: ['astro build'], needs: ['sync'], processors: 1 },
  workbench: {
    title: 'Build it with the specimens of every widget',
    commands: [`astro build --outDir ${WORKBENCH}`],
    env: { WORKBENCH: '1' },
    needs: ['build'],
    processors: 1,
  },
  notebooks: {
    title: 'Notebooks put out what they have stored',
    commands: ['node src/commands/notebooks.ts --check'],
    needs: ['find'],
    processors: 1,
  },
  unit: { ...vitest('unit', 'Unit tests, in Node'), needs: ['find', 'sync'] },
  component: { ...vitest('component', 'Components, in Chromium'), needs: ['find', 'sync'] },
  browsers: {
    ...vitest('browsers', 'The same in Node and every browser'),
    needs: ['find', 'sync'],
  },
  e2e: {
    title: 'The built site, end to end, in Chromium',
    commands: [PLAYWRIGHT],
    needs: ['find', 'build'],
    processors: 2,
    counts: playwrightCounts,
  },
  engines: {
    ...vitest('engines', 'Every page in Firefox and WebKit'),
    needs: ['find', 'build'],
  },
  contract: contract('Every specimen of every widget keeps the contract of figures', {}),
};

/** What can be asked for by its name, and is no part of every day. */
const ON_DEMAND: Readonly<Record<string, Stage>> = {
  'whole-contract': contract('Every specimen keeps every clause of the contract of figures', {
    CONTRACT: 'whole',
  }),
};

export const STAGES: Readonly<Record<string, Stage>> = { ...DAILY, ...ON_DEMAND };

/**
 * `npm run test:long`: all that takes too long for every day, with seeds that nobody has seen.
 * @param seeds one for each round of the properties; the first also drives the contract and the rest
 */
export function longStages(seeds: readonly number[]): Readonly<Record<string, Stage>> {
  const SEED = String(seeds[0]);
  const withProperties = testFiles().filter((file) =>
    readFileSync(path.join(root, file), 'utf8').includes("from 'fast-check'"),
  );
  const rounds = seeds.map((seed): [string, Stage] => [
    `properties-${seed}`,
    {
      ...vitest('unit', `All properties, with SEED=${seed}`, withProperties),
      env: { SEED: String(seed) },
      needs: ['sync'],
      report: 'unit',
    },
  ]);
  const { find, sync, build, workbench } = DAILY;
  return {
    ...{ find, sync, build, workbench },
    unit: { ...DAILY['unit'], env: { LONG: '1', SEED } },
    e2e: { ...DAILY['e2e'], env: { LONG: '1', SEED } },
    engines: { ...DAILY['engines'], env: { LONG: '1', SEED } },
    'whole-contract': contract('Every specimen keeps every clause of the contract of figures', {
      CONTRACT: 'whole',
      SEED,
    }),
    ...Object.fromEntries(rounds),
  };
}

function testFiles(): string[] {
  return readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && !file.includes('.component.'))
    .map((file) => `test/${file.replaceAll(path.sep, '/')}`)
    .sort();
}

function contract(title: string, env: Readonly<Record<string, string>>): Stage {
  return {
    title,
    // Half of its time is waiting, for a widget to settle or to hold still.
    commands: [`${PLAYWRIGHT} contract --workers 3`],
    env: { DIST: WORKBENCH, REPORT: 'contract', ...env },
    needs: ['find', 'workbench'],
    processors: 2,
    counts: playwrightCounts,
    report: 'contract',
  };
}

function vitest(project: string, title: string, files: readonly string[] = []): Stage {
  const report = `--reporter=default --reporter=json --outputFile.json=test/.out/${project}.json`;
  return {
    title,
    commands: [
      ['vitest run --config test/vitest.config.ts --project', project, report, ...files].join(' '),
    ],
    processors: 2,
    counts: vitestCounts,
  };
}
