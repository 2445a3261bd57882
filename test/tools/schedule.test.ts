import { describe, expect, it } from 'vitest';
import { schedule, summary, type Outcome } from './schedule.ts';
import { STAGES, type Stage } from './stages.ts';

const fine: Outcome = { passed: 3, failed: 0, skipped: 0, failures: [] };
const broken: Outcome = { passed: 2, failed: 1, skipped: 0, failures: ['a.test.ts: adds'] };

const stage = (processors: 1 | 2, ...needs: string[]): Stage => ({
  title: 'A stage',
  commands: [],
  processors,
  needs,
});

/** Runs made-up stages, each for a moment. @returns how they ended and which of them ran at the same time */
async function trial(
  stages: Readonly<Record<string, Stage>>,
  outcomes: Readonly<Record<string, Outcome>> = {},
): Promise<{ ends: Awaited<ReturnType<typeof schedule>>; together: Set<string> }> {
  const running = new Set<string>();
  const together = new Set<string>();
  const ends = await schedule(stages, Object.keys(stages), async (name) => {
    running.add(name);
    together.add([...running].sort().join('+'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    running.delete(name);
    return outcomes[name] ?? fine;
  });
  return { ends, together };
}

describe('stages', () => {
  it('run on after one has failed, and the counts of all stand in the table', async () => {
    const { ends } = await trial({ a: stage(1), b: stage(2), c: stage(1) }, { b: broken });
    expect(ends.map(({ name, passed, failed }) => [name, passed, failed])).toEqual([
      ['a', 3, 0],
      ['b', 2, 1],
      ['c', 3, 0],
    ]);
    const text = summary(ends);
    expect(text).toMatch(/^a +3 +0 +\d+$/m);
    expect(text).toMatch(/^b +2 +1 +\d+$/m);
    expect(text).toContain('  - a.test.ts: adds');
    expect(text.split('\n').at(-1)).toBe('8 passed, 1 failed');
  });

  it('that stand on a failed one are left out, said to be, and count as failed', async () => {
    const { ends } = await trial(
      { a: stage(1), b: stage(1, 'a'), c: stage(1, 'b') },
      { a: broken },
    );
    expect(summary(ends)).toContain("not run, since 'a' failed");
    expect(summary(ends)).toContain("not run, since 'b' failed");
    expect(summary(ends).split('\n').at(-1)).toBe('2 passed, 3 failed');
  });

  it('keep no more than two processors busy, and wait for what they need', async () => {
    const { together } = await trial({ a: stage(1), b: stage(2), c: stage(1), d: stage(1, 'c') });
    expect(together).toEqual(new Set(['a', 'a+c', 'b', 'd']));
  });

  it('that wait for one another are an error', async () => {
    await expect(trial({ a: stage(1, 'b'), b: stage(1, 'a') })).rejects.toThrow(
      'wait for one another',
    );
  });

  it('end with "N passed, 0 failed" where all is well', async () => {
    const { ends } = await trial({ a: stage(1), b: stage(1) });
    expect(summary(ends).split('\n').at(-1)).toBe('6 passed, 0 failed');
  });

  it('need only stages that there are', () => {
    const needed = Object.values(STAGES).flatMap(({ needs = [] }) => needs);
    expect(Object.keys(STAGES)).toEqual(expect.arrayContaining(needed));
  });
});
