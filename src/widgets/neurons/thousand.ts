/** A thousand test digits, for the figures that count over them what the explainer network makes of each: whoever imports it needs both. */
import { explainer, needs, thousand } from '@/islands/resources.ts';

needs(explainer, thousand);

export { thousand };
