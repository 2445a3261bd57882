/** Reads a chapter as text: what it shows, what it names, and the digits that nobody measured. */

/** A chapter's MDX, taken apart. */
export interface Chapter {
  /** From the frontmatter. */
  readonly number: number;
  /** The components that stand in its figures, in order. */
  readonly figures: readonly string[];
  /** Whether each live one waits until it is near. */
  readonly eager: readonly string[];
  readonly terms: readonly string[];
  readonly cites: readonly string[];
  readonly values: readonly string[];
  /** Of each check, the place from 1 at which its right answer stands; 0 where no single choice is right. */
  readonly rightPlaces: readonly number[];
  /** Words of the running text: without maths, code, figures and checks. */
  readonly words: number;
  /** Each digit in prose that is neither maths nor a measured value nor allowed, with the words round it. */
  readonly strayDigits: readonly string[];
}

/** Where a digit is a name and not a measurement. Short, and to be kept so. */
const ALLOWED: readonly RegExp[] = [
  /\b(?:chapter|layer|figure|neuron)s? \d+(?:(?:, | to | and )\d+)*/gi, // where something stands
  /\b4, 8, 16, 30 and 64\b/g, // the widths that were tried
  /\b(?:784|28|16|10|12,544|256|160|13,002|10,000|60,000)\b(?![.,]\d|%)/g, // how large pictures, layers and sets are, which nobody measures: held in chapters.test.ts
  /\b(?:an?|the|this|that|another|other|every|some|one|no|its|our|your) (?:[a-z]+ )?[0-9]\b(?!%|[.,]\d)/gi, // a tidy 3: the digit's own name
  /\b(?:for|as|of|from|to|and|or) [0-9]\b(?!%|[.,]\d| (?:of|in|out|per)\b)/gi, // a score for 4; from 0 to 1
  /\banswer is [0-9]\b(?!%|[.,]\d)/g,
  /\b[0-9]s\b/g, // two 3s
  /\b3Blue1Brown\b/g,
  /\bL2\b/g,
];

/** @param source the whole file @throws Error where it has no number */
export function readChapter(source: string): Chapter {
  const [fenced, frontmatter] = /^---\n([\s\S]*?)\n---\n/.exec(source) ?? ['', ''];
  const number = Number(/^number: (\d+)$/m.exec(frontmatter)?.[1]);
  if (!(number > 0)) throw new Error('A chapter needs its number in the frontmatter.');
  const body = source.slice(fenced.length).replaceAll(/^import .*$/gm, '');
  const figures = [...body.matchAll(/<Figure\b[\s\S]*?<\/Figure>/g)].flatMap(([figure]) =>
    [...figure.matchAll(/<([A-Z]\w*)\b([^>]*)/g)].filter(([, name]) => !PARTS.has(name)),
  );
  const ids = (part: string, attribute: string): string[] =>
    [...body.matchAll(new RegExp(`<${part}\\b[^>]*?\\b${attribute}="([^"]*)"`, 'g'))].map(
      ([, id]) => id,
    );
  const running = body.replaceAll(/<(Figure|Check)\b[\s\S]*?<\/\1>/g, ' ');
  const prose = proseOf(frontmatter, body);
  return {
    number,
    figures: figures.map(([, name]) => name),
    eager: figures
      .filter(([, , attributes]) => /client:(?!visible)/.test(attributes))
      .map(([, name]) => name),
    terms: ids('Term', 'id'),
    cites: ids('Cite', 'id'),
    values: ids('Value', 'of'),
    rightPlaces: [...body.matchAll(/<Check\b[\s\S]*?<\/Check>/g)].map(([check]) =>
      rightPlace(check),
    ),
    words: withoutTags(withoutMaths(running))
      .split(/\s+/)
      .filter((word) => /[a-z]/i.test(word)).length,
    strayDigits: strayDigits(prose),
  };
}

const PARTS = new Set(['Figure', 'Fragment', 'Term', 'Cite', 'Value', 'Note']);

function rightPlace(check: string): number {
  const choices = [...check.matchAll(/<Choice\b([^>]*)>/g)].map(([, attributes]) => attributes);
  const right = choices.filter((attributes) => /\bright\b/.test(attributes));
  return right.length === 1 ? choices.indexOf(right[0]) + 1 : 0;
}

/** All that a reader reads: the text, and the titles, text alternatives and frontmatter that reach the page. */
function proseOf(frontmatter: string, body: string): string {
  const said = [...body.matchAll(/\b(?:title|alt)="([^"]*)"/g)].map(([, words]) => words);
  const told = [...frontmatter.matchAll(/^(?:recap|description): (.*)$/gm)].map(
    ([, words]) => words,
  );
  return [...told, withoutTags(withoutMaths(body)), ...said.map(withoutMaths)].join('\n');
}

const withoutMaths = (text: string): string =>
  text
    .replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, ' ')
    .replaceAll(/`[^`]*`/g, ' ')
    .replaceAll(/\$\$[\s\S]*?\$\$/g, ' ')
    .replaceAll(/\$[^$]*\$/g, ' ');

/** Tags go, what they hold stays; what a tag's braces hold may have arrows in it, so they go first. */
const withoutTags = (text: string): string =>
  text
    .replaceAll(/\{\{[\s\S]*?\}\}/g, '')
    .replaceAll(/<\/?(?:Term|Value|Cite)\b[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, '\n');

function strayDigits(prose: string): string[] {
  const rest = ALLOWED.reduce((text, pattern) => text.replaceAll(pattern, '…'), prose);
  return [...rest.matchAll(/.{0,30}\d[\d.,]*.{0,20}/g)].map(([found]) => found.trim());
}
