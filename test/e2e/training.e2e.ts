/** Long because it is all that a reader can do to a run, and all that can befall it, on the one page that shows it. */
import type { Locator, Page } from '@playwright/test';
import { axeOn, violations } from './contract/axe.ts';
import { expect, ready, test } from './fixtures.ts';

const ADDRESS = '/workbench/training/';
const DIGITS = /\/digits\/.*\.digits$/;

/** The workbench, as a reader finds it. */
class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto(ADDRESS);
    await ready(this.page);
    await expect(this.button(/train$/)).toBeEnabled();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  get sentence(): Locator {
    return this.page.locator('.sentence');
  }

  get accuracy(): Locator {
    return this.page.locator('.headline');
  }

  async fill(label: string, value: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(value);
  }

  /** Starts a run that does not end by itself while a test looks. */
  async startLong(): Promise<void> {
    await this.fill('Epochs', '1000');
    await this.button(/train$/).click();
    await this.isTraining();
  }

  async isTraining(): Promise<void> {
    await expect(this.sentence).toHaveText(/^Training: [1-9]/);
  }

  /** The epoch that the page speaks of. */
  async epoch(): Promise<number> {
    const [, epoch] = /(\d[\d,]*) of/.exec(await this.sentence.innerText()) ?? [];
    return Number(epoch?.replaceAll(',', ''));
  }

  /** All numbers of the run so far, row by row. */
  async numbers(): Promise<string[]> {
    await this.page.getByText('The numbers').click();
    const rows = await this.page.locator('tbody tr').allInnerTexts();
    await this.page.getByText('The numbers').click();
    return rows.map((row) => row.replace(/\t[^\t]*$/, '')); // without the time that it took
  }
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** How long it kept its thread at work, in microseconds: time in which other programs had the processor does not count. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The longest task on the main thread, in milliseconds of work. */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
  const main = traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
    .map(thread);
  const tasks = traceEvents.filter(
    (event) => event.name.endsWith('RunTask') && main.includes(thread(event)),
  );
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0);
}

test('nothing large is fetched before a button that says so is pressed', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const desk = new Desk(page);
  await desk.open();
  expect(asked.filter((path) => DIGITS.test(path))).toEqual([]);
  expect(page.workers()).toEqual([]);
  await expect(desk.button(/train$/)).toHaveText('Fetch 3.6 MB and train');
  await page.getByLabel('Digits to learn from').selectOption('1,000');
  await expect(desk.button(/train$/)).toHaveText('Fetch 1.8 MB and train');
  await desk.button(/train$/).click();
  await expect(desk.sentence).toHaveText(/^Done: 30 epochs/);
  expect(asked.filter((path) => DIGITS.test(path))).toEqual([
    '/digits/test.digits',
    '/digits/train-1.digits',
  ]);
  await expect(desk.button('Train again')).toBeVisible();
});

test('the page stays out of search engines and of the sitemap', async ({ page }) => {
  await page.goto(ADDRESS);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  const sitemap = await page.request.get('/sitemap-0.xml');
  expect(await sitemap.text()).not.toContain('workbench');
});

test('thirty epochs on all 60,000 digits, while the page stays awake', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const desk = new Desk(page);
  await desk.open();
  await page.getByText('with all', { exact: true }).click();
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        dataset['longest'] = String(Math.max(duration, Number(dataset['longest'] ?? 0)));
      }
    }).observe({ type: 'longtask' });
  });
  await browser.startTracing(page, { categories: ['toplevel'] });
  await desk.button(/train$/).click();
  await expect(desk.sentence).toHaveText(/^Done: 30 epochs/, { timeout: 120_000 });
  const longest = longestTask(await browser.stopTracing());
  const observed = await page.evaluate(() => document.documentElement.dataset['longest']);
  const report = (await page.locator('.report').innerText()).replaceAll(/\s+/g, ' ');
  console.log(
    `784-30-10, 30 epochs on 60,000: ${report}; the longest task on the main thread took it ${longest.toFixed(0)} ms` +
      (observed === undefined ? '' : `, and ${observed} ms by the clock`),
  );
  expect(longest).toBeGreaterThan(0);
  expect(longest).toBeLessThanOrEqual(50);
  expect(parseFloat(await desk.accuracy.innerText())).toBeGreaterThan(94);
  await expect(page.getByText('kernel', { exact: true })).toBeVisible();

  const rows = await desk.numbers();
  expect(rows).toHaveLength(31);
  await desk.button('Train again').click();
  await expect(desk.sentence).toHaveText(/^Training/);
  await expect(desk.sentence).toHaveText(/^Done: 30 epochs/, { timeout: 120_000 });
  expect(await desk.numbers(), 'the same run, again').toEqual(rows);
});

