/** What makes formulas of TeX in Markdown: for chapters (astro.config.mjs) and for sentences that come from data (inline.ts). */
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { bindPunctuation } from './bind-punctuation.ts';
import { keepUntranslated } from './keep-untranslated.ts';
import { leanMathml } from './lean-mathml.ts';
import { mathsOptions } from './maths.ts';
import { refuseBadMaths } from './refuse-bad-maths.ts';

export const remarkMaths = [remarkMath];
export const rehypeMaths: [
  [typeof rehypeKatex, typeof mathsOptions],
  typeof refuseBadMaths,
  typeof leanMathml,
  typeof keepUntranslated,
  typeof bindPunctuation,
] = [[rehypeKatex, mathsOptions], refuseBadMaths, leanMathml, keepUntranslated, bindPunctuation];
