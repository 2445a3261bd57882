import { type Display, type Output, type Text, whole } from './notebook-file.ts';
import { alike, samePixels } from './pictures.ts';

/**
 * How strictly pictures are held to what is stored: pixel by pixel, or, where another version of a library may draw them a little
 * differently, by what their pixels show at a glance.
 */
export type Pictures = 'pixels' | 'glance';

/**
 * What is stale in a notebook: a sentence for each cell whose fresh outputs are not those stored. Counts of executions and metadata
 * do not matter.
 */
export async function staleCells(
  stored: readonly (readonly Output[])[],
  fresh: readonly (readonly Output[])[],
  pictures: Pictures,
): Promise<string[]> {
  const faults = await Promise.all(
    fresh.map(async (outputs, i) => {
      const fault = await difference(merged(stored[i]), merged(outputs), pictures);
      return fault === undefined ? [] : [`cell ${i + 1} ${fault}`];
    }),
  );
  return faults.flat();
}

/** The same outputs with neighbouring pieces of one stream as one: kernels cut them at random. */
function merged(outputs: readonly Output[]): Output[] {
  const result: Output[] = [];
  for (const output of outputs) {
    const last = result.at(-1);
    if (
      output.output_type === 'stream' &&
      last?.output_type === 'stream' &&
      last.name === output.name
    ) {
      result[result.length - 1] = { ...last, text: whole(last.text) + whole(output.text) };
    } else {
      result.push(output);
    }
  }
  return result;
}

async function difference(
  stored: readonly Output[],
  fresh: readonly Output[],
  pictures: Pictures,
): Promise<string | undefined> {
  if (stored.length !== fresh.length) {
    return `puts out ${fresh.length} things; ${stored.length} are stored`;
  }
  for (const [i, now] of fresh.entries()) {
    const before = stored[i];
    if (now.output_type !== before.output_type) {
      return `gives ${now.output_type}; stored is ${before.output_type}`;
    }
    const fault =
      now.output_type === 'stream'
        ? textDifference((before as typeof now).text, now.text)
        : await shownDifference(before as Display, now, pictures);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

async function shownDifference(
  stored: Display,
  fresh: Display,
  pictures: Pictures,
): Promise<string | undefined> {
  const [had, has] = [stored, fresh].map(({ data }) => Object.keys(data).sort().join(', '));
  if (had !== has) return `shows ${has}; stored is ${had}`;
  for (const [mime, now] of Object.entries(fresh.data)) {
    const before = stored.data[mime];
    if (mime !== 'image/png') {
      const fault = textDifference(before, now);
      if (fault !== undefined) return fault;
    } else if (!(await (pictures === 'pixels' ? samePixels : alike)(whole(before), whole(now)))) {
      return 'shows a picture that is not the stored one';
    }
  }
  return undefined;
}

/** The first line that differs, as a sentence. */
function textDifference(stored: Text, fresh: Text): string | undefined {
  const [before, now] = [stored, fresh].map((text) => whole(text).split('\n'));
  const at = now.findIndex((line, i) => line !== before[i]);
  if (at < 0 && now.length === before.length) return undefined;
  const [had, has] = [before, now].map((list) => list[at < 0 ? now.length : at] ?? '(nothing)');
  return `prints «${short(has)}»; stored is «${short(had)}»`;
}

/** Enough of a line to know it by. */
function short(line: string): string {
  return line.length > 120 ? `${line.slice(0, 120)}…` : line;
}