test('pauses, resumes, and does one mini-batch and one epoch, by keyboard @both', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.open();
  await desk.startLong();
  await desk.button('Pause').press('Enter');
  await expect(desk.sentence).toHaveText(/^Paused/);
  await expect(desk.button('Resume')).toBeFocused();
  await page.waitForTimeout(300);
  const epoch = await desk.epoch();
  await page.waitForTimeout(300);
  expect(await desk.epoch()).toBe(epoch);

  await desk.button('One epoch').press('Enter');
  await expect(desk.sentence).toHaveText(new RegExp(`^Paused after ${epoch + 1} of 1,000 epochs`));
  await desk.button('Resume').press(' ');
  await desk.isTraining();
  await expect.poll(() => desk.epoch()).toBeGreaterThan(epoch + 1);
  await desk.button('Cancel').press('Enter');
  await expect(desk.sentence).toHaveText(/^Cancelled/);
});

test('a single step, from nothing, changes the network a little', async ({ page }) => {
  const desk = new Desk(page);
  await desk.open();
  await desk.button(/one mini-batch/).click();
  await expect(desk.sentence).toHaveText(
    /^Paused after 0 of 30 epochs and 1 mini-batch\. It reads/,
  );
  await desk.button('One mini-batch').click();
  await expect(desk.sentence).toHaveText(/and 2 mini-batches/);
  const rows = await desk.numbers();
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatch(/^0\.00/);
});

test('cancel leaves what was learned, reset forgets it', async ({ page }) => {
  const desk = new Desk(page);
  await desk.open();
  await desk.startLong();
  await desk.button('Cancel').click();
  await expect(desk.sentence).toHaveText(/^Cancelled after/);
  await page.waitForTimeout(300);
  const said = await desk.sentence.innerText();
  await page.waitForTimeout(300);
  expect(await desk.sentence.innerText()).toBe(said);
  await expect(desk.accuracy).toHaveText(/%$/);
  await desk.button('Reset').click();
  await expect(desk.sentence).toHaveText('Nothing is trained yet.');
  await expect(desk.accuracy).toHaveText('–');
  await desk.button('Train').click();
  await desk.isTraining();
});

test('a second start takes over, and the first is heard of no more', async ({ page }) => {
  const desk = new Desk(page);
  await desk.open();
  await desk.startLong();
  await desk.fill('Epochs', '3');
  await page.getByLabel('Digits to learn from').selectOption('1,000');
  await desk.button('Start again').click();
  await desk
    .button('Start again')
    .click({ timeout: 1000 })
    .catch(() => undefined); // it may be over by then
  await expect(desk.sentence).toHaveText(/^Done: 3 epochs/);
  expect(page.workers()).toHaveLength(1);
  expect(await desk.numbers()).toHaveLength(4);
});

test('a worker that dies without a word is noticed, and the run goes on from its last epoch', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.open();
  await desk.startLong();
  await page.workers()[0].evaluate(() => self.close());
  await expect(desk.sentence).toHaveText(/its worker does not answer any more/, {
    timeout: 30_000,
  });
  const [, epoch] = /up to epoch (\d+)/.exec(await desk.sentence.innerText()) ?? [];
  expect(Number(epoch)).toBeGreaterThan(0);
  await desk.button('Resume').click();
  await expect.poll(() => desk.epoch(), { timeout: 30_000 }).toBeGreaterThan(Number(epoch));
  const rows = await desk.numbers();
  expect(rows.map((row) => parseFloat(row)).slice(0, Number(epoch) + 2)).toEqual(
    Array.from({ length: Number(epoch) + 2 }, (_, i) => i),
  );
});

test('a worker that breaks down is noticed at once', async ({ page, faults }) => {
  faults.expect(/planted/);
  const desk = new Desk(page);
  await desk.open();
  await desk.startLong();
  await page.workers()[0].evaluate(() => {
    setTimeout(() => {
      throw new Error('planted');
    });
  });
  await expect(desk.sentence).toHaveText(/its worker broke down/);
  await desk.button('Resume').click();
  await desk.isTraining();
});

test('a file that is refused is said, the run goes on with the rest, and it can be asked for again', async ({
  page,
  faults,
}) => {
  faults.expect(/Failed to load resource/);
  await page.route('**/train-2.digits', (route) => route.fulfill({ status: 503, body: 'no' }));
  const desk = new Desk(page);
  await desk.open();
  await desk.startLong();
  await expect(
    page
      .locator('.trouble')
      .getByText(
        'The rest of the digits did not come. The server answered 503. It goes on with the 20,000 that are here.',
      ),
  ).toBeVisible();
  await page.unroute('**/train-2.digits');
  await desk.button('Try again').click();
  await expect(page.getByText('60,000 + 10,000')).toBeVisible();
  await expect(desk.button('Try again')).toHaveCount(0);
});

