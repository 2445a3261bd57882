/**
 * Maths at build: KaTeX with a macro for each quantity, so that a symbol has one colour from the first chapter to the last.
 *
 *     \w{w_{jk}}  weight          \a{a_j}  activation      \x{x_k}  input, an activation too
 *     \z{z}       weighted input  \b{b}    bias            \dl{\delta_j}  error      \C{C}  cost
 *     \sym{name}{…}  gives what it holds data-symbol="name", by which a figure finds it and lights it up
 *
 * A macro takes the symbol with its indices. Sums, sigma, eta and e stay ink.
 */
import type { KatexOptions } from 'katex';

/** The outer braces keep the space before a plus or an equals sign out of the chip: KaTeX puts it inside what it calls enclosing. */
const quantity = (name: string): string => `{\\htmlClass{q-${name}}{#1}}`;

export const mathsOptions: KatexOptions = {
  output: 'htmlAndMathml',
  throwOnError: true,
  macros: {
    '\\w': quantity('w'),
    '\\a': quantity('a'),
    '\\x': quantity('a'),
    '\\z': quantity('z'),
    '\\b': quantity('b'),
    '\\dl': quantity('delta'),
    '\\C': quantity('cost'),
    '\\sym': '{\\htmlData{symbol=#1}{#2}}',
  },
  trust: ({ command }) => {
    if (command === '\\htmlClass' || command === '\\htmlData') return true;
    // A plain "no" would print the command in red and go on.
    throw new Error(`${command} is not for chapters.`);
  },
  // Our own classes and hooks are no LaTeX, and are meant; anything else that LaTeX would not take fails the build.
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
};
