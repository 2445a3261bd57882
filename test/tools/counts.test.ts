import { describe, expect, it } from 'vitest';
import { playwrightCounts, vitestCounts } from './counts.ts';

describe('counts', () => {
  it('come from what Vitest reports', () => {
    const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 3 };
    expect(vitestCounts(report)).toEqual({ passed: 7, failed: 2, skipped: 4, failures: [] });
  });

  it('come from what Playwright reports, where a second go was only for a stalled browser', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 4 } };
    expect(playwrightCounts(report)).toEqual({ passed: 7, failed: 1, skipped: 4, failures: [] });
  });

  it('name the tests of Vitest that failed, and a file that did not load', () => {
    const report = {
      numPassedTests: 1,
      numFailedTests: 1,
      testResults: [
        {
          name: '/somewhere/test/network/sgd.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'adds' },
            {
              status: 'failed',
              fullName: 'takes',
              failureMessages: ['\u001b[31mno\u001b[39m\nat'],
            },
          ],
        },
        { name: 'test/x/gone.test.ts', status: 'failed', message: 'No such import.' },
      ],
    };
    expect(vitestCounts(report)).toEqual({
      passed: 1,
      failed: 2,
      skipped: 0,
      failures: [
        'network/sgd.test.ts: takes\n      no\n      at',
        'x/gone.test.ts: (the whole file)\n      No such import.',
      ],
    });
  });

  it('name the tests of Playwright that failed, within their groups, and what failed outside all', () => {
    const report = {
      stats: { expected: 1, unexpected: 1 },
      errors: [{ message: 'The server did not start.' }],
      suites: [
        {
          title: 'e2e/look.e2e.ts',
          suites: [
            {
              title: 'the theme',
              specs: [
                {
                  title: 'turns',
                  tests: [{ status: 'unexpected', results: [{ error: { message: 'red' } }] }],
                },
                { title: 'stays', tests: [{ status: 'expected', results: [{}] }] },
              ],
            },
          ],
        },
      ],
    };
    expect(playwrightCounts(report)).toEqual({
      passed: 1,
      failed: 2,
      skipped: 0,
      failures: [
        'e2e/look.e2e.ts: the theme > turns\n      red',
        ': (outside all tests)\n      The server did not start.',
      ],
    });
  });

  it.each([undefined, null, 'text', {}, { stats: null }, { numPassedTests: 'many' }])(
    'are all 0 where there is no report: %o',
    (report) => {
      const none = { passed: 0, failed: 0, skipped: 0, failures: [] };
      expect(vitestCounts(report)).toEqual(none);
      expect(playwrightCounts(report)).toEqual(none);
    },
  );
});
