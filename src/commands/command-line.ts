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

/** The command line's options; one that is unknown, or lacks its value, ends the command with a word on it. */
export function readOptions<T extends ParseArgsConfig>(
  config: T,
): ReturnType<typeof parseArgs<T>>['values'] {
  try {
    return parseArgs({ ...config, args: tieNumbers(process.argv.slice(2)) }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** What `read` reads; where it fails, ends the command with the reason. */
export function orRefuse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}
