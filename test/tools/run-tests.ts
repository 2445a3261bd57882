/**
 * Runs the tests, stage by stage, and stops at the first that fails.
 *
 *     node test/tools/run-tests.ts [STAGE …]      all stages, or the named ones in the given order
 *
 * Of the contract of figures, `contract` is a smaller measure for every day; `whole-contract` puts every specimen through every clause in
 * full, takes longer than the rest together, and runs where it is named (test/e2e/contract/README.md).
 *
 * The last line of a passing run counts the tests, from the runners' own reports: "123 passed, 0 failed".
 */
import { spawn } from 'node:child_process';
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
  /** Keeps one processor busy at most: neighbours of this kind run side by side, and say what they have to say one after the other. */
  readonly isSingle?: boolean;
  /** Reads the report that the stage leaves as test/.out/NAME.json. */
  readonly counts?: (report: unknown) => Counts;
}

const STAGES: Readonly<Record<string, Stage>> = {
  find: {
    title: 'Find the browsers and Python, or install them',
    commands: ['node test/tools/browsers.ts', 'node test/tools/python.ts'],
  },
  sync: { title: 'Write down the types of the content', commands: ['astro sync'] },
  types: {
    title: 'Types, in Astro, Svelte and TypeScript',
    commands: ['astro check', 'svelte-check --fail-on-warnings'],
    isSingle: true,
  },
  lint: {
    title: 'Lint, with ESLint and Prettier',
    commands: [
      'eslint --config test/eslint.config.mjs --max-warnings 0 .',
      'prettier --check --log-level warn .',
    ],
    isSingle: true,
  },
  unit: vitest('unit', 'Unit tests, in Node'),
  component: vitest('component', 'Components, in Chromium'),
  browsers: vitest('browsers', 'The same in Node, Chromium and Firefox'),
  notebooks: {
    title: 'Notebooks put out what they have stored',
    commands: ['node src/commands/notebooks.ts --check'],
    isSingle: true,
  },
  build: { title: 'Build the site', commands: ['astro build'], isSingle: true },
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
      'playwright test --config test/playwright.config.ts contract --workers 3',
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
  asked.length > 0 ? asked : Object.keys(STAGES).filter((name) => name !== 'whole-contract');
const unknown = names.filter((name) => !(name in STAGES));
if (unknown.length > 0) {
  fail(`No such stage: ${unknown.join(', ')}. There are ${Object.keys(STAGES).join(', ')}.`);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const total = { passed: 0, failed: 0 };
const started = performance.now();
for (const group of sideBySide(names)) {
  const ends = await Promise.all(group.map((name) => runStage(name, group.length > 1)));
  if (ends.includes(false)) process.exit(1);
}
console.log(`\nAll in ${((performance.now() - started) / 60_000).toFixed(1)} minutes.`);
if (total.passed > 0) console.log(`${total.passed} passed, ${total.failed} failed`);

/** The stages in their order, neighbours that keep one processor busy together. */
function sideBySide(list: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (const name of list) {
    const last = groups.at(-1);
    const joins = STAGES[name].isSingle === true && last?.every((one) => STAGES[one].isSingle);
    if (joins === true) last?.push(name);
    else groups.push([name]);
  }
  return groups;
}

/** Runs a stage and says how it went. @param isHeld whether it keeps what it says until it has ended @returns whether it passed */
async function runStage(name: string, isHeld: boolean): Promise<boolean> {
  const { title, commands, env, counts } = STAGES[name];
  if (!isHeld) console.log(`\n=== ${title}`);
  const begun = performance.now();
  let failed: string | undefined;
  let output = '';
  for (const command of commands) {
    const end = await run(command, env, isHeld);
    output += end.output;
    if (!end.isFine) {
      failed = command;
      break;
    }
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  if (isHeld) console.log(`\n=== ${title}\n${output}`);
  const count = counts?.(read(env?.['REPORT'] ?? name));
  total.passed += count?.passed ?? 0;
  total.failed += count?.failed ?? 0;
  if (failed !== undefined)
    return complain(`=== ${title}: failed after ${seconds} s, in: ${failed}`);
  if (count && count.passed === 0) return complain(`=== ${title}: no test ran.`);
  if (count && count.skipped > 0)
    return complain(`=== ${title}: ${count.skipped} skipped, which proves nothing.`);
  console.log(`=== ${title}: ${seconds} s`);
  return true;
}

/** Runs a command line. Its words hold no spaces, so splitting is enough. @returns whether it succeeded, and what it said if that was to be held */
async function run(
  command: string,
  own: Readonly<Record<string, string>> = {},
  isHeld: boolean,
): Promise<{ isFine: boolean; output: string }> {
  const bin = path.join(root, 'node_modules/.bin');
  const env = {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    ...own,
  };
  const windows = process.platform === 'win32';
  const [program, ...args] = command.split(' ');
  const stdio = isHeld ? ('pipe' as const) : ('inherit' as const);
  const child = spawn(program, args, { cwd: root, env, stdio, shell: windows });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => (output += part.toString()));
  }
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      output += error.message;
      resolve(null);
    });
    child.on('close', resolve);
  });
  return { isFine: code === 0, output };
}

function read(name: string): unknown {
  try {
    return JSON.parse(readFileSync(path.join(reports, `${name}.json`), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Says what went wrong, with the count where it shows failures. */
function complain(message: string): false {
  console.error(message);
  if (total.failed > 0) console.log(`${total.passed} passed, ${total.failed} failed`);
  return false;
}

/** Says what went wrong and ends with exit code 1. */
function fail(message: string): never {
  complain(message);
  process.exit(1);
}
