/** A few lines out of a source file, found by what they say, so that a figure shows the very code that runs. */

/**
 * @param source the whole file
 * @param needles a piece of each line that is wanted, in the file's order
 * @param from where to begin to look: a piece of an earlier line, such as a function's head
 * @returns the lines, with the indentation that they share taken off
 * @throws Error when a line is not there: the file has changed, and the figure must follow
 */
export function sourceLines(source: string, from: string, needles: readonly string[]): string[] {
  const lines = source.split('\n');
  let at = lines.findIndex((line) => line.includes(from));
  if (at < 0) throw new Error(`The source has no line with "${from}".`);
  const found = needles.map((needle) => {
    at = lines.findIndex((line, i) => i > at && line.includes(needle));
    if (at < 0) throw new Error(`The source has no line with "${needle}" after "${from}".`);
    return lines[at];
  });
  const indent = Math.min(...found.map((line) => line.length - line.trimStart().length));
  return found.map((line) => line.slice(indent));
}
