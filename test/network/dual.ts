/**
 * Forward-mode dual numbers: a number and how fast it moves when one chosen thing moves by 1. They know the rules of + - * / and
 * nothing of any function's derivative: exp is a series here, differentiated term by term like everything else.
 */
export interface Dual {
  readonly value: number;
  readonly slope: number;
}

export const constant = (value: number): Dual => ({ value, slope: 0 });

export const negate = (a: Dual): Dual => ({ value: -a.value, slope: -a.slope });

export const add = (a: Dual, b: Dual): Dual => ({
  value: a.value + b.value,
  slope: a.slope + b.slope,
});

export const multiply = (a: Dual, b: Dual): Dual => ({
  value: a.value * b.value,
  slope: a.slope * b.value + a.value * b.slope,
});

export function divide(a: Dual, b: Dual): Dual {
  const value = a.value / b.value;
  return { value, slope: (a.slope - value * b.slope) / b.value };
}

/** ln 2 in two parts, the first of few enough bits that k times it is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** e^x = 2^k e^r with r = x - k ln 2, and e^r = 1 + r (1 + r/2 (1 + r/3 (1 + ...))). */
export function exp(x: Dual): Dual {
  const k = Math.round(x.value / Math.LN2);
  const r = { value: x.value - k * LN2_HIGH - k * LN2_LOW, slope: x.slope };
  let value = 1;
  let slope = 0;
  for (let n = 20; n >= 1; n--) {
    slope = (r.slope * value + r.value * slope) / n;
    value = 1 + (r.value * value) / n;
  }
  const power = 2 ** k;
  return { value: value * power, slope: slope * power };
}

/** 1 / (1 + e^-z), Nielsen (3). */
export const sigma = (z: Dual): Dual => divide(constant(1), add(constant(1), exp(negate(z))));

/** ln(1 + u), u >= 0, as the integral of 1 / (1 + u). */
function log1p(u: Dual): Dual {
  return { value: Math.log1p(u.value), slope: u.slope / (1 + u.value) };
}

/** ln(1 + e^z), without an overflow. */
export const softplus = (z: Dual): Dual =>
  z.value > 0 ? add(z, log1p(exp(negate(z)))) : log1p(exp(z));
