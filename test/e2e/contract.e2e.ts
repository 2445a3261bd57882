/**
 * Every specimen of every widget keeps the contract of figures. They are found in the built site, and none is named. See
 * contract/README.md for how to try one alone.
 */
import { type Browser, type BrowserContext, test } from '@playwright/test';
import { specimenPages } from './built-site.ts';
import { clauses } from './contract/clauses.ts';
import { isFirst, isStill, type Clause } from './contract/protocol.ts';

/** SPECIMEN=neurons/WeightGrid or neurons/WeightGrid/2, CLAUSE=keyboard: only these. */
const asked = process.env['SPECIMEN'];
const only = process.env['CLAUSE']?.split(',');
/** CONTRACT=whole: the heavy clauses for all specimens, not only for each widget's first. */
const isWhole = process.env['CONTRACT'] === 'whole' || asked !== undefined;

const chosen = Object.entries(clauses).filter(([id]) => only === undefined || only.includes(id));
const addresses = specimenPages.filter(
  (address) => asked === undefined || `${address}/`.includes(`/specimens/${asked}/`),
);

// A busy machine is no failure: alone, a specimen takes a few seconds.
test.describe.configure({ timeout: 240_000 });

test('there are specimens to look at', () => {
  test.expect(addresses.length).toBeGreaterThan(0);
});

for (const address of addresses) {
  test(`keeps the contract: ${address}`, async ({ page, browser, baseURL }) => {
    const breaches: string[] = [];
    const attempt = async (id: string, { name, check }: Clause, on: typeof page): Promise<void> => {
      await test.step(`it ${name}`, async () => {
        try {
          await on.goto(address);
          await check(on);
        } catch (error) {
          breaches.push(`[${id}] ${error instanceof Error ? error.message : String(error)}`);
        }
      });
    };
    const plain = await scriptless(browser, baseURL);
    const still = await plain.newPage();
    await still.goto(address);
    const isStatic = await isStill(still);
    for (const [id, clause] of chosen) {
      if (clause.isLive === true && isStatic) continue;
      if (clause.isHeavy === true && !isWhole && !isFirst(address)) continue;
      await attempt(id, clause, clause.isScriptless === true ? still : page);
    }
    await plain.close();
    if (breaches.length > 0) throw new Error(`${address}\n${breaches.join('\n')}`);
  });
}

function scriptless(browser: Browser, baseURL: string | undefined): Promise<BrowserContext> {
  return browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL === undefined ? {} : { baseURL }),
  });
}
