/**
 * Every specimen of every widget keeps the contract of figures. They are found in the built site, and none is named. See
 * contract/README.md for how to try one alone.
 */
import { type BrowserContext, type Page, test } from '@playwright/test';
import { specimenPages } from './built-site.ts';
import { clauses } from './contract/clauses.ts';
import { DAILY_SHARE, isFirst, isStill, isWhole, type Clause } from './contract/protocol.ts';
import { allowSecondGo, markStalled } from './stalls.ts';

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

// Contexts are dear, pages cheap, and a specimen's reader looks at nothing that a context keeps: all of a worker's pages share them.
let scripted: BrowserContext;
let plain: BrowserContext;
/** Without script a page keeps nothing of the one before it either. */
let still: Page;
test.beforeAll(async ({ browser, baseURL }) => {
  const common = { viewport: { width: 1280, height: 800 }, ...(baseURL && { baseURL }) };
  scripted = await browser.newContext(common);
  plain = await browser.newContext({ ...common, javaScriptEnabled: false });
  still = await plain.newPage();
});

test.beforeEach(({ browserName: _ }, info) => allowSecondGo(info));
test.afterEach(({ browserName: _ }, info) => markStalled(scripted.pages(), info));

for (const address of addresses) {
  test(`keeps the contract: ${address}`, async () => {
    await still.goto(address);
    const isStatic = await isStill(still);
    const due = chosen.filter(
      ([, { isLive = false, daily }]) =>
        !(isLive && isStatic) &&
        (isWhole || daily === 'every' || (daily === 'first' && isFirst(address))),
    );
    const breaches: string[] = [];
    // Hydration comes first and opens the page itself.
    const first = due.find(([, { isScriptless }]) => isScriptless !== true);
    const page = first ? await scripted.newPage() : still;
    if (first) {
      await page.goto(address, { waitUntil: first[0] === 'hydration' ? 'commit' : 'load' });
    }
    for (const [id, clause] of due) {
      await test.step(`it ${clause.name}`, async () => {
        const on = clause.isScriptless === true ? still : page;
        if ((await breach(clause, on)) === null) return;
        // The clauses before it have left their marks on the page: what counts is what it finds on one of its own.
        const fresh = await open(on.context(), address);
        const found = await breach(clause, fresh);
        if (found !== null) breaches.push(`[${id}] ${found}`);
        await fresh.close();
        await on.goto(address);
      });
    }
    if (page !== still) await page.close();
    if (breaches.length > 0) throw new Error(`${address}\n${breaches.join('\n')}`);
  });
}

async function open(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** What the clause has against the specimen on this page; null where it has nothing. */
async function breach({ check }: Clause, page: Page): Promise<string | null> {
  try {
    await check(page, isWhole ? 1 : DAILY_SHARE);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
