import { describe, expect, it } from 'vitest';
import { playwrightCounts, vitestCounts } from './counts.ts';

describe('counts', () => {
  it('come from what Vitest reports', () => {
    const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 3 };
    expect(vitestCounts(report)).toEqual({ passed: 7, failed: 2, skipped: 4 });
  });

  it('come from what Playwright reports, where a second go was only for a stalled browser', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 4 } };
    expect(playwrightCounts(report)).toEqual({ passed: 7, failed: 1, skipped: 4 });
  });

  it.each([undefined, null, 'text', {}, { stats: null }, { numPassedTests: 'many' }])(
    'are all 0 where there is no report: %o',
    (report) => {
      const none = { passed: 0, failed: 0, skipped: 0 };
      expect(vitestCounts(report)).toEqual(none);
      expect(playwrightCounts(report)).toEqual(none);
    },
  );
});
