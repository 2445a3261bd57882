/** Runs a program of ours in a real Chromium and a real Firefox, off a page on 127.0.0.1. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { CHROMIUM_FLAGS, provideBrowser } from '../tools/browsers.ts';

/** A page's address, its way to run once and to close the browser. */
export interface Engine {
  /** Opens the page afresh and waits for what its script leaves in `window.result`. */
  run(address: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Chromium, driven by Playwright. */
export async function startChromium(): Promise<Engine> {
  const executablePath = provideBrowser('chromium');
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  return {
    async run(address) {
      const page = await browser.newPage();
      await page.goto(address);
      const result: unknown = await page.evaluate('window.result');
      await page.close();
      return result;
    },
    close: () => browser.close(),
  };
}

/** Firefox, driven over WebDriver BiDi. */
export async function startFirefox(): Promise<Engine> {
  const executablePath = provideBrowser('firefox');
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  return {
    async run(address) {
      const page = await browser.newPage();
      await page.goto(address);
      const result: unknown = await page.evaluate('window.result');
      await page.close();
      return result;
    },
    close: () => browser.close(),
  };
}

/** A TypeScript module with all that it imports, as one JavaScript module for a browser. */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'program' } },
  });
  const [output] = [built].flat();
  if (!('output' in output)) throw new Error('Vite built no bundle.');
  return output.output[0].code;
}

/** Serves files by their path on a free port of 127.0.0.1. */
export async function serve(
  files: Readonly<Record<string, { type: string; body: string | Uint8Array }>>,
): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    const file = files[request.url ?? '/'];
    response.writeHead(file ? 200 : 404, { 'content-type': file ? file.type : 'text/plain' });
    response.end(file ? file.body : 'not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
