/**
 * node src/commands/notebooks/run-typescript.ts NOTEBOOK: runs the notebook's cells in order, from the notebook's own folder, and
 * prints what each put out, as JSON. A process of its own, so that notebooks share nothing.
 */
import path from 'node:path';
import { format } from 'node:util';
import vm from 'node:vm';
import { createJupyter, type Forms, formsOf } from './jupyter.ts';
import { codeOf, lines, type Output, readNotebook, whole } from './notebook-file.ts';
import { CellError, type Program, toProgram } from './program.ts';

const file = path.resolve(process.argv[2]);
const cells = codeOf(readNotebook(file));
const outputs: Output[][] = cells.map(() => []);
let current = 0;

function print(name: 'stdout' | 'stderr'): (...values: unknown[]) => void {
  return (...values) => {
    const list = outputs[current];
    const last = list.at(-1);
    const before = last?.output_type === 'stream' && last.name === name ? list.pop() : undefined;
    const text = before?.output_type === 'stream' ? whole(before.text) : '';
    const all = `${text}${format(...values)}\n`;
    list.push({ output_type: 'stream', name, text: lines(all) });
  };
}

function put(type: 'display_data' | 'execute_result'): (forms: Forms) => void {
  return (forms) => {
    const data = Object.fromEntries(
      Object.entries(forms).map(([mime, text]) => [
        mime,
        mime.startsWith('image/') && mime !== 'image/svg+xml' ? text : lines(text),
      ]),
    );
    outputs[current].push({ output_type: type, data, metadata: {} });
  };
}

async function show(value: unknown): Promise<void> {
  if (value !== undefined) put('execute_result')(await formsOf(value));
}

/** An error's message, and the cell and line that it came from. */
function describe(error: unknown, { starts }: Program): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const [, found] = stack.split(`${file}:`, 2).map((part) => parseInt(part, 10));
  const cell = starts.findLastIndex((start) => start <= found);
  const message = error instanceof Error ? `${error.name}: ${error.message}` : stack;
  return cell < 0
    ? `cell ${current + 1}: ${message}`
    : `cell ${cell + 1}, line ${found - starts[cell] + 1}: ${message}`;
}

type Main = (begin: (i: number) => void, show: (value: unknown) => Promise<void>) => Promise<void>;

/** Runs the cells. @throws CellError that says which failed, where, and why */
async function runAll(): Promise<void> {
  const program = toProgram(cells);
  try {
    const script = new vm.Script(program.code, {
      filename: file,
      importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    const main = script.runInThisContext() as Main;
    await main((i) => (current = i), show);
  } catch (error) {
    throw new CellError(describe(error, program));
  }
}

process.chdir(path.dirname(file));
const [stdout, stderr] = [print('stdout'), print('stderr')];
Object.assign(console, { log: stdout, info: stdout, debug: stdout, warn: stderr, error: stderr });
Object.assign(globalThis, { Deno: { jupyter: createJupyter(put('display_data')) } });

// Node ends when nothing is left to do, also where a cell still waits for what never comes.
let fault: string | undefined = '';
process.on('exit', () => {
  if (fault === undefined) return;
  const word = fault || `cell ${current + 1} waits for something that never comes`;
  process.stderr.write(`${word}\n`);
  process.exitCode = 1;
});
runAll().then(
  () => {
    fault = undefined;
    process.stdout.write(JSON.stringify(outputs));
  },
  (error: unknown) => (fault = error instanceof Error ? error.message : String(error)),
);
