import { ModelFileError, quote } from './model-file-error.ts';

/** A model nests four deep; whatever else a file carries along may nest somewhat deeper. */
const DEEPEST = 32;

/** What the text looks like before it is parsed: how deep it nests, and how many colons stand outside strings. */
function measure(text: string): { depth: number; colons: number } {
  let depth = 0;
  let deepest = 0;
  let colons = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (inString) {
      if (c === '\\') i++;
      else if (c === '"') inString = false;
    } else if (c === '"') inString = true;
    else if (c === ':') colons++;
    else if (c === '[' || c === '{') deepest = Math.max(deepest, ++depth);
    else if (c === ']' || c === '}') depth--;
  }
  return { depth: deepest, colons };
}

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = Array.isArray(value) ? 0 : Object.keys(value).length;
  for (const part of Object.values(value)) count += countKeys(part);
  return count;
}

/**
 * JSON.parse, but a key that is given twice is refused, since two readers could each take another one; and so is a text that nests
 * without end, on which some engines run out of stack.
 * @param what what the text is called in a message
 * @throws ModelFileError 'bad-json'
 */
export function parseJson(text: string, what: string): unknown {
  const { depth, colons } = measure(text);
  if (depth > DEEPEST) {
    throw new ModelFileError(
      'bad-json',
      `${what} may nest ${DEEPEST} deep; it nests ${depth} deep.`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ModelFileError(
      'bad-json',
      `${what} should be JSON; it starts ${quote(text.slice(0, 40))}.`,
    );
  }
  const keys = countKeys(value);
  if (keys !== colons) {
    throw new ModelFileError(
      'bad-json',
      `${what} should give each key once; it gives ${colons} keys, of which ${keys} differ.`,
    );
  }
  return value;
}

/** Whether a parsed value is an object with keys. Arrays are not. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
