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
  return dedented(found);
}

/**
 * Lines that follow each other, all of them.
 * @param from where to begin to look, such as a function's head
 * @param first a piece of the first line, which may be that one
 * @param last a piece of the last; the nearest line behind the first that has it
 * @throws Error when a line is not there
 */
export function linesBetween(
  source: string,
  from: string,
  first: string,
  last: string,
): NumberedLine[] {
  const lines = source.split('\n');
  const find = (needle: string, start: number): number => {
    const at = lines.findIndex((line, i) => i >= start && line.includes(needle));
    if (at < 0) throw new Error(`The source has no line with "${needle}" after "${from}".`);
    return at;
  };
  const start = find(first, find(from, 0));
  const end = find(last, start);
  return dedented(lines.slice(start, end + 1).map((text, i) => ({ text, number: start + i + 1 })));
}

/** The lines without the indentation that all of them share; empty ones have none. */
function dedented(lines: readonly NumberedLine[]): NumberedLine[] {
  const indents = lines
    .filter(({ text }) => text.trim() !== '')
    .map(({ text }) => text.length - text.trimStart().length);
  const indent = Math.min(...indents);
  return lines.map(({ text, number }) => ({ text: text.slice(indent), number }));
}
