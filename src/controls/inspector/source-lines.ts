/** A few lines out of a source file, found by what they say, so that a figure shows the very code that runs. */

/**
 * @param source the whole file
 * @param needles a piece of each line that is wanted, in the file's order
 * @param from where to begin to look: a piece of an earlier line, such as a function's head
 * @returns the lines, with the indentation that they share taken off
 * @throws Error when a line is not there: the file has changed, and the figure must follow
 */
export function sourceLines(source: string, from: string, needles: readonly string[]): string[] {
  return numberedLines(source, from, needles).map(({ text }) => text);
}

/** A line of a source file, and its number there, from 1. */
export interface NumberedLine {
  readonly text: string;
  readonly number: number;
}

/** The same with the lines' numbers. @throws Error when a line is not there */
export function numberedLines(
  source: string,
  from: string,
  needles: readonly string[],
): NumberedLine[] {
  const lines = source.split('\n');
  let at = lines.findIndex((line) => line.includes(from));
  if (at < 0) throw new Error(`The source has no line with "${from}".`);
  const found = needles.map((needle) => {
    at = lines.findIndex((line, i) => i > at && line.includes(needle));
    if (at < 0) throw new Error(`The source has no line with "${needle}" after "${from}".`);
    return { text: lines[at], number: at + 1 };
  });
  const indent = Math.min(...found.map(({ text }) => text.length - text.trimStart().length));
  return found.map(({ text, number }) => ({ text: text.slice(indent), number }));
}
