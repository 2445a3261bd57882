/**
 * Runs the tests, stage by stage, and stops at the first that fails.
 *
 *     node test/tools/run-tests.ts [STAGE …]      all stages, or the named ones in the given order
 *
 * The contract of figures takes longer than the rest together, and runs where it is named: `contract` puts the first specimen of each
 * widget through all its clauses and the others through those that look at their state, `whole-contract` all through all.
 *
 * The last line of a passing run counts the tests, from the runners' own reports: "123 passed, 0 failed".
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { playwrightCounts, vitestCounts, type Counts } from './counts.ts';

const root = path.join(import.meta.dirname, '../..');
const reports = path.join(root, 'test/.out');

interface Stage {
  readonly title: string;
  /** Command lines, one after the other; programs come from node_modules/.bin. */
  readonly commands: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Reads the report that the stage leaves as test/.out/NAME.json. */
  readonly counts?: (report: unknown) => Counts;
}

const STAGES: Readonly<Record<string, Stage>> = {
  find: {
    title: 'Find the browsers and Python, or install them',
    commands: ['node test/tools/browsers.ts', 'node test/tools/python.ts'],
  },
  types: {
    title: 'Types, in Astro, Svelte and TypeScript',
    commands: ['astro check', 'svelte-check --fail-on-warnings'],
  },
  lint: {
    title: 'Lint, with ESLint and Prettier',
    commands: [
      'eslint --config test/eslint.config.mjs --max-warnings 0 .',
      'prettier --check --log-level warn .',
    ],
  },
  unit: vitest('unit', 'Unit tests, in Node'),
  component: vitest('component', 'Components, in Chromium'),
  browsers: vitest('browsers', 'The same in Node, Chromium and Firefox'),
  notebooks: {
    title: 'Notebooks put out what they have stored',
    commands: ['node src/commands/notebooks.ts --check'],
  },
  build: { title: 'Build the site', commands: ['astro build'] },
  e2e: {
    title: 'The built site, end to end, in Chromium',
    commands: ['playwright test --config test/playwright.config.ts'],
    counts: playwrightCounts,
  },
  contract: contract('Every specimen of every widget keeps the contract of figures', {}),
  'whole-contract': contract('Every specimen keeps every clause of the contract of figures', {
    CONTRACT: 'whole',
  }),
};

function contract(title: string, env: Readonly<Record<string, string>>): Stage {
  return {
    title,
    commands: [
      'astro build --outDir test/.out/workbench',
      // Half of its time is waiting, for a widget to settle or to hold still.
      'playwright test --config test/playwright.config.ts contract --workers 4',
    ],
    env: { WORKBENCH: '1', DIST: 'test/.out/workbench', REPORT: 'contract', ...env },
    counts: playwrightCounts,
  };
}

function vitest(project: string, title: string): Stage {
  const report = `--reporter=default --reporter=json --outputFile.json=test/.out/${project}.json`;
  return {
    title,
    commands: [`vitest run --config test/vitest.config.ts --project ${project} ${report}`],
    counts: vitestCounts,
  };
}

const asked = process.argv.slice(2);
const names =
  asked.length > 0 ? asked : Object.keys(STAGES).filter((name) => !name.includes('contract'));
const unknown = names.filter((name) => !(name in STAGES));
if (unknown.length > 0) {
  fail(`No such stage: ${unknown.join(', ')}. There are ${Object.keys(STAGES).join(', ')}.`);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const total = { passed: 0, failed: 0 };
const started = performance.now();
for (const name of names) {
  const { title, commands, env, counts } = STAGES[name];
  console.log(`\n=== ${title}`);
  const begun = performance.now();
  const failed = commands.find((command) => !run(command, env));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const count = counts?.(read(env?.['REPORT'] ?? name));
  total.passed += count?.passed ?? 0;
  total.failed += count?.failed ?? 0;
  if (failed !== undefined) fail(`=== ${title}: failed after ${seconds} s, in: ${failed}`);
  if (count && count.passed === 0) fail(`=== ${title}: no test ran.`);
  if (count && count.skipped > 0)
    fail(`=== ${title}: ${count.skipped} skipped, which proves nothing.`);
  console.log(`=== ${title}: ${seconds} s`);
}
console.log(`\nAll in ${((performance.now() - started) / 60_000).toFixed(1)} minutes.`);
if (total.passed > 0) console.log(`${total.passed} passed, ${total.failed} failed`);

/** Whether the command line succeeded. Its words hold no spaces, so splitting is enough. */
function run(command: string, own: Readonly<Record<string, string>> = {}): boolean {
  const bin = path.join(root, 'node_modules/.bin');
  const env = {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    ...own,
  };
  const windows = process.platform === 'win32';
  const [program, ...args] = command.split(' ');
  return (
    spawnSync(program, args, { cwd: root, env, stdio: 'inherit', shell: windows }).status === 0
  );
}

function read(name: string): unknown {
  try {
    return JSON.parse(readFileSync(path.join(reports, `${name}.json`), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Says what went wrong, with the count where it shows failures, and ends with exit code 1. */
function fail(message: string): never {
  console.error(message);
  if (total.failed > 0) console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(1);
}
