/** A slope of the mean cost, opened: a share of every digit. */
import { ownSlopes, type Survey } from '@/descent/mean-cost.ts';
import type { Parameter } from '@/descent/parameters.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import type { Explanation, Part, Quantity, Term } from '@/explain/explain.ts';
import { nameOf, symbolOf } from '@/explain/parts.ts';

/** The slope along a parameter, as a part. */
export function slopeAlong(parameter: Parameter): Part {
  const { layer, j } = parameter;
  return parameter.kind === 'bias'
    ? { kind: 'nablaB', layer, j }
    : { kind: 'nablaW', layer, j, k: parameter.k };
}

/** @param digits those of the survey, in its order */
export function explainMean(
  survey: Survey,
  digits: readonly GivenDigit[],
  parameter: Parameter,
): Explanation {
  const part = slopeAlong(parameter);
  const symbol = symbolOf(survey.network, part);
  const of = nameOf(survey.network, parameter);
  const count = digits.length;
  const slopes = ownSlopes(survey, parameter);
  const shares = slopes.map((slope) => slope / count);
  const total = shares.reduce((sum, share) => sum + share, 0);
  // Nothing in it leads on: what a single digit's slope is made of opens where the cost is that digit's.
  const quantity = (value: number): Quantity => ({ part, name: of, symbol, value });
  const oneOfAll: Quantity = { ...quantity(1 / count), symbol: { letter: 'y' } };
  const terms = shares.flatMap<Term>((share, i) => {
    if (share === 0) return [];
    const { label, index } = digits[i];
    const own = quantity(share);
    const factors = [quantity(slopes[i]), oneOfAll];
    return [{ label: `${label}, number ${index}`, source: own, factors, product: own }];
  });
  return {
    ...quantity(total),
    name: `Slope of the mean cost along the ${of}`,
    meaning: `The mean of ${count} slopes, one for each digit’s own cost: a digit’s share is its slope divided by ${count}. The list has minus this slope, the way that the cost falls.`,
    formula: [],
    calculation: {
      start: {
        heads: { label: 'digit', factors: ['its slope', `1 ÷ ${count}`], product: 'share' },
        terms,
        zeros: count - terms.length,
        sources: 'shares',
        total,
      },
      steps: [],
    },
    leads: null,
    related: [],
  };
}
