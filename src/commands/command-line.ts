import { readFileSync } from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Ends the command with exit code 2: what was asked of it cannot be done as asked. */
export function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

/** parseArgs takes a value that starts with a minus for an option; a number is none, so it is tied to the option before it. */
function tieNumbers(args: readonly string[]): string[] {
  const tied: string[] = [];
  for (const arg of args) {
    const before = tied.at(-1) ?? '';
    if (/^-[\d.]/.test(arg) && /^--[a-z]+$/.test(before))
      tied[tied.length - 1] = `${before}=${arg}`;
    else tied.push(arg);
  }
  return tied;
}

/** What the program's file says of itself at its head: how it is called, and what it does. */
function helpOf(program: string): string {
  const [, head = ''] = /\/\*\*([\s\S]*?)\*\//.exec(readFileSync(program, 'utf8')) ?? [];
  return head.replace(/^ *\* ?/gm, '').trim();
}

/** The command line, read; what is unknown, or lacks its value, ends the command with a word on it, and --help with how it is called. */
export function readArguments<T extends ParseArgsConfig>(
  config: T,
): ReturnType<typeof parseArgs<T>> {
  const [, program, ...args] = process.argv;
  if (args.includes('--help')) {
    console.log(helpOf(program));
    process.exit(0);
  }
  const tied: T = { ...config, args: tieNumbers(args) };
  return orRefuse(() => parseArgs(tied));
}

/** The options of a command that takes nothing else. */
export function readOptions<T extends ParseArgsConfig>(
  config: T,
): ReturnType<typeof parseArgs<T>>['values'] {
  return readArguments(config).values;
}

/** What `read` reads; where it fails, ends the command with the reason, in one line. */
export function orRefuse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    return refuse((error instanceof Error ? error.message : String(error)).replaceAll('\n', ' '));
  }
}

/** What `read` makes of a file. @throws Error that names the file, whatever is wrong with it */
export function fromFile<T>(file: string, read: (bytes: Buffer<ArrayBuffer>) => T): T {
  try {
    return read(readFileSync(file));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(why.includes(file) ? why : `${file}: ${why}`, { cause });
  }
}
