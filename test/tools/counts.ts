/** How many tests a run had and which of them failed, read from the JSON reports of Vitest and Playwright. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** A line for each test that failed: its file, its name and how its message begins. */
  readonly failures: readonly string[];
}

/** @param report what Vitest's json reporter wrote; anything else counts as no test at all */
export function vitestCounts(report: unknown): Counts {
  const failures = listAt(report, 'testResults').flatMap((file) => {
    const tests = listAt(file, 'assertionResults').filter((one) => at(one, 'status') === 'failed');
    const name = textAt(file, 'name');
    if (tests.length === 0 && at(file, 'status') === 'failed') {
      return [failure(name, '(the whole file)', textAt(file, 'message'))];
    }
    return tests.map((one) =>
      failure(name, textAt(one, 'fullName'), listAt(one, 'failureMessages').join('\n')),
    );
  });
  return {
    passed: numberAt(report, 'numPassedTests'),
    // A file that does not load has no tests to count, and has failed all the same.
    failed: Math.max(numberAt(report, 'numFailedTests'), failures.length),
    skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
    failures,
  };
}

/**
 * @param report what Playwright's json reporter wrote. A test has a second go only where the browser, not the site, was at fault
 * (test/e2e/stalls.ts), so one that passes then (`flaky`) has passed.
 */
export function playwrightCounts(report: unknown): Counts {
  const stats = at(report, 'stats');
  const failures = listAt(report, 'suites').flatMap((suite) => failuresOf(suite, []));
  // Errors outside all tests: a file that does not load, a server that does not start.
  for (const error of listAt(report, 'errors')) {
    failures.push(failure('', '(outside all tests)', textAt(error, 'message')));
  }
  return {
    passed: numberAt(stats, 'expected') + numberAt(stats, 'flaky'),
    failed: Math.max(numberAt(stats, 'unexpected'), failures.length),
    skipped: numberAt(stats, 'skipped'),
    failures,
  };
}

/** The failed tests of one of Playwright's suites and of those within it. */
function failuresOf(suite: unknown, above: readonly string[]): string[] {
  const names = [...above, textAt(suite, 'title')];
  const own = listAt(suite, 'specs').flatMap((spec) =>
    listAt(spec, 'tests')
      .filter((test) => at(test, 'status') === 'unexpected')
      .map((test) => {
        const error = at(listAt(test, 'results')[0], 'error');
        const name = [...names.slice(1), textAt(spec, 'title')].join(' > ');
        return failure(names[0], name, textAt(error, 'message'));
      }),
  );
  return [...own, ...listAt(suite, 'suites').flatMap((inner) => failuresOf(inner, names))];
}

/** Enough of a message to know what it is about. */
const MESSAGE_LINES = 6;

function failure(file: string, name: string, message: string): string {
  // Without the colours that runners put in: escape, [, digits, m.
  const plain = message.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g'), '');
  const lines = plain.split('\n').filter((line) => line.trim() !== '');
  const shown = lines.slice(0, MESSAGE_LINES).map((line) => `\n      ${line.slice(0, 300)}`);
  const short = file.split(/[\\/]/).slice(-2).join('/');
  return `${short}: ${name}${shown.join('')}`;
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function numberAt(value: unknown, key: string): number {
  const found = at(value, key);
  return typeof found === 'number' ? found : 0;
}

function textAt(value: unknown, key: string): string {
  const found = at(value, key);
  return typeof found === 'string' ? found : '';
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const found = at(value, key);
  return Array.isArray(found) ? found : [];
}
