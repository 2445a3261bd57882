/**
 * Runs the tests, stage by stage, and tells at the end what each came to.
 *
 *     node test/tools/run-tests.ts [STAGE …]      all stages of every day, or the named ones
 *     SEED=7 node test/tools/run-tests.ts unit    another seed for all that is random
 *     node test/tools/run-tests.ts --help         these lines
 *     node test/tools/run-tests.ts --long         all that takes too long for every day, with thirty new seeds
 *
 * A stage that fails hides no other: all others run on, but for those that stand on its work. The end is a table, the failures below
 * it, and as the last line the number of tests, from the runners' own reports: "123 passed, 0 failed". test/tools/stages.ts lists the stages.
 */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Counts } from './counts.ts';
import { schedule, summary } from './schedule.ts';
import { SEED } from './seed.ts';
import { DAILY, STAGES, longStages } from './stages.ts';

const root = path.join(import.meta.dirname, '../..');
const reports = path.join(root, 'test/.out');

/** Rounds of all properties in a long run. */
const ROUNDS = 30;

const asked = process.argv.slice(2);
if (asked.includes('--help')) {
  const [, head = ''] =
    /\/\*\*([\s\S]*?)\*\//.exec(readFileSync(import.meta.filename, 'utf8')) ?? [];
  console.log(head.replace(/^ \* ?/gm, '').trim());
  process.exit();
}
const isLong = asked.length === 1 && asked[0] === '--long';
const stages = isLong
  ? longStages(Array.from({ length: ROUNDS }, () => randomInt(1, 0x7fffffff)))
  : STAGES;
const unknown = isLong ? [] : asked.filter((name) => !Object.hasOwn(stages, name));
if (unknown.length > 0) {
  const known = Object.keys(stages).join(', ');
  console.error(`No such stage: ${unknown.join(', ')}. There are ${known}, and --long.`);
  process.exit(2);
}
const names = asked.length === 0 ? Object.keys(DAILY) : isLong ? Object.keys(stages) : asked;

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const started = performance.now();
const ends = await schedule(stages, names, runStage);
const minutes = ((performance.now() - started) / 60_000).toFixed(1);
console.log(
  `\n=== All in ${minutes} minutes, with SEED=${isLong ? 'drawn anew' : SEED}.\n\n${summary(ends)}`,
);
process.exitCode = ends.every(({ failed }) => failed === 0) ? 0 : 1;

/** Runs a stage's commands up to the first that fails. @param isAlone whether what they say may be shown at once */
async function runStage(name: string, isAlone: boolean): Promise<Counts> {
  const { title, commands, env, counts, report } = stages[name];
  const heading = `\n=== ${title} (${name})`;
  if (isAlone) console.log(heading);
  let failed: string | undefined;
  let output = '';
  for (const command of commands) {
    const end = await run(command, env, !isAlone);
    output += end.output;
    if (!end.isFine) {
      failed = command;
      break;
    }
  }
  if (!isAlone) console.log(`${heading}\n${output}`);
  return outcome(counts?.(read(report ?? name)), failed);
}

/** What a stage came to. One without a report of tests is one test itself. @param failed the command that failed */
function outcome(counts: Counts | undefined, failed: string | undefined): Counts {
  const found = counts ?? {
    passed: failed === undefined ? 1 : 0,
    failed: 0,
    skipped: 0,
    failures: [],
  };
  const failures = [...found.failures];
  // A run that ends badly, runs nothing or leaves tests out has failed even where no test says so.
  if (failed !== undefined && found.failed === 0) failures.push(`failed: ${failed}`);
  else if (found.passed + found.failed === 0) failures.push('no test ran');
  if (found.skipped > 0) failures.push(`${found.skipped} skipped, which proves nothing`);
  return { ...found, failures, failed: Math.max(found.failed, failures.length) };
}

/** Runs a command line. @returns whether it succeeded, and what it said if that was to be held */
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
