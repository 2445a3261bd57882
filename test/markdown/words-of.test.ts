import { expect, it } from 'vitest';
import { inline } from '../../src/markdown/inline.ts';
import { wordsOf } from '../../src/markdown/words-of.ts';

it.each([
  ['$16 \\times 16 = 256$', '16 × 16 = 256'],
  ['$16$, one for each *neuron*', '16, one for each neuron'],
  ['Add $\\b{b}$, then $\\z{z}$.', 'Add b, then z.'],
  ['Nothing', 'Nothing'],
])('says %s as "%s"', async (markdown, words) => {
  expect(wordsOf(await inline(markdown))).toBe(words);
});
