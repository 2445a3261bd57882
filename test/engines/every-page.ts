/** What every engine has to show on every page of the built site; each has a test file of its own, so that they run side by side. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readKernel } from '../../src/commands/kernel-file.ts';
import { readPacked } from '../../src/commands/records/held-digits.ts';
import { startKernel } from '../../src/kernel/kernel.ts';
import { writeNetworkText } from '../../src/reader/network-text.ts';
import { CHUNKS, TRAIN_COUNT } from '../../src/training/chunks.ts';
import { createKernelEngine } from '../../src/training/kernel-engine.ts';
import type { TrainingPlan } from '../../src/training/plan.ts';
import { Run } from '../../src/training/run.ts';
import { fingerprintOf } from '../../src/training/runs/fingerprint.ts';
import { SHORT } from '../../src/training/runs/shared.ts';
import { chapters, dist, pages } from '../e2e/built-site.ts';
import { install } from '../e2e/contract/in-page.ts';
import { layoutFaults } from '../e2e/layout/in-page.ts';
import { scrollThrough } from '../e2e/scroll-through.ts';
import { DRAWN_DIGITS } from '../drawings/digits.ts';
import type { Engine, Place } from './engine.ts';
import * as inPage from './in-page.ts';
import { filesOf, serve, type Served, type Site } from './serve.ts';

/** In CSS pixels: the two ends for every day, with LONG=1 what lies between them too. */
const WIDTHS = process.env['LONG'] ? [320, 360, 640, 700, 900, 1024, 1280, 1600] : [360, 1280];
const HEIGHT = 800;
/** Longer than an honest change takes on a busy machine, in milliseconds. */
const SOON = 10_000;
/** Of ten digits so many have to be read as what they are. */
const ENOUGH = 9;

/** A page on which all goes wrong that `watch` keeps an eye on. */
const FAULTY: Readonly<Record<string, Served>> = {
  '/': {
    type: 'text/html',
    body: `<!doctype html><script>(${String(inPage.watch)})()</script>
      <meta http-equiv="Content-Security-Policy" content="script-src 'self'">
      <img src="/gone.png" alt=""><script src="/faulty.js"></script><script>1</script>`,
  },
  '/faulty.js': {
    type: 'text/javascript',
    body: `Promise.reject('B'); console.error('C'); throw new Error('A');`,
  },
};

