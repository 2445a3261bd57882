import { expect, test } from './fixtures.ts';

/** The smallest module of WebAssembly: its name and version. */
const NOTHING = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

test('the policy lets WebAssembly run, and no script made of text', async ({ page, faults }) => {
  faults.expect(/policy violation: script-src eval|Evaluating a string as JavaScript/);
  await page.goto('/');
  const compiled = await page.evaluate(async (bytes) => {
    const module = await WebAssembly.compile(Uint8Array.from(bytes));
    return module instanceof WebAssembly.Module;
  }, NOTHING);
  expect(compiled).toBe(true);
  // In a task of the page's own: what the tools evaluate themselves is let past the policy.
  const refused = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            resolve(`ran: ${String((0, eval)('1 + 1'))}`);
          } catch (error) {
            resolve((error as Error).name);
          }
        });
      }),
  );
  expect(refused).toBe('EvalError');
});
