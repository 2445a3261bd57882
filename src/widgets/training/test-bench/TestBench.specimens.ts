import type { Specimen } from '../../specimen.ts';
import type { TestBenchStart } from './test-bench.svelte.ts';

export const specimens: readonly Specimen<{ start?: TestBenchStart }>[] = [
  { name: 'the classic network, as measured', props: {} },
  {
    name: 'the recogniser, at a high threshold',
    props: { start: { subject: 'recogniser', threshold: 95, part: 'not-sure' } },
  },
  {
    name: 'an explainer, whether its scores can be trusted',
    props: { start: { subject: 'explainer', part: 'trust' } },
  },
  {
    name: 'a cell whose digits are not here',
    props: { start: { subject: 'explainer-b', cell: 22, part: 'mistakes' } },
  },
  { name: 'an empty cell', props: { start: { cell: 10 } } },
  { name: 'the test itself', props: { start: { part: 'test' } } },
];