export function everyPage(start: () => Promise<Engine>): void {
  let engine: Engine;
  let site: Site;

  beforeAll(async () => {
    site = await serve(filesOf(dist, inPage.watch));
    engine = await start();
  });
  afterAll(async () => {
    site.close();
    await engine.close();
  });

  /** Opens a page and reads through it, until all of it is alive. */
  async function open(address: string, width: number): Promise<number> {
    const room = await engine.resize(width, HEIGHT);
    await engine.open(site.address + address);
    await engine.evaluate(install);
    await engine.evaluate(scrollThrough);
    await until(async () => (await engine.evaluate(inPage.asleep)).join(', '), '', 'still asleep');
    return room;
  }

  /** Waits until something reads as wanted. @throws Error that says what it reads instead */
  async function until<T>(read: () => Promise<T>, wanted: T | RegExp, what: string): Promise<void> {
    const end = performance.now() + SOON;
    for (;;) {
      const now = await read();
      if (wanted instanceof RegExp ? wanted.test(String(now)) : now === wanted) return;
      if (performance.now() > end) throw new Error(`${what}: ${String(now)}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  async function pressButton(name: string): Promise<void> {
    const place = await engine.evaluate(inPage.buttonNamed, name);
    if (place === null) throw new Error(`No button ${name} can be pressed.`);
    await engine.press(place);
  }

  /** What went wrong since the page was opened. */
  async function faults(): Promise<string[]> {
    const found = await engine.evaluate(() => window.faults);
    return [...found, ...site.missing().map((path) => `not there: ${path}`)];
  }

  it('finds what goes wrong on a page', async () => {
    const faulty = await serve((path) => FAULTY[path]);
    try {
      await engine.open(`${faulty.address}/`);
      const found = async (): Promise<string> =>
        (await engine.evaluate(() => window.faults)).map((fault) => fault.slice(0, 24)).join('\n');
      for (const fault of [
        'script error: Error: A',
        'nobody caught: B',
        'console: C',
        'policy violation',
        'did not load: <i',
      ])
        await until(found, new RegExp(fault), `${fault} is told`);
      expect(faulty.missing()).toContain('/gone.png');
    } finally {
      faulty.close();
    }
  });

  describe.each(pages)('%s', (address) => {
    it(`comes alive and is whole at ${WIDTHS.join(', ')} px`, async () => {
      let room = await open(address, WIDTHS[0]);
      for (const width of WIDTHS) {
        if (width !== WIDTHS[0]) room = await engine.resize(width, HEIGHT);
        await engine.evaluate(frames);
        expect.soft(await engine.evaluate(layoutFaults), `${room} px wide`).toEqual([]);
      }
      expect.soft(await engine.evaluate(inPage.proseOf)).not.toMatch(/\bNaN\b|\[object /);
      expect.soft(await faults()).toEqual([]);
      if (chapters.includes(address)) await actInFigures();
      expect(await faults()).toEqual([]);
    });
  });

  /** Presses the first control of a figure, at a second and third go where it moved away under the pointer. */
  async function pressFirst(id: string): Promise<inPage.Act | null> {
    for (let go = 1; ; go++) {
      const act = await engine.evaluate(inPage.firstAct, id);
      if (act === null) return null;
      await engine.press(...act.places);
      await engine.evaluate(frames);
      if (await engine.evaluate(() => window.hasArrived)) return act;
      if (go === 3) throw new Error(`${id}: no press comes to ${act.control}.`);
    }
  }

  async function actInFigures(): Promise<void> {
    const acted: string[] = [];
    for (const id of await engine.evaluate(inPage.figures)) {
      const act = await pressFirst(id);
      if (act === null) continue;
      const changed = (): Promise<boolean> => engine.evaluate(inPage.hasChanged, id);
      await until(changed, true, `${id} changes by ${act.control}`);
      expect.soft(await engine.evaluate(inPage.badWordsIn, id), id).toEqual([]);
      acted.push(id);
    }
    expect(acted.length).toBeGreaterThan(3);
  }

  it('reads what is drawn with the mouse, its scores beside its network', async () => {
    const status = (): Promise<string> =>
      engine.evaluate(inPage.textOf, '.recogniser [role=status]');
    await open('/recogniser/', 1280);
    if ((await engine.evaluate(inPage.buttonNamed, 'Clear')) !== null) await pressButton('Clear');
    const missed: string[] = [];
    for (let label = 0; label < 10; label++) {
      const drawn = DRAWN_DIGITS.find((one) => one.label === label);
      for (const stroke of drawn?.strokes ?? []) {
        const box = await engine.evaluate(inPage.padBox);
        await engine.press(...onScreen(stroke, box));
      }
      await until(status, /^(It reads|Not sure|This does not)/, `${label} drawn`);
      const said = await status();
      if (!said.startsWith(`It reads a ${label}`) && !said.startsWith(`It reads an ${label}`)) {
        missed.push(`${label}: ${said}`);
      }
      if (label < 9) await pressButton('Clear');
    }
    expect(10 - missed.length, missed.join('\n')).toBeGreaterThanOrEqual(ENOUGH);
    for (const width of WIDTHS) {
      const room = await engine.resize(width, HEIGHT);
      await engine.evaluate(frames);
      expect.soft(await engine.evaluate(inPage.scoresOverNetwork), `${room} px wide`).toBe(0);
    }
    expect(await faults()).toEqual([]);
  });

  it('trains an epoch in the worker, with the kernel', async () => {
    await open('/workbench/training/', 1280);
    await pressButton('One epoch');
    await until(
      () => engine.evaluate(inPage.textOf, '.sentence'),
      /^Paused after epoch 1 of 30\. .* reads [89]\d\.\d+%/,
      'read rightly',
    );
    expect(await faults()).toEqual([]);
  });

  it('trains the network of a link again, to the bit that Node comes to', async () => {
    const text = await trainedInNode();
    await open(`/workbench/training/?train-here.net=${encodeURIComponent(text)}#train-here`, 1280);
    const main = await engine.evaluate(inPage.middleOf, '#train-here .acts > .filled');
    await engine.press(main);
    const said = async (): Promise<string> =>
      (await engine.evaluate(inPage.textOf, '#train-here .said')).replaceAll(/\s+/g, ' ');
    await until(said, /It is the same network, to the last bit\./, 'trained again');
    expect(await faults()).toEqual([]);
  });
}

/** Trains a small network for an epoch. @returns what a link says of it */
async function trainedInNode(): Promise<string> {
  const engine = createKernelEngine(await startKernel(readKernel()));
  for (const { name } of CHUNKS.train) engine.add('train', await readPacked(name));
  engine.add('test', await readPacked(CHUNKS.test.name));
  const plan: TrainingPlan = {
    ...{ sizes: [784, 12, 10], start: 'scaled', cost: 'cross-entropy', eta: 0.5, miniBatch: 10 },
    ...{ lambda: 1, epochs: 1, seed: 6, count: TRAIN_COUNT, growth: 'wait' },
  };
  const run = new Run(plan, engine);
  while (!run.isDone) run.learn(1000);
  const fingerprint = fingerprintOf(run.checkpoint.network).slice(0, SHORT);
  const text = writeNetworkText({ plan, engine: engine.name, fingerprint });
  if (text === null) throw new Error('The plan is too long for a link.');
  return text;
}

/** Two frames: what was resized has been laid out, and whoever watches sizes has acted on it. */
async function frames(): Promise<void> {
  for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
}

/** From pad units to places on the screen: every third of a stroke's points, which are closer together than a hand needs, and its last. */
function onScreen(
  stroke: readonly number[],
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): [Place, ...Place[]] {
  const count = stroke.length / 2;
  const at = (i: number): Place => ({
    x: x + stroke[2 * i] * width,
    y: y + stroke[2 * i + 1] * height,
  });
  const others = Array.from({ length: count }, (_, i) => i).filter((i) => i % 3 === 0 && i > 0);
  return [at(0), ...others.map(at), at(count - 1)];
}
