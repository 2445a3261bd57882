/** The contract is as good as what it catches: each faulty specimen is caught by its clause, which passes the flawless one. */
import { expect, test, type Page } from '@playwright/test';
import { clauses } from './contract/clauses.ts';
import { faults, page as pageOf, type Fault } from './contract/faults.ts';
import { Breach, type Clause } from './contract/protocol.ts';
import { allowSecondGo, markStalled } from './stalls.ts';

const ADDRESS = '/workbench/specimens/faulty/Counter/0/';

async function serve(page: Page, fault?: Fault): Promise<void> {
  await page.route(`**${ADDRESS}{,?*}`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageOf(fault) }),
  );
  await page.route('**/nothing.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'onmessage = () => 0;' }),
  );
}

/** What the clause has against the specimen; null where it has nothing. */
async function breach(page: Page, { check }: Clause): Promise<string | null> {
  await page.goto(ADDRESS);
  try {
    await check(page, 1);
    return null;
  } catch (error) {
    if (error instanceof Breach) return error.message;
    throw error;
  }
}

test.describe.configure({ timeout: 240_000 });

test.beforeEach(({ page: _ }, info) => allowSecondGo(info));
test.afterEach(({ page }, info) => markStalled([page], info));

test('every clause has a fault to catch', () => {
  expect([...new Set(faults.map(({ clause }) => clause))].sort()).toEqual(
    Object.keys(clauses).sort(),
  );
});

for (const scriptless of [false, true]) {
  test.describe(scriptless ? 'without script' : 'with script', () => {
    test.use({ javaScriptEnabled: !scriptless });
    const chosen = Object.entries(clauses).filter(
      ([, { isScriptless = false }]) => isScriptless === scriptless,
    );

    test('a flawless specimen passes every clause', async ({ page }) => {
      await serve(page);
      for (const [, clause] of chosen) expect.soft(await breach(page, clause)).toBeNull();
    });

    for (const fault of faults) {
      const clause = clauses[fault.clause];
      if ((clause.isScriptless ?? false) !== scriptless) continue;
      test(`it is caught that ${fault.name}`, async ({ page }) => {
        await serve(page, fault);
        expect(await breach(page, clause)).not.toBeNull();
      });
    }
  });
}
