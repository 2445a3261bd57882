import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readKernel } from '../../src/commands/kernel-file.ts';
import { readMnist } from '../../src/commands/mnist-files.ts';
import { sliceDigits } from '../../src/digits/mnist.ts';
import { startChromium } from '../engines/chromium.ts';
import type { Engine } from '../engines/engine.ts';
import { startFirefox } from '../engines/firefox.ts';
import { type Served, type Site, serve } from '../engines/serve.ts';
import { startWebKit } from '../engines/webkit.ts';
import { bundle } from './bundle.ts';
import { type Fingerprints, fingerprints } from './same-bits-program.ts';

/** 500 real digits, the first of MNIST's training set. */
const digits = sliceDigits(readMnist('train'), 0, 500);

const PAGE = `<!doctype html><link rel="icon" href="data:,"><script type="module">
  import { fingerprints } from '/program.js';
  const bytes = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());
  window.result = Promise.all(['/inputs', '/labels', '/kernel'].map(bytes)).then(
    ([inputs, labels, kernel]) => fingerprints({ count: labels.length, inputs, full: 255, labels }, kernel),
  );
</script>`;

declare global {
  interface Window {
    /** What the page has worked out. */
    result: Promise<Fingerprints>;
  }
}

const kernel = readKernel();

let reference: Fingerprints;
let site: Site;

beforeAll(async () => {
  reference = await fingerprints(digits, kernel);
  const program = await bundle(path.join(import.meta.dirname, 'same-bits-program.ts'));
  const files: Readonly<Record<string, Served>> = {
    '/': { type: 'text/html', body: PAGE },
    '/program.js': { type: 'text/javascript', body: program },
    '/inputs': { type: 'application/octet-stream', body: digits.inputs },
    '/kernel': { type: 'application/wasm', body: kernel },
    '/labels': { type: 'application/octet-stream', body: digits.labels },
  };
  site = await serve((path) => files[path]);
});
afterAll(() => site.close());

it('fingerprints sixteen different pieces of work, from two starts with both trainers', () => {
  expect(Object.keys(reference)).toHaveLength(18);
  expect(new Set(Object.values(reference)).size).toBe(16);
});

it('gives the same bits in Node at the second go', async () => {
  expect(await fingerprints(digits, kernel)).toEqual(reference);
});

it('gives other bits when one pixel of one digit is another', async () => {
  const inputs = Uint8Array.from(digits.inputs);
  inputs[400] = 255 - inputs[400];
  const other = await fingerprints({ ...digits, inputs }, kernel);
  const differing = Object.keys(reference).filter((name) => other[name] !== reference[name]);
  expect(differing.filter((name) => name !== 'smallest change')).toEqual(
    ['quadratic', 'cross-entropy', 'kernel, quadratic', 'kernel, cross-entropy'].flatMap((name) => [
      `${name}, trained`,
      `${name}, evaluated`,
    ]),
  );
  expect(differing).toContain('smallest change');
});

it.each<[string, () => Promise<Engine>]>([
  ['Chromium', startChromium],
  ['Firefox', startFirefox],
  ['WebKit', startWebKit],
])('gives the same bits in %s, twice', async (_, start) => {
  const engine = await start();
  try {
    for (let i = 0; i < 2; i++) {
      await engine.open(`${site.address}/`);
      expect(await engine.evaluate(() => window.result)).toEqual(reference);
    }
  } finally {
    await engine.close();
  }
});
