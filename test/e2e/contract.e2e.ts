/**
 * Every specimen of every widget keeps the contract of figures. They are found in the built site, and none is named. See
 * contract/README.md for how to try one alone.
 */
import { type Browser, type BrowserContext, type Page, test } from '@playwright/test';
import { specimenPages } from './built-site.ts';
import { clauses } from './contract/clauses.ts';
import { isFirst, isStill, isWhole, type Clause } from './contract/protocol.ts';

/** SPECIMEN=neurons/WeightGrid or neurons/WeightGrid/2, CLAUSE=keyboard: only these. */
const asked = process.env['SPECIMEN'];
const only = process.env['CLAUSE']?.split(',');
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
    const plain = await contextOf(browser, baseURL, false);
    const still = await plain.newPage();
    await still.goto(address);
    const isStatic = await isStill(still);
    const due = chosen.filter(
      ([, { isLive = false, isHeavy = false }]) =>
        !(isLive && isStatic) && (!isHeavy || isWhole || isFirst(address)),
    );
    const breaches: string[] = [];
    await page.goto(address);
    for (const [id, clause] of due) {
      await test.step(`it ${clause.name}`, async () => {
        const on = clause.isScriptless === true ? still : page;
        if ((await breach(clause, on)) === null) return;
        // The clauses before it have left their marks on the page: what counts is what it finds on one of its own.
        const own = await contextOf(browser, baseURL, on === page);
        const fresh = await own.newPage();
        await fresh.goto(address);
        const found = await breach(clause, fresh);
        if (found !== null) breaches.push(`[${id}] ${found}`);
        await own.close();
        await on.goto(address);
      });
    }
    await plain.close();
    if (breaches.length > 0) throw new Error(`${address}\n${breaches.join('\n')}`);
  });
}

/** What the clause has against the specimen on this page; null where it has nothing. */
async function breach({ check }: Clause, page: Page): Promise<string | null> {
  try {
    await check(page);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function contextOf(
  browser: Browser,
  baseURL: string | undefined,
  javaScriptEnabled: boolean,
): Promise<BrowserContext> {
  return browser.newContext({
    javaScriptEnabled,
    viewport: { width: 1280, height: 800 },
    ...(baseURL === undefined ? {} : { baseURL }),
  });
}
