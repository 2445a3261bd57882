import { formatNumber, significant, thousands } from '@/words/numbers.ts';
import type { GradientColumns } from './gradient-columns.svelte.ts';

/** The figure in words. @param name of the parameter that it is on */
export function sentence({ at, count, half, flat }: GradientColumns, name: string): string {
  const { push, value, line } = at;
  const way =
    push === 0
      ? 'It makes no difference to this cost.'
      : `To lower the cost it should go ${push > 0 ? 'up' : 'down'}: a small nudge lowers it by ${significant(Math.abs(push), 3).replace('+', '')} for each unit.`;
  return (
    `Line ${thousands(line + 1)}: the ${name} is ${formatNumber(value, 2)}. ${way} ` +
    `Of ${thousands(count)} slopes the ${thousands(half)} steepest make half of the gradient’s squared length; ${thousands(flat)} are exactly 0.`
  );
}
