/**
 * npm run notebooks [-- --check] [FILE …]
 *
 * Runs notebooks, all of them or the named ones, and stores what their cells put out. With --check nothing is stored: it fails where
 * a stored output is not what the cell puts out now. TypeScript's pictures are compared pixel by pixel; Python's more loosely, since
 * another matplotlib may draw them a little differently.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { orRefuse, readArguments } from './command-line.ts';
import { staleCells } from './notebooks/compare.ts';
import {
  type Output,
  outputsOf,
  readNotebook,
  withOutputs,
  writeNotebook,
} from './notebooks/notebook-file.ts';
import { withPngs } from './notebooks/pictures.ts';
import { findPython } from './notebooks/python.ts';

const NOTEBOOKS = path.join(import.meta.dirname, '../../notebooks');

const { values, positionals } = readArguments({
  options: { check: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const files =
  positionals.length > 0
    ? positionals
    : readdirSync(NOTEBOOKS)
        .filter((name) => name.endsWith('.ipynb'))
        .sort()
        .map((name) => path.join(NOTEBOOKS, name));

/**
 * What each code cell puts out, from a process of its own.
 * @throws Error that says which cell failed
 */
function run(file: string, language: string): Output[][] {
  const runner = (name: string): string => path.join(import.meta.dirname, 'notebooks', name);
  const [program, ...args] =
    language === 'python'
      ? [findPython(), runner('run_python.py'), file]
      : [
          process.execPath,
          '--disable-warning=ExperimentalWarning',
          runner('run-typescript.ts'),
          file,
        ];
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  if (status !== 0) throw new Error(stderr.trim() || `the cells ended with ${status}`);
  return JSON.parse(stdout) as Output[][];
}

/** Runs one notebook; stores or compares what it puts out. @returns a word on it, and whether all is well */
async function settle(file: string): Promise<{ word: string; well: boolean }> {
  const notebook = readNotebook(file);
  const { language } = notebook.metadata.kernelspec;
  const fresh = await Promise.all(run(file, language).map(withPngs));
  const pictures = language === 'python' ? 'glance' : 'pixels';
  const stale = await staleCells(outputsOf(notebook), fresh, pictures);
  if (values.check) {
    const advice = '\n  Run npm run notebooks, look at what changed, and keep it.';
    const word = stale.length > 0 ? `stale\n  ${stale.join('\n  ')}${advice}` : 'as stored';
    return { word, well: stale.length === 0 };
  }
  // A glance misses small changes, so Python's pictures are stored each time.
  if (stale.length === 0 && pictures === 'pixels') return { word: 'as stored', well: true };
  writeNotebook(file, withOutputs(notebook, fresh));
  return { word: stale.length > 0 ? 'stored anew' : 'stored, same text', well: true };
}

// All of them are there and are notebooks, before the first is run.
for (const file of files) orRefuse(() => readNotebook(file));

for (const file of files) {
  const started = performance.now();
  const name = path.basename(file);
  try {
    const { word, well } = await settle(file);
    console.log(`${name}: ${word} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    if (!well) process.exitCode = 1;
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