test('without any digits it waits, says why, and can be cancelled or asked again', async ({
  page,
  faults,
}) => {
  faults.expect(/Failed to load resource|ERR_FAILED/);
  await page.route('**/*.digits', (route) => route.abort());
  const desk = new Desk(page);
  await desk.open();
  await desk.button(/train$/).click();
  await expect(
    page.locator('.trouble').getByText('The digits did not come. The download did not finish.'),
  ).toBeVisible();
  await expect(desk.sentence).toHaveText('It waits for the digits.');
  await page.unroute('**/*.digits');
  await desk.button('Try again').click();
  await expect(desk.sentence).toHaveText(/^Done: 30 epochs/, { timeout: 60_000 });
});

test('a tab that is closed loses nothing', async ({ page, context, faults, baseURL }) => {
  const desk = new Desk(page);
  await desk.open();
  await desk.startLong();
  await desk.button('Pause').click();
  await page.waitForTimeout(300);
  const rows = await desk.numbers();
  const epoch = await desk.epoch();
  await page.close();

  const next = new Desk(await context.newPage());
  await faults.watch(next.page, new URL('/', baseURL).origin);
  await next.open();
  await expect(next.sentence).toHaveText(new RegExp(`came to ${epoch} of 1,000 epochs`));
  await next.button(/bring it back$/).click();
  await expect(next.sentence).toHaveText(new RegExp(`^Paused after ${epoch} of 1,000`), {
    timeout: 60_000,
  });
  const again = await next.numbers();
  expect(again).toEqual(rows.slice(0, epoch + 1));
  await next.button('Resume').click();
  await expect.poll(() => next.epoch()).toBeGreaterThan(epoch);
});

test('a wrong plan is said field by field, and cannot be started', async ({ page }) => {
  const desk = new Desk(page);
  await desk.open();
  await desk.fill('Hidden layers', '30 0');
  await desk.fill('Epochs', '');
  await desk.fill('Seed', '-1');
  await expect(page.getByText(/^Layers: 784 inputs/)).toBeVisible();
  await expect(page.getByText('Epochs: a whole number from 1 to 1,000.')).toBeVisible();
  await expect(page.getByText(/^Seed: a whole number/)).toBeVisible();
  await expect(desk.button(/train$/)).toHaveAttribute('aria-disabled', 'true');
  await desk.fill('Hidden layers', '16 16');
  await desk.fill('Epochs', '2');
  await desk.fill('Seed', '7');
  await page.getByLabel('Digits to learn from').selectOption('1,000');
  await desk.button(/train$/).click();
  await expect(desk.sentence).toHaveText(/^Done: 2 epochs/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`with curves and numbers, too, it has no fault that axe knows, ${colorScheme} @both`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    const desk = new Desk(page);
    await desk.open();
    await page.getByLabel('Digits to learn from').selectOption('1,000');
    await desk.button(/train$/).click();
    await expect(desk.sentence).toHaveText(/^Done: 30 epochs/);
    await desk.fill('Seed', '');
    await page.getByText('The numbers').click();
    expect(await violations(axeOn(page))).toEqual([]);
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide, 'pixels too wide').toBeLessThanOrEqual(0);
    expect(await page.locator('body').innerText()).not.toMatch(/NaN|undefined|\[object /);
  });
}

test('every change begins the run anew where the reader wants that', async ({ page }) => {
  const desk = new Desk(page);
  await desk.open();
  await page.getByLabel('Digits to learn from').selectOption('1,000');
  await desk.fill('Epochs', '5');
  await page.getByLabel('Start again at every change').check();
  await desk.button(/train$/).click();
  await expect(desk.sentence).toHaveText(/^Done: 5 epochs/);
  const before = await desk.numbers();
  const eta = page.getByRole('slider', { name: 'Eta, the learning rate' });
  await eta.focus();
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowLeft');
  await expect(desk.sentence).toHaveText(/^Done: 5 epochs/);
  await expect.poll(() => desk.numbers()).not.toEqual(before);
});

test.describe('without WebAssembly', () => {
  test('the network does the work, more slowly', async ({ page, faults }) => {
    faults.expect(/Failed to load resource/);
    await page.route('**/*.wasm', (route) => route.fulfill({ status: 404 }));
    const desk = new Desk(page);
    await desk.open();
    await page.getByLabel('Digits to learn from').selectOption('1,000');
    await desk.button(/train$/).click();
    await expect(desk.sentence).toHaveText(/^Done: 30 epochs/, { timeout: 60_000 });
    await expect(page.getByText('network', { exact: true })).toBeVisible();
  });
});
