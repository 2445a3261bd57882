/** Which letters maths is set in: what its typefaces must have when they are cut to what the site sets. */
import katex from 'katex';
import { mathsOptions } from './maths.ts';

/** What figures set beside it in the same typefaces: their symbols and indices (src/plot/Symbol.svelte), numbers and signs. */
const FIGURES = '0123456789.,()+−×=′′CabjklmnpwxyzΔΣδηλσ∂∇∑';

/**
 * Every letter that maths is set in.
 * @param texts sources of chapters, each formula between dollar signs; as a string of YAML or of an attribute too, with \\ for \
 */
export function mathsLetters(texts: Iterable<string>): string {
  const letters = new Set(FIGURES);
  for (const text of texts) {
    for (const [, shown, inline] of text.matchAll(/\$\$([^$]+)\$\$|\$([^$]+)\$/g)) {
      const tex = shown ?? inline;
      for (const letter of lettersOf(tex.replaceAll('\\\\', '\\'))) letters.add(letter);
    }
  }
  return [...letters].sort().join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** What a formula is set as. Of a faulty one nothing is said here: the page that has it does not build. */
function lettersOf(tex: string): string {
  const html = katex.renderToString(tex, { ...mathsOptions, output: 'html', throwOnError: false });
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&(lt|gt|amp);/g, (entity) => ENTITIES[entity]);
}
