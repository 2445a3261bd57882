import { act, actsOf } from './acts.ts';
import { type Clause, filled, none, ready } from './protocol.ts';

/** How many things are done, after each of which all that is printed is worked out again. */
const ACTS = { whole: 10, daily: 3 };

/** Where a formula is printed with its numbers, its result follows from what is printed. */
export const sums: Clause = {
  name: 'prints sums and products that follow from the numbers printed',
  daily: 'none',
  async check(page, share) {
    await ready(page);
    await filled(page);
    const found: string[] = await page.evaluate(wrongSums);
    for (const one of await actsOf(page, ACTS[share < 1 ? 'daily' : 'whole'])) {
      await act(page, one);
      await filled(page);
      found.push(...(await page.evaluate(wrongSums)));
    }
    none(found, 'What is printed does not follow from what is printed');
  },
};

/** Every printed sum, product and quotient of numbers whose result is not within half a unit of its last digit. */
function wrongSums(): string[] {
  const NUMBER = String.raw`[-\u2212+]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)`;
  const FACTOR = String.raw`(?:\(${NUMBER}\)|${NUMBER})\u00b2?`;
  const SIGN = String.raw`[+\u2212\u00d7\u00b7\u00f7/]`;
  const LEFT = String.raw`(?:\(${NUMBER}\)\u00b2|${NUMBER}\u00b2|${FACTOR}(?:\s*${SIGN}\s*${FACTOR})+)`;
  // No part of a longer one: neither before it nor after its result goes anything on.
  const FORMULA = new RegExp(
    String.raw`(?<![\w.)])(?<!${SIGN}\s*)${LEFT}\s*=\s*${NUMBER}(?![\d.]*\s*${SIGN})`,
    'gu',
  );
  const valueOf = (text: string): number => Number(text.replace(/,/g, '').replace('\u2212', '-'));
  const unitOf = (text: string): number => 10 ** -(/\.(\d+)/.exec(text)?.[1].length ?? 0);

  /** Worked out with the usual precedence; undefined where it is no formula after all. */
  const worth = (text: string): number | undefined => {
    const tokens = text.match(
      new RegExp(String.raw`\(${NUMBER}\)|(?<=^|${SIGN}\s*)${NUMBER}|\u00b2|${SIGN}`, 'gu'),
    );
    if (!tokens) return undefined;
    const terms: number[] = [];
    let operator = '+';
    let value: number | undefined;
    const put = (next: number): void => {
      if (operator === '+') terms.push(next);
      else if (operator === '\u2212') terms.push(-next);
      else {
        const last = terms.pop() ?? 0;
        terms.push(/[\u00d7\u00b7]/.test(operator) ? last * next : last / next);
      }
    };
    for (const token of tokens) {
      if (token === '\u00b2') value = (value ?? 0) ** 2;
      else if (new RegExp(`^${SIGN}$`).test(token)) {
        if (value !== undefined) put(value);
        value = undefined;
        operator = token;
      } else value = valueOf(token.replace(/[()]/g, ''));
    }
    if (value === undefined) return undefined;
    put(value);
    return terms.reduce((sum, term) => sum + term, 0);
  };

  const found: string[] = [];
  const blocks = window.contract.frame().querySelectorAll('p, td, li, dd, tr, output, .formula');
  for (const block of blocks) {
    if (!block.checkVisibility() || block.querySelector('math')) continue;
    // What a row is about, such as neuron 2, is no part of its formula.
    const parts = block.matches('tr') ? [...block.querySelectorAll('td')] : [block];
    const text = parts
      .map((part) => part.textContent)
      .join('')
      .replace(/\s+/g, ' ');
    for (const [whole] of text.matchAll(FORMULA)) {
      const [left, right] = whole.split('=').map((side) => side.trim());
      const is = worth(left);
      if (is === undefined) continue;
      if (Math.abs(is - valueOf(right)) > 0.5 * unitOf(right) * (1 + 1e-9))
        found.push(`'${whole.trim()}' is ${is}`);
    }
  }
  return found;
}
