/** The recogniser in eighty lines, cut where one of its parts ends and the next begins. */
import page from '@/recogniser/eighty-lines.html?raw';

/** The page as it is saved. */
export const source = page;

export interface Part {
  /** What its first comment says. */
  readonly name: string;
  readonly lines: readonly { readonly text: string; readonly number: number }[];
}

/** Lines that open a part: '// 2. The ten scores: …'. What stands before the first is the page's own. */
const OPENS = /^\/\/ (\d\. .*)$/;

/** The parts in the file's order. */
export function partsOf(text: string): Part[] {
  const parts: { name: string; lines: { text: string; number: number }[] }[] = [];
  text
    .trimEnd()
    .split('\n')
    .forEach((line, i) => {
      const opened = OPENS.exec(line);
      if (opened || parts.length === 0) {
        parts.push({
          name: opened?.[1] ?? 'The page: a pad, a button, and a place for the answer.',
          lines: [],
        });
      }
      if (!opened) parts[parts.length - 1].lines.push({ text: line, number: i + 1 });
    });
  return parts;
}
