import { expect, it } from 'vitest';
import { run } from './run.ts';

it('prints what was measured of each network, every number of it', async () => {
  const { code, stdout, stderr } = await run('inside', ['--digits', '100', '--changes', '1']);
  expect([code, stderr]).toEqual([0, '']);
  const [head, rule, ...rows] = stdout.trimEnd().split('\n');
  expect(head).toBe('| on 100 test digits | classic | explainer | explainer-b | recogniser |');
  expect(rule).toMatch(/^\| --- \|( ---: \|){4}$/);
  expect(rows.length).toBeGreaterThan(20);
  expect(stdout).toContain('67 are blank in all, 133 inked in fewer than ten');
  expect(stdout).not.toMatch(/NaN|undefined|Infinity/);
}, 120_000);

it.each([
  [['--digits', '0'], /--digits takes a whole number from 1 to 10000; got '0'/],
  [['--changes', 'many'], /--changes takes a whole number/],
  [['--nonsense'], /Unknown option/],
])('refuses %o', async (args, message) => {
  const { code, stderr } = await run('inside', args);
  expect(code).toBe(2);
  expect(stderr).toMatch(message);
});
